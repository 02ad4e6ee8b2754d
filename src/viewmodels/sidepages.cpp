// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/sidepages.h"

namespace sparkloom::viewmodels {

void SidePagesViewModel::show(std::optional<SidePage> page)
{
    if (m_current == page || (page && !isOffered(*page)))
        return;
    m_current = page;
    Q_EMIT changed();
}

void SidePagesViewModel::setPractising(bool practising)
{
    if (m_practising == practising)
        return;
    m_practising = practising;
    if (m_current && !isOffered(*m_current))
        close();
    Q_EMIT offerChanged();
}

QString SidePagesViewModel::name(SidePage page)
{
    switch (page) {
    case SidePage::Help: return tr("Help");
    case SidePage::Log: return tr("Log");
    case SidePage::Settings: return tr("Settings");
    case SidePage::About: return tr("About");
    //: what can go wrong with virtual Sparks
    case SidePage::Faults: return tr("Faults");
    }
    return {};
}

} // namespace sparkloom::viewmodels
