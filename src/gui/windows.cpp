// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windows.h"

#include "widgets/common/savefile.h"

#include <algorithm>

namespace sparkloom::gui {

namespace {
constexpr int kAside = 28; // pixels: a further window does not hide the one before
} // namespace

Windows::Windows(Preferences &preferences, const StartOptions &defaults, QObject *parent)
    : QObject(parent), m_preferences(preferences), m_defaults(defaults)
{
    m_defaults.cluster.clear();
    m_defaults.virtualScenario.clear();
    // Once the first window stands there.
    QMetaObject::invokeMethod(
        this, [this] { widgets::copySelectedTextPlain(this); }, Qt::QueuedConnection);
}

Windows::~Windows()
{
    while (!m_windows.empty())
        m_windows.pop_back();
}

MainWindow *Windows::windowWith(const QString &cluster) const
{
    const auto found = std::find_if(m_windows.begin(), m_windows.end(),
        [&](const auto &window) { return !cluster.isEmpty() && window->openCluster() == cluster; });
    return found == m_windows.end() ? nullptr : found->get();
}

bool Windows::raise(const QString &cluster)
{
    MainWindow *window = windowWith(cluster);
    if (!window)
        return false;
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
    return true;
}

MainWindow *Windows::open(StartOptions options)
{
    if (MainWindow *there = windowWith(options.cluster)) {
        raise(options.cluster);
        return there;
    }
    options.preferences = &m_preferences;
    options.raiseOther = [this](const QString &cluster) { return raise(cluster); };
    m_windows.push_back(std::make_unique<MainWindow>(std::move(options)));
    MainWindow *window = m_windows.back().get();
    connect(window, &MainWindow::newWindowRequested, this, [this] { open(m_defaults); });
    // Later: it is the window's own call.
    connect(
        window, &MainWindow::closed, this, [this, window] { drop(window); }, Qt::QueuedConnection);
    if (m_windows.size() > 1)
        window->move(m_windows[m_windows.size() - 2]->pos() + QPoint(kAside, kAside));
    window->show();
    window->start();
    return window;
}

void Windows::drop(MainWindow *window)
{
    std::erase_if(m_windows, [window](const auto &each) { return each.get() == window; });
}

} // namespace sparkloom::gui
