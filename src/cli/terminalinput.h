// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QString>

#include <array>
#include <deque>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QSocketNotifier)

namespace sparkloom::cli {

// Questions at the terminal, one after the other, without blocking the event loop. Hidden answers are not echoed and go
// straight into a base::Secret; the line buffer is wiped. The terminal's settings come back when a question ends and
// when this object goes. Main thread.
class TerminalInput : public QObject {
public:
    // input is read, prompts are written to output; neither is closed.
    TerminalInput(int input, int output, QObject *parent = nullptr);
    ~TerminalInput() override;

    // Whether a person can answer: input is a terminal.
    bool usable() const;
    // The line that was typed, without its newline; nothing at end of input, on cancel(), or where nobody can answer.
    QFuture<std::optional<base::Secret>> ask(const QString &prompt, bool hidden = false);
    // Ends all questions without an answer, and all to come.
    void cancel();

private:
    struct Question {
        QString prompt;
        bool hidden;
        QPromise<std::optional<base::Secret>> promise;
    };

    void startNext();
    void readAvailable();
    void answer(std::optional<base::Secret> line);
    void hideEcho();
    void restoreEcho();

    const int m_input;
    const int m_output;
    QSocketNotifier *m_notifier;
    std::deque<Question> m_questions; // the first is being asked
    std::array<char, base::Secret::kMaxSize + 1> m_line{};
    std::size_t m_length = 0;
    bool m_tooLong = false;
    bool m_asking = false;
    bool m_echoHidden = false;
    bool m_cancelled = false;
    struct Settings;
    std::unique_ptr<Settings> m_settings;
};

} // namespace sparkloom::cli
