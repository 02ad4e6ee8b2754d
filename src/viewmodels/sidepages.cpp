// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/sidepages.h"

namespace sparkloom::viewmodels {

void SidePagesViewModel::show(std::optional<SidePage> page)
{
    if (m_current == page)
        return;
    m_current = page;
    Q_EMIT changed();
}

QString SidePagesViewModel::name(SidePage page)
{
    switch (page) {
    case SidePage::Help: return tr("Help");
    case SidePage::Log: return tr("Log");
    case SidePage::Settings: return tr("Settings");
    case SidePage::About: return tr("About");
    }
    return {};
}

} // namespace sparkloom::viewmodels
