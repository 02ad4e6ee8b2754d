// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>
#include <QString>

#include <optional>

namespace sparkloom::viewmodels {

// The one thing that a page wants the person to do; a disabled one says why.
struct PageAction {
    QString text;
    bool enabled = false;
    QString reason; // shown beside the button where it is disabled
    friend bool operator==(const PageAction &, const PageAction &) = default;
};

// What every page has. Holds values and gives intents as signals; knows neither session nor widgets, so that pages can
// be rendered from made-up values. Main thread.
class PageViewModel : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QString headline() const = 0; // the one sentence that matters
    virtual QString detail() const { return {}; }
    virtual PageAction primaryAction() const = 0;
    virtual void triggerPrimary() = 0;
    // The language is another one: whatever holds words makes them anew.
    virtual void retranslate() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();
    void continueRequested(); // to the next step
};

} // namespace sparkloom::viewmodels
