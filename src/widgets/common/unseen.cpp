// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/unseen.h"

#include <QLabel>

namespace sparkloom::widgets {

void prepareUnseen(const QWidget &widget)
{
    widget.ensurePolished();
    if (qobject_cast<const QLabel *>(&widget)) { // it keeps what it measured
        static_cast<void>(widget.minimumSizeHint());
        static_cast<void>(widget.sizeHint());
    }
}

void prepareUnseenWhole(const QWidget &widget)
{
    prepareUnseen(widget);
    for (const QWidget *child : widget.findChildren<QWidget *>())
        prepareUnseen(*child);
}

} // namespace sparkloom::widgets
