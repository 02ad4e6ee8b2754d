// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tested.h"

#include <QObject>

// `sparkloomctl test nccl` and `nccl` on virtual Sparks; part of tst_cli_test.
class NcclTested : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nccl_ofAHealthyPair();
    void nccl_besideTheCable();
    void nccl_otherVersions_areNotTested();
    void nccl_isCopiedFromAnotherSpark_andTakenBack();
    void nccl_otherVersions_areMadeOne();
    void nccl_behindAFirewall_isNotStarted();
    void nccl_isFetchedFromThePackage_andTakenBack();
    void nccl_packageThatDoesNotCome_leavesNothing_data();
    void nccl_packageThatDoesNotCome_leavesNothing();
};
