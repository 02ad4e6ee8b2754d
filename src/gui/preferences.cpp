// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/preferences.h"

#include "widgets/common/theme.h"

#include <QStandardPaths>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::gui {

using Appearance = viewmodels::SettingsViewModel::Appearance;
using viewmodels::Step;

namespace {

constexpr qsizetype kMostShape = 16 * 1024; // what Qt saves of a window is far below

const std::array<std::pair<Appearance, QString>, 3> &appearances()
{
    static const std::array<std::pair<Appearance, QString>, 3> words = {
        {{Appearance::System, u"system"_s}, {Appearance::Light, u"light"_s}, {Appearance::Dark, u"dark"_s}}};
    return words;
}

// Pages that are worth coming back to.
const std::array<std::pair<Step, QString>, 6> &pages()
{
    static const std::array<std::pair<Step, QString>, 6> words = {
        {{Step::Find, u"find"_s}, {Step::SignIn, u"sign-in"_s}, {Step::Topology, u"topology"_s},
            {Step::Cable, u"cable"_s}, {Step::Review, u"review"_s}, {Step::Prove, u"prove"_s}}};
    return words;
}

QString fileIn(const QString &folder)
{
    const QString place = folder.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/sparkloom"_s
        : folder;
    return place + u"/window.ini"_s;
}

QString keyOfPage(const QString &cluster)
{
    return u"pages/"_s + cluster;
}

} // namespace

Preferences::Preferences(const QString &folder, QObject *parent)
    : QObject(parent), m_file(fileIn(folder), QSettings::IniFormat)
{
    m_values.language = m_file.value(u"language"_s).toString().left(16);
    const QString appearance = m_file.value(u"appearance"_s).toString();
    for (const auto &[value, word] : appearances())
        if (word == appearance)
            m_values.appearance = value;
    m_values.calm = m_file.value(u"calm"_s).toBool();
    m_values.sameSudo = m_file.value(u"sameSudo"_s).toBool();
}

QString Preferences::path() const
{
    return m_file.fileName();
}

void Preferences::keep(const Values &values)
{
    const bool otherLanguage = values.language != m_values.language;
    m_values = values;
    m_file.setValue(u"language"_s, values.language);
    for (const auto &[value, word] : appearances())
        if (value == values.appearance)
            m_file.setValue(u"appearance"_s, word);
    m_file.setValue(u"calm"_s, values.calm);
    m_file.setValue(u"sameSudo"_s, values.sameSudo);
    if (otherLanguage)
        m_language.use(values.language);
    holdMotion();
    Q_EMIT changed();
}

void Preferences::begin(const QString &language)
{
    m_language.use(language.isEmpty() ? m_values.language : language);
    holdMotion();
}

void Preferences::holdMotion() const
{
    widgets::setCalm(m_values.calm || m_desktopCalm);
}

void Preferences::follow(const engine::DesktopSettings &desktop)
{
    connect(&desktop, &engine::DesktopSettings::changed, this, [this, &desktop] {
        m_desktopCalm = desktop.lessMotion();
        holdMotion();
        Q_EMIT changed();
    });
}

QByteArray Preferences::shape(const QString &what) const
{
    const QByteArray shape = m_file.value(u"shapes/"_s + what).toByteArray();
    return shape.size() > kMostShape ? QByteArray() : shape;
}

void Preferences::keepShape(const QString &what, const QByteArray &shape)
{
    m_file.setValue(u"shapes/"_s + what, shape);
}

std::optional<Step> Preferences::pageOf(const QString &cluster) const
{
    const QString kept = m_file.value(keyOfPage(cluster)).toString();
    for (const auto &[step, word] : pages())
        if (word == kept)
            return step;
    return std::nullopt;
}

void Preferences::keepPage(const QString &cluster, Step page)
{
    for (const auto &[step, word] : pages())
        if (step == page)
            m_file.setValue(keyOfPage(cluster), word);
}

void Preferences::forgetPage(const QString &cluster)
{
    m_file.remove(keyOfPage(cluster));
}

} // namespace sparkloom::gui
