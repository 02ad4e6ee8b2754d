// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

// A window that is closed in the middle of something, and what is left of it on the Sparks; part of tst_stories.
std::unique_ptr<QObject> closingStories();
