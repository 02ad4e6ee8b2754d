// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/settingsviewmodel.h"

#include "engine/text/isolates.h"

#include <QLocale>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace sparkloom::viewmodels {

void SettingsViewModel::setValues(const Values &values)
{
    m_values = values;
    Q_EMIT changed();
}

void SettingsViewModel::setLanguages(const QStringList &codes)
{
    m_languages = codes;
    Q_EMIT changed();
}

QString SettingsViewModel::languageName(const QString &code)
{
    if (code.isEmpty())
        return tr("As the desktop has it");
    const QString name = QLocale(code).nativeLanguageName();
    return name.isEmpty() ? code : name.left(1).toUpper() + name.mid(1);
}

void SettingsViewModel::setPlaces(std::vector<Place> places)
{
    m_places = std::move(places);
    Q_EMIT changed();
}

QString SettingsViewModel::placeName(Place::Kind kind)
{
    switch (kind) {
    case Place::Kind::Clusters: return tr("Clusters");
    case Place::Kind::Keys: return tr("Keys and fingerprints");
    case Place::Kind::Journal: return tr("What is under way");
    case Place::Kind::Window: return tr("These settings");
    }
    return {};
}

void SettingsViewModel::setKnown(const std::vector<KnownCluster> &known, const QString &openHere)
{
    m_known = known;
    m_openHere = openHere;
    Q_EMIT changed();
}

std::vector<SettingsViewModel::Remembered> SettingsViewModel::remembered() const
{
    std::vector<Remembered> all;
    for (const KnownCluster &known : m_known) {
        if (known.cluster.members.empty())
            continue;
        QStringList sparks;
        for (const engine::ClusterMember &member : known.cluster.members)
            sparks << member.name;
        Remembered each{known.cluster.name, engine::text::joined(sparks, u", "_s), {}};
        if (known.interrupted)
            each.reason = tr("A change of it was interrupted: finish it or take it back first");
        else if (known.cluster.name == m_openHere)
            each.reason = tr("It is open in this window");
        all.push_back(std::move(each));
    }
    return all;
}

void SettingsViewModel::setDesktopCalm(bool calm)
{
    if (m_desktopCalm == calm)
        return;
    m_desktopCalm = calm;
    Q_EMIT changed();
}

QString SettingsViewModel::calmHint() const
{
    return m_desktopCalm ? tr("The settings of your desktop ask for less motion, so nothing moves anyway.") : QString();
}

void SettingsViewModel::setProblem(const Sentence &problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

void SettingsViewModel::choose(const Values &values)
{
    if (values == m_values)
        return;
    m_values = values;
    Q_EMIT changed();
    Q_EMIT chosen();
}

void SettingsViewModel::forget(const QString &cluster)
{
    m_asking = cluster;
    m_problem = {};
    Q_EMIT changed();
}

void SettingsViewModel::confirmForget()
{
    const QString cluster = std::exchange(m_asking, {});
    Q_EMIT changed();
    if (!cluster.isEmpty())
        Q_EMIT forgetRequested(cluster);
}

void SettingsViewModel::refuseForget()
{
    m_asking.clear();
    Q_EMIT changed();
}

} // namespace sparkloom::viewmodels
