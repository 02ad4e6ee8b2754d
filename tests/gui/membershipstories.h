// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

// Sparks that join and leave, and a cluster that another computer set up, in the real window on virtual Sparks; part of
// tst_stories.
std::unique_ptr<QObject> membershipStories();
