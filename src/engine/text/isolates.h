// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

// Names, addresses, numbers and dates in sentences that are read from right to left. Without more, what stands around
// an argument decides on its order: "192.168.1.7 (spark-a)" comes apart, and a sentence that begins with a name is laid
// out as if it were English. Between the characters that isolate it (FSI U+2068, PDI U+2069) an argument keeps the
// order that it has by itself, and the sentence keeps its own.
namespace sparkloom::engine::text {

// The text with each of its placeholders (%1, %L1, {name}, {name:format}) isolated. What is joined without a blank, as
// in "{spark}:{path}" and "%1/%2", is one thing and stays together. %n stays as it is: a number alone keeps its order.
QString isolatePlaceholders(const QString &text);

// Parts that no sentence holds: paths, addresses and names beside each other ("DGX Spark · 192.168.1.7"). Each is
// isolated where texts are read from right to left.
QString joined(const QStringList &parts, const QString &separator);

// For what leaves the window as a file or by the clipboard: others may not expect these characters.
QString withoutIsolates(QString text);

// Translations of one language; with their placeholders isolated where that is wanted.
class IsolatingTranslator : public QTranslator {
public:
    void setIsolating(bool on) { m_isolating = on; }
    QString translate(
        const char *context, const char *sourceText, const char *disambiguation = nullptr, int n = -1) const override;

private:
    bool m_isolating = false;
};

} // namespace sparkloom::engine::text
