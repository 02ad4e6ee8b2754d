// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

// A colleague changes Sparks by hand while the window stands open; part of tst_stories.
std::unique_ptr<QObject> driftStories();
