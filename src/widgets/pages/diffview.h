// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace sparkloom::widgets {

// Text of machines, to read and copy: monospaced, plain; wrapped, so that nothing is out of sight. As a diff it is not
// wrapped, and lines that come and go are tinted and keep their + and -, so that colour is not needed.
class DiffView : public QPlainTextEdit {
    Q_OBJECT
public:
    enum class Form { Text, Diff };

    explicit DiffView(QWidget *parent = nullptr);
    void show(const QString &text, Form form);
    void setLines(int lines); // fixed height
    // No line is cut through its letters, however lines are broken and high the view is.
    void keepLinesWhole();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void colour();
    void showWholeLines();

    Form m_form = Form::Text;
    bool m_wholeLines = false;
};

} // namespace sparkloom::widgets
