// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/kdnssd/browserthread.h"

namespace sparkloom::kdnssd {
namespace {

QString keyOf(const Service &service)
{
    return service.type + QLatin1Char('/') + service.name;
}

} // namespace

Service BrowserThread::valueOf(const KDNSSD::RemoteService::Ptr &service)
{
    return {service->serviceName(), service->type(), service->hostName(), service->port()};
}

void BrowserThread::begin()
{
    if (KDNSSD::ServiceBrowser::isAvailable() != KDNSSD::ServiceBrowser::Working) {
        Q_EMIT unavailable();
        return;
    }
    for (const QString &type : {QStringLiteral("_ssh._tcp"), QStringLiteral("_workstation._tcp")}) {
        auto browser = std::make_unique<KDNSSD::ServiceBrowser>(type, true);
        // Direct: the object that the signal brings is gone when the call returns.
        connect(
            browser.get(), &KDNSSD::ServiceBrowser::serviceAdded, this,
            [this](const KDNSSD::RemoteService::Ptr &added) {
                const Service service = valueOf(added);
                const QString key = keyOf(service);
                if (m_copies.size() < kMaxServices || m_copies.contains(key))
                    if (++m_copies[key] == 1)
                        Q_EMIT appeared(service);
            },
            Qt::DirectConnection);
        connect(
            browser.get(), &KDNSSD::ServiceBrowser::serviceRemoved, this,
            [this](const KDNSSD::RemoteService::Ptr &removed) {
                const Service service = valueOf(removed);
                const auto copies = m_copies.find(keyOf(service));
                if (copies == m_copies.end() || --copies.value() > 0)
                    return;
                m_copies.erase(copies);
                Q_EMIT vanished(service);
            },
            Qt::DirectConnection);
        connect(browser.get(), &KDNSSD::ServiceBrowser::finished, this, &BrowserThread::settled);
        browser->startBrowse();
        m_browsers.push_back(std::move(browser));
    }
}

void BrowserThread::end()
{
    m_browsers.clear();
    m_copies.clear();
}

} // namespace sparkloom::kdnssd
