// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ports/practicecontrol.h"
#include "viewmodels/pageviewmodel.h"
#include "viewmodels/sentence.h"

#include <QStringList>

#include <vector>

namespace sparkloom::viewmodels {

// What a person does to virtual Sparks so that something goes wrong, and what is wrong with them now. Main thread.
class PracticeViewModel : public QObject {
    Q_OBJECT
public:
    static constexpr int kSlowest = 1; // Gb/s
    static constexpr int kFastest = 200;
    static constexpr int kUsual = 25;

    struct Choice {
        QString key;
        QString text;
        friend bool operator==(const Choice &, const Choice &) = default;
    };
    // Something that is wrong now.
    struct Trouble {
        QString fault; // id; empty: a cable that was slowed down
        QString place; // as VirtualSparks::setFault takes it; of a slow cable "cable:spark-a:0"
        QString text;
        friend bool operator==(const Trouble &, const Trouble &) = default;
    };

    using QObject::QObject;

    // The virtual Sparks that somebody practises on; empty: nobody does.
    void begin(const QStringList &sparks);
    void setState(const engine::PracticeState &state);
    void setProblem(const Sentence &problem);
    void retranslate() { Q_EMIT changed(); }

    bool practising() const { return !m_sparks.isEmpty(); }
    QString problem() const { return said(m_problem); }
    std::vector<Choice> faults() const; // by id; empty until the simulator has told them
    QString fault() const { return m_fault; }
    // Where the chosen fault can sit, now.
    std::vector<Choice> places() const;
    QString place() const; // the chosen one of them; empty: there is none
    PageAction putAction() const;
    std::vector<Choice> cables() const; // that are plugged in
    QString cable() const;
    PageAction slowAction() const;
    std::vector<Trouble> troubles() const; // in the order in which they came, slow cables last

    // Intents.
    void chooseFault(const QString &id);
    void choosePlace(const QString &key);
    void chooseCable(const QString &key);
    void put();
    void slow(int gbps); // kSlowest to kFastest
    void take(const Trouble &trouble);
    void takeAll();

Q_SIGNALS:
    void changed();
    void faultRequested(const QString &fault, const QString &place, bool on);
    void slowRequested(const sparkloom::engine::VirtualSocket &socket, double gbps);

private:
    const engine::VirtualFaultKind *kind(const QString &id) const;
    void addPlaces(std::vector<Choice> &places, engine::VirtualFaultKind::Place place) const;
    bool isOn(const QString &fault, const QString &place) const;
    void requestSlow(const QString &cable, double gbps);

    QStringList m_sparks;
    engine::PracticeState m_state;
    QString m_fault;
    QString m_place;
    QString m_cable;
    Sentence m_problem;
};

} // namespace sparkloom::viewmodels
