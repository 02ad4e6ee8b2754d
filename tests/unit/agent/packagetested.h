// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

// NCCL's library out of the distribution's package; part of tst_agent_keys.
class PackageTested : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void package_isLookedUp();
    void package_thatNobodyOffers_data();
    void package_thatNobodyOffers();
    void package_isFetchedAndGoesWithoutTrace();
    void package_thatIsHostile_isNotUnpacked_data();
    void package_thatIsHostile_isNotUnpacked();
    void package_thatUnpacksToSomethingElse_isNotKept_data();
    void package_thatUnpacksToSomethingElse_isNotKept();
    void package_thatDoesNotCome_saysWhy_data();
    void package_thatDoesNotCome_saysWhy();
    void package_thatIsStopped_leavesNothing();
    void package_needsRoom();
};
