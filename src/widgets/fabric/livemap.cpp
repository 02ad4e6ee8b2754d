// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/livemap.h"

#include "widgets/fabric/fabricitems.h"
#include "widgets/fabric/loaditems.h"

namespace sparkloom::widgets {

namespace {

// With more cables their figures would lie over each other: they stand on the cards.
constexpr std::size_t kMostLabelled = 12;
constexpr std::size_t kMostSparkTexts = 12;

} // namespace

void LiveMap::dress()
{
    m_shown.clear();
    m_boxTexts.clear();
    setViewportUpdateMode(FullViewportUpdate); // almost all of it changes with almost every frame
    const FabricLayout &layout = layoutOfMap();
    const viewmodels::FabricPicture &shown = picture();
    auto *still = new StillLayer(layout.bounds());
    const QList<QGraphicsItem *> items = scene()->items(Qt::AscendingOrder);
    for (QGraphicsItem *item : items) {
        scene()->removeItem(item);
        std::unique_ptr<QGraphicsItem> owned(item);
        // Cables and their numbers are drawn otherwise here.
        if (!dynamic_cast<CableItem *>(item) && !dynamic_cast<CableLabelItem *>(item))
            still->take(std::move(owned));
    }
    const bool room = shown.cables.size() <= kMostLabelled;
    for (int i = 0; i < layout.cableCount(); ++i) {
        const viewmodels::PictureCable &cable = shown.cables[static_cast<std::size_t>(i)];
        still->take(std::make_unique<CableTrackItem>(cable, i, layout));
        Shown &each = m_shown[cable.number];
        each.load = new CableLoadItem(cable, i, layout);
        each.label = new LoadLabelItem(cable, i, layout, room);
        scene()->addItem(each.load);
        scene()->addItem(each.label);
    }
    if (shown.boxes.size() <= kMostSparkTexts)
        for (const viewmodels::PictureBox &box : shown.boxes) {
            if (box.kind != viewmodels::PictureBox::Kind::Spark || !box.note.isEmpty())
                continue;
            auto *text = new BoxLoadItem(layout.boxRect(box.key));
            m_boxTexts[box.key] = text;
            scene()->addItem(text);
        }
    scene()->addItem(still);
    setLoads(m_loads);
    setSparkTexts(m_texts);
}

void LiveMap::setLoads(const std::vector<CableLoad> &loads)
{
    m_loads = loads;
    for (const CableLoad &load : m_loads)
        if (const auto found = m_shown.find(load.number); found != m_shown.end()) {
            found->second.load->setLoad(load);
            found->second.label->setLoad(load);
        }
}

void LiveMap::setSparkTexts(const std::map<QString, QString> &texts)
{
    m_texts = texts;
    for (const auto &[spark, item] : m_boxTexts) {
        const auto found = m_texts.find(spark);
        item->setText(found == m_texts.end() ? QString() : found->second);
    }
}

QSizeF LiveMap::labelSize() const
{
    return picture().cables.size() <= kMostLabelled ? QSizeF(150, 26) : QSizeF(26, 26);
}

} // namespace sparkloom::widgets
