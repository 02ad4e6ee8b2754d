// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/startviewmodel.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace sparkloom::viewmodels {

// What a person may choose once for all windows; the window keeps it. Main thread.
class SettingsViewModel : public QObject {
    Q_OBJECT
public:
    enum class Appearance { System, Light, Dark };

    struct Values {
        QString language; // a code that has a translation; empty: as the desktop has it
        Appearance appearance = Appearance::System;
        bool calm = false;     // no motion, also where the desktop wants some
        bool sameSudo = false; // "the same on all Sparks" is ticked where a sudo password is asked for
        friend bool operator==(const Values &, const Values &) = default;
    };
    // Where something is kept on this computer.
    struct Place {
        enum class Kind { Clusters, Keys, Journal, Window };
        Kind kind = Kind::Clusters;
        QString path;
    };
    // A cluster that this computer remembers.
    struct Remembered {
        QString name;
        QString sparks;
        QString reason; // why it cannot be forgotten; empty: it can
    };

    using QObject::QObject;

    const Values &values() const { return m_values; }
    void setValues(const Values &values);
    QStringList languages() const { return m_languages; }
    void setLanguages(const QStringList &codes);
    // The desktop asks for less motion: then nothing moves, whatever is chosen here.
    void setDesktopCalm(bool calm);
    QString calmHint() const; // empty: it does not, or nobody could ask it
    static QString languageName(const QString &code); // in that language itself
    const std::vector<Place> &places() const { return m_places; }
    void setPlaces(std::vector<Place> places);
    static QString placeName(Place::Kind kind);
    // openHere: the cluster of this window.
    void setKnown(const std::vector<KnownCluster> &known, const QString &openHere);
    std::vector<Remembered> remembered() const;
    void setProblem(const Sentence &problem); // a record could not be removed
    QString problem() const { return said(m_problem); }

    // Intents. Forgetting asks once more.
    void choose(const Values &values);
    void forget(const QString &cluster);
    QString asking() const { return m_asking; } // the cluster that forgetting was asked for
    void confirmForget();
    void refuseForget();

Q_SIGNALS:
    void changed();
    void chosen(); // values() are to be kept, and to hold from now on
    void forgetRequested(const QString &cluster);

private:
    Values m_values;
    QStringList m_languages;
    bool m_desktopCalm = false;
    std::vector<Place> m_places;
    std::vector<KnownCluster> m_known;
    QString m_openHere;
    QString m_asking;
    Sentence m_problem;
};

} // namespace sparkloom::viewmodels
