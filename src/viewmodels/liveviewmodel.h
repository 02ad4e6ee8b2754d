// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow/liveviews.h"
#include "engine/flow/views.h"
#include "engine/text/text.h"
#include "viewmodels/fabricpicture.h"
#include "viewmodels/liveevents.h"
#include "viewmodels/liveshown.h"
#include "viewmodels/loadscale.h"
#include "viewmodels/pageviewmodel.h"

#include <QStringList>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace sparkloom::viewmodels {

// Where the figures come from; engine::LiveFlow, or a script in a test.
struct LiveFeed {
    std::function<engine::LiveView()> view;
    std::function<std::vector<engine::LiveCable>()> cables; // of the view, cheap enough for every frame
    std::function<const domain::Series *(const domain::HalfRef &)> lane;
    std::function<const domain::Series *(const domain::CageRef &)> cage;
    std::function<std::chrono::nanoseconds()> clock;
};

// A line of the focused chart.
struct ChartLine {
    int way = 0; // as in LiveCableShown::ways
    CableStrip::Line line = CableStrip::Line::Whole;
    std::vector<LoadColumn> columns; // from ChartTime::from to ChartTime::to
};
struct ChartTime {
    std::chrono::nanoseconds from{};
    std::chrono::nanoseconds to{};
};
// A rate worth knowing, with what it means.
struct ChartReference {
    double gbps = 0;
    QString text;
};

// What the cables carry now and in the last minute. Pulls from its feed as often as the window can show it, and not at
// all while nobody looks. Main thread.
class LiveViewModel : public PageViewModel {
    Q_OBJECT
public:
    enum class State {
        NoSpark,   // nobody is signed in
        Starting,  // no figures yet
        Streaming, // all Sparks
        Partly,    // some Sparks do not tell
        Stale,     // figures came, but no more
        Ended,     // nobody watches any more; what is shown is the last that was known
    };
    static constexpr int kFrameMs = 50;                           // while the window has the focus
    static constexpr int kQuietFrameMs = 100;                     // while it has not
    static constexpr std::array<int, 4> kSpans = {60, 30, 10, 5}; // seconds that the chart can show
    static constexpr int kChartColumns = 150;

    explicit LiveViewModel(QObject *parent = nullptr);

    void setFeed(std::optional<LiveFeed> feed); // nothing: there is no session
    void setHosts(const std::vector<engine::HostView> &hosts);
    void setCabling(const engine::CablingView &cabling);
    void setProblem(const std::optional<base::Error> &error);
    void addEvent(LiveEvent::Kind kind, const Sentence &text, int cable = 0); // now
    // Someone can see the page; else nothing is pulled.
    void setShown(bool shown);
    void setFocused(bool focused); // the window has the focus
    bool pulling() const { return m_timer.isActive(); }
    // One frame, as the timer does it. Tests call it themselves.
    void pull();
    // Looks for what changed besides figures; also while nobody sees the page.
    void lookAround();

    QString headline() const override;
    QString detail() const override;
    PageAction primaryAction() const override; // none while figures come
    void triggerPrimary() override;

    State state() const { return m_state; }
    const std::vector<LiveCableShown> &cables() const { return m_cables; }
    const LiveCableShown *cable(int number) const;
    const CableStrip *strip(int number) const;
    const FabricPicture &picture() const { return m_picture; }
    const std::vector<engine::LiveSpark> &sparks() const { return m_view.sparks; } // a few times a second
    std::optional<double> rdmaShare() const;                                       // of all cables
    const std::deque<LiveEvent> &events() const { return m_events.all(); }
    QStringList warnings() const; // what is odd, the worst first
    QStringList missing() const;  // which part of the picture is missing
    engine::text::Explanation problem() const;
    QString statusText() const;                              // "20 samples per second, the last one 40 ms ago"
    QString sparkText(const engine::LiveSpark &spark) const; // what it sends and receives

    // The scale of strips and chart.
    const LoadScale &scale() const { return m_scale; }
    void setScale(LoadScale::Kind kind);
    QString scaleText() const;                               // the badge
    std::chrono::nanoseconds time() const { return m_time; } // of the frame that is shown

    // The cable that the chart shows; 0 where there is none.
    int focus() const { return m_focus; }
    void setFocus(int cable);
    bool chartShown() const { return m_chart; } // of that cable, in the place of the map
    void setChartShown(bool shown);
    void focusNext(int step); // +1, -1
    bool paused() const { return m_paused; }
    void setPaused(bool paused);
    int span() const { return m_span; } // seconds
    void setSpan(int seconds);
    void zoom(int steps);  // into the chart, or out of it where negative
    void pan(int columns); // while paused: to older figures where negative
    ChartTime chartTime() const;
    std::vector<ChartLine> chartLines() const;
    std::vector<ChartReference> references() const; // that the scale has room for

    // Words. Whole sentences for screen readers; lines for the page.
    QString cableTitle(const LiveCableShown &cable) const; // "Cable 1"
    QString cableEnds(const LiveCableShown &cable) const;  // "spark-a 0 ↔ spark-b 1", slow: "· 100 Gb/s"
    QString cableSummary(int number) const; // "Cable 2: 171 Gb/s from spark-b to spark-c, minimum 12, 3 dips"
    QString summary() const;                // of all cables
    QString trafficText(const LiveCableShown &cable) const; // "RDMA 99 %, TCP 1 %"
    QString ageText(const LiveCableShown &cable) const;     // "last figures 3 s ago"
    QString laneText(const LiveLaneShown &lane) const;      // "47.7", "no link", "nothing so far"
    // What the lines say at this time: one line each.
    QStringList readingAt(std::chrono::nanoseconds at) const;
    static QString number(const std::optional<double> &gbps); // "95.4", "0.12", a question mark
    static QString amount(std::uint64_t bytes);               // "1.2 TB"

    void clearTotals() { Q_EMIT clearRequested(); }

Q_SIGNALS:
    void frame(); // new figures
    void focusChanged();
    void startRequested();
    void signInRequested();
    void clearRequested();

private:
    void takeCables();
    void takeStrips();
    void takeView();
    void fitScale();
    void repaintPicture();
    State stateNow() const;
    const domain::Series *series(const domain::CableEnd &end, CableStrip::Line line) const;

    std::optional<LiveFeed> m_feed;
    std::vector<engine::HostView> m_hosts;
    engine::CablingView m_cabling;
    engine::LiveView m_view; // as of the last look around
    std::vector<LiveCableShown> m_cables;
    std::map<int, CableStrip> m_strips;                               // by cable
    std::map<std::pair<domain::CageRef, int>, domain::Series> m_kept; // while paused
    FabricPicture m_picture;
    LiveEvents m_events;
    LoadScale m_scale;
    QTimer m_timer;
    std::optional<base::Error> m_problem;
    State m_state = State::NoSpark;
    std::chrono::nanoseconds m_time{};
    std::chrono::nanoseconds m_lookedAround{};
    std::chrono::nanoseconds m_panned{0}; // how far the chart ends before m_time
    double m_busiest = 0;                 // of all Sparks, what one sends
    int m_span = kSpans.front();
    int m_focus = 0;
    bool m_chart = false;
    bool m_shown = false;
    bool m_paused = false;
};

} // namespace sparkloom::viewmodels
