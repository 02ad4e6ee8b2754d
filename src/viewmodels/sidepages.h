// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <array>
#include <optional>

namespace sparkloom::viewmodels {

// Pages beside the way: shown over the page of the step, which stays as it is.
enum class SidePage { Help, Log, Settings, About, Faults };
inline constexpr std::array kSidePages = {
    SidePage::Settings, SidePage::Log, SidePage::Help, SidePage::About, SidePage::Faults};

// Which of them is shown. Main thread.
class SidePagesViewModel : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    std::optional<SidePage> current() const { return m_current; }
    void open(SidePage page) { show(page); }
    void close() { show({}); }
    // Shows it, or what was shown before where it is shown already.
    void toggle(SidePage page) { show(m_current == page ? std::optional<SidePage>() : page); }
    static QString name(SidePage page);
    // Faults are for virtual Sparks only; real ones have enough of their own.
    void setPractising(bool practising);
    bool isOffered(SidePage page) const { return page != SidePage::Faults || m_practising; }

Q_SIGNALS:
    void changed();
    void offerChanged();

private:
    void show(std::optional<SidePage> page);

    std::optional<SidePage> m_current;
    bool m_practising = false;
};

} // namespace sparkloom::viewmodels
