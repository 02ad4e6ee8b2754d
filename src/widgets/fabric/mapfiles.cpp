// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fabric/mapfiles.h"

#include "widgets/common/theme.h"
#include "widgets/fabric/backpanel.h"
#include "widgets/fabric/cableplan.h"
#include "widgets/fabric/mapscene.h"

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <functional>

namespace sparkloom::widgets {

namespace {

constexpr double kInset = 24;        // around map and legend
constexpr double kMostPixels = 8000; // of a picture's longer side
constexpr int kPointsPerInch = 72;

struct MapFiles {
    Q_DECLARE_TR_FUNCTIONS(sparkloom::widgets::MapFiles)
};

QString written(const QString &path, const std::function<bool(QIODevice &)> &write)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && write(file) && file.commit())
        return {};
    return MapFiles::tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), file.errorString());
}

bool writePng(MapPicture &map, QIODevice &file)
{
    const double longer = std::max(map.size().width(), map.size().height());
    const double scale = std::min(2.0, kMostPixels / longer);
    QImage image((map.size() * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return false;
    image.fill(Qt::transparent);
    QPainter painter(&image);
    map.paint(painter, QRectF(QPointF(), QSizeF(image.size())));
    painter.end();
    return image.save(&file, "PNG");
}

bool writeSvg(MapPicture &map, QIODevice &file)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setTitle(MapFiles::tr("Map of the fabric"));
    generator.setSize(map.size().toSize());
    generator.setViewBox(QRectF(QPointF(), map.size()));
    QPainter painter;
    if (!painter.begin(&generator))
        return false;
    map.paint(painter, QRectF(QPointF(), map.size()));
    return painter.end();
}

bool writePdf(MapPicture &map, QIODevice &file)
{
    QPdfWriter writer(&file);
    writer.setTitle(MapFiles::tr("Map of the fabric"));
    writer.setPageSize(QPageSize(map.size(), QPageSize::Point));
    writer.setPageMargins(QMarginsF());
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    painter.scale(writer.logicalDpiX() / double(kPointsPerInch), writer.logicalDpiY() / double(kPointsPerInch));
    map.paint(painter, QRectF(QPointF(), map.size()));
    return painter.end();
}

} // namespace

MapPicture::MapPicture(viewmodels::FabricPicture picture, double aspect)
{
    picture.tray = {};
    m_layout = FabricLayout(picture, BackPanel::geometry(), aspect);
    fillScene(m_scene, picture, m_layout, false);
    m_also = MapLegend::alsoIn(picture);
    const QSizeF legend = MapLegend::sizeOfLegend(m_also);
    const QRectF map = m_layout.bounds();
    m_size = QSizeF(std::max(map.width(), legend.width()) + 2 * kInset, map.height() + legend.height() + 3 * kInset);
}

void MapPicture::paint(QPainter &painter, const QRectF &area)
{
    const double scale = std::min(area.width() / m_size.width(), area.height() / m_size.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.center() - QPointF(m_size.width(), m_size.height()) * scale / 2);
    painter.scale(scale, scale);
    QLinearGradient ground(0, 0, 0, m_size.height());
    ground.setColorAt(0, Stage::top());
    ground.setColorAt(1, Stage::bottom());
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(QPointF(), m_size), 14, 14);
    const QSizeF legend = MapLegend::sizeOfLegend(m_also);
    const QRectF map((m_size.width() - m_layout.bounds().width()) / 2, kInset, m_layout.bounds().width(),
        m_layout.bounds().height());
    m_scene.render(&painter, map, m_layout.bounds());
    MapLegend::paintLegend(painter,
        QRectF(QPointF((m_size.width() - legend.width()) / 2, m_size.height() - kInset - legend.height()), legend),
        m_also, QGuiApplication::isRightToLeft());
    painter.restore();
}

QString saveMap(const viewmodels::FabricPicture &picture, const QString &path, MapFormat format)
{
    MapPicture map(picture);
    return written(path, [&](QIODevice &file) {
        switch (format) {
        case MapFormat::Png: return writePng(map, file);
        case MapFormat::Svg: return writeSvg(map, file);
        case MapFormat::Pdf: return writePdf(map, file);
        }
        return false;
    });
}

QString savePlan(const viewmodels::FabricPicture &picture, const QString &path)
{
    return written(path, [&](QIODevice &file) {
        const CablePlan plan(picture);
        QPdfWriter writer(&file);
        writer.setTitle(CablePlan::title());
        return plan.print(writer);
    });
}

} // namespace sparkloom::widgets
