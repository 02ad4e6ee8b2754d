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

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    Form m_form = Form::Text;
};

} // namespace sparkloom::widgets
