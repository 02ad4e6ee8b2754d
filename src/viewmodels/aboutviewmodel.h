// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <vector>

namespace sparkloom::viewmodels {

// A library that this program is made with, as it is here.
struct Library {
    QString name;
    QString version; // empty: not known
    QString licence; // SPDX
};

// What this program is, and whose work is in it. Main thread.
class AboutViewModel : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void setLibraries(std::vector<Library> libraries)
    {
        m_libraries = std::move(libraries);
        Q_EMIT changed();
    }
    const std::vector<Library> &libraries() const { return m_libraries; }

Q_SIGNALS:
    void changed();

private:
    std::vector<Library> m_libraries;
};

} // namespace sparkloom::viewmodels
