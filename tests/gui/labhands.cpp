// SPDX-License-Identifier: GPL-3.0-or-later
#include "labhands.h"

#include "widgets/fabric/fabricmap.h"

#include <QEvent>

#include <algorithm>
#include <chrono>
#include <fcntl.h>

using namespace Qt::Literals::StringLiterals;

namespace {

qint64 nowInMicroseconds()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

} // namespace

bool LabHands::open()
{
    m_folder = qEnvironmentVariable("SPARKLOOM_LAB_HANDS");
    // Without a reader this fails at once instead of waiting for one.
    const int pipe = ::open(QFile::encodeName(m_folder + u"/do"_s).constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    return pipe >= 0 && m_do.open(pipe, QIODevice::WriteOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle);
}

bool LabHands::send(const QString &command)
{
    const QByteArray line = command.toUtf8() + '\n';
    return m_do.write(line) == line.size();
}

QByteArray LabHands::read(const char *file) const
{
    QFile source(m_folder + u'/' + QLatin1StringView(file));
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

int LabHands::doneCount() const
{
    return int(read("done").count('\n'));
}

bool LabHands::allWentWell() const
{
    const QByteArrayList lines = read("done").split('\n');
    return std::all_of(
        lines.begin(), lines.end(), [](const QByteArray &line) { return line.isEmpty() || line == "0"; });
}

std::vector<LabHands::LinkEvent> LabHands::linkEvents() const
{
    std::vector<LinkEvent> events;
    for (const QByteArray &line : read("links").split('\n'))
        if (const QByteArrayList words = line.split(' '); words.size() == 4 && words[0] != "0")
            events.push_back(
                {words[0].toLongLong(), QString::fromUtf8(words[1]), QString::fromUtf8(words[2]), words[3] == "up"});
    return events;
}

void FrameClock::watch(sparkloom::widgets::FabricMap *map, Wanted wanted)
{
    m_map = map;
    m_wanted = std::move(wanted);
    m_seenAt.reset();
}

// The outermost event that led to painting ends after the frame was flushed.
bool FrameClock::notify(QObject *receiver, QEvent *event)
{
    ++m_depth;
    const bool isPaint = m_map && event->type() == QEvent::Paint && receiver == m_map->viewport();
    const bool result = QApplication::notify(receiver, event);
    if (isPaint && m_map && m_wanted && !m_seenAt && m_wanted(m_map->picture()))
        m_painted = true;
    if (--m_depth == 0 && std::exchange(m_painted, false))
        m_seenAt = nowInMicroseconds();
    return result;
}
