// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/maptools.h"

#include "widgets/common/buttons.h"
#include "widgets/common/theme.h"
#include "widgets/fabric/exportbutton.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::widgets {

using viewmodels::CableState;
using viewmodels::PictureCable;

MapTools::MapTools(FabricMap &map, QWidget *parent)
    : QWidget(parent), m_map(map), m_plug(new Button({}, Button::Kind::Link)),
      m_pull(new Button({}, Button::Kind::Link)), m_change(new Button({}, Button::Kind::Link)),
      m_export(new ExportButton([this] { return m_map.picture(); }))
{
    m_plug->setObjectName(u"plugButton"_s);
    m_pull->setObjectName(u"pullButton"_s);
    m_change->setObjectName(u"tableButton"_s);
    m_export->setObjectName(u"exportButton"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(qRound(px(4)));
    row->addStretch(1);
    for (Button *button : {m_plug, m_pull, m_change, static_cast<Button *>(m_export)}) {
        button->setOnStage(true);
        row->addWidget(button);
    }
    connect(m_change, &QAbstractButton::clicked, this, [this] { showTable(!isTable()); });
    connect(m_plug, &QAbstractButton::clicked, &m_map, &FabricMap::plugRequested);
    connect(m_pull, &QAbstractButton::clicked, this, [this] {
        const auto element = current();
        if (element && element->cable)
            Q_EMIT m_map.unplugRequested(m_map.layoutOfMap().endA(*element->cable));
    });
    connect(&m_map, &FabricMap::boxMenuRequested, this, &MapTools::boxMenuRequested);
    connect(&m_map, &FabricMap::currentChanged, this, &MapTools::refreshPlugging);
    // Details of what is chosen on the map are its line of the table.
    connect(&m_map, &FabricMap::detailsRequested, this, [this] { showTable(true); });
    retranslate();
}

void MapTools::buildTable()
{
    m_table = new FabricTableView(m_map.parentWidget());
    m_table->setObjectName(u"table"_s);
    m_table->hide();
    if (auto *column = qobject_cast<QBoxLayout *>(m_map.parentWidget()->layout()))
        column->insertWidget(column->indexOf(&m_map) + 1, m_table, 1);
    QWidget::setTabOrder(&m_map, m_table);
    connect(m_table, &FabricTableView::plugRequested, &m_map, &FabricMap::plugRequested);
    connect(m_table, &FabricTableView::unplugRequested, &m_map, &FabricMap::unplugRequested);
    connect(m_table, &FabricTableView::mapRequested, this, [this] { showTable(false); });
    connect(m_table, &FabricTableView::boxMenuRequested, this, &MapTools::boxMenuRequested);
    connect(m_table, &FabricTableView::lineChosen, this, &MapTools::follow);
}

void MapTools::setPicture(const viewmodels::FabricPicture &picture)
{
    m_map.setPicture(picture);
    if (isTable()) // behind the map it would measure its lines for nobody
        m_table->setPicture(picture);
    refreshPlugging();
}

bool MapTools::isTable() const
{
    return m_table && !m_table->isHidden();
}

QWidget *MapTools::place() const
{
    return isTable() ? static_cast<QWidget *>(m_table) : &m_map;
}

void MapTools::showTable(bool table)
{
    if (table == isTable())
        return;
    const bool focused = place()->hasFocus();
    if (!m_table)
        buildTable();
    if (table) {
        m_table->setPicture(m_map.picture());
        if (const auto element = m_map.current()) // what was chosen stays chosen
            m_table->setCurrent(*element);
    }
    m_map.setVisible(!table);
    m_table->setVisible(table);
    if (focused)
        place()->setFocus(Qt::OtherFocusReason);
    retranslate();
}

// What is chosen in the table is chosen on the map as well: the page says it in words, once for both.
void MapTools::follow()
{
    if (isTable())
        m_map.setCurrent(m_table->current());
    refreshPlugging();
}

std::optional<MapElement> MapTools::current() const
{
    return isTable() ? m_table->current() : m_map.current();
}

// Virtual cables can be plugged from the table too, so that nobody needs the drawing; on it they are dragged. A button
// pulls the chosen one on both: no hand finds the key by itself.
void MapTools::refreshPlugging()
{
    const viewmodels::FabricPicture &picture = m_map.picture();
    const bool practice = picture.tray.visible;
    const auto next = std::find_if(picture.cables.begin(), picture.cables.end(),
        [](const PictureCable &cable) { return cable.state == CableState::ToPlug; });
    m_plug->setVisible(practice && isTable() && picture.tray.cables > 0 && next != picture.cables.end());
    if (next != picture.cables.end())
        m_plug->setText(tr("Plug cable %1").arg(next->number));
    const auto element = current();
    const PictureCable *chosen = element && element->cable && *element->cable < static_cast<int>(picture.cables.size())
        ? &picture.cables[static_cast<std::size_t>(*element->cable)]
        : nullptr;
    const bool plugged = chosen && chosen->isPlugged();
    m_pull->setVisible(practice && plugged);
    if (plugged)
        m_pull->setText(chosen->number > 0 ? tr("Pull cable %1").arg(chosen->number) : tr("Pull this cable"));
    for (Button *button : {m_plug, m_pull})
        button->updateGeometry();
}

void MapTools::retranslate()
{
    m_change->setText(isTable() ? tr("As a map") : tr("As a table"));
    m_change->setAccessibleDescription(
        isTable() ? tr("Shows the drawing again") : tr("Shows in lines what the map shows"));
    m_change->updateGeometry();
    if (m_table)
        m_table->retranslate();
    refreshPlugging();
}

void MapTools::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace sparkloom::widgets
