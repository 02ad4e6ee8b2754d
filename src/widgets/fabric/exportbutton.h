// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/fabricpicture.h"
#include "widgets/common/buttons.h"

#include <functional>

class QMenu;

namespace sparkloom::widgets {

// A button with a menu: the map as PNG, SVG or PDF, the cable plan with its labels as PDF or on paper. What could not
// be written is said in a message that names the file.
class ExportButton : public Button {
    Q_OBJECT
public:
    using Source = std::function<viewmodels::FabricPicture()>;
    explicit ExportButton(Source picture, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    using Save = std::function<QString(const viewmodels::FabricPicture &, const QString &path)>;
    void retranslate();
    void askWhere(const QString &title, const QString &name, const QString &filter, const Save &save);
    void print();
    void say(const QString &problem);

    Source m_picture;
    QMenu *m_menu;
};

} // namespace sparkloom::widgets
