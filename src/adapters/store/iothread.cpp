// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/store/iothread.h"

namespace sparkloom::store {

IoThread::IoThread() : m_context(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("store-io"));
    m_context->moveToThread(&m_thread);
    QObject::connect(
        &m_thread, &QThread::started, m_context.get(), [this] { m_end.begin(); }, Qt::DirectConnection);
    m_thread.start();
}

IoThread::~IoThread()
{
    // Behind all tasks in the queue.
    QMetaObject::invokeMethod(
        m_context.get(), [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
    m_end.wait(); // keys are made here, with OpenSSL
}

} // namespace sparkloom::store
