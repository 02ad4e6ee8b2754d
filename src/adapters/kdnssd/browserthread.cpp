// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/kdnssd/browserthread.h"

#include <algorithm>

namespace sparkloom::kdnssd {
namespace {

QString keyOf(const KDNSSD::RemoteService &service)
{
    return service.type() + QLatin1Char('/') + service.serviceName();
}

Service valueOf(const KDNSSD::RemoteService &service)
{
    return {service.serviceName(), service.type(), service.hostName(), service.port()};
}

} // namespace

void BrowserThread::begin()
{
    if (KDNSSD::ServiceBrowser::isAvailable() != KDNSSD::ServiceBrowser::Working) {
        Q_EMIT unavailable();
        return;
    }
    for (const QString &type : {QStringLiteral("_ssh._tcp"), QStringLiteral("_workstation._tcp")}) {
        auto browser = std::make_unique<KDNSSD::ServiceBrowser>(type, false);
        const std::size_t number = m_browsers.size();
        // Direct: the object that the signal brings may be gone when the call returns.
        connect(
            browser.get(), &KDNSSD::ServiceBrowser::serviceAdded, this, &BrowserThread::added, Qt::DirectConnection);
        connect(browser.get(), &KDNSSD::ServiceBrowser::serviceRemoved, this, &BrowserThread::removed,
            Qt::DirectConnection);
        connect(browser.get(), &KDNSSD::ServiceBrowser::finished, this, [this, number] {
            m_finished[number] = true;
            settleIfDone();
        });
        m_browsers.push_back(std::move(browser));
        m_finished.push_back(false);
    }
    for (const auto &browser : m_browsers)
        browser->startBrowse();
}

void BrowserThread::end()
{
    m_browsers.clear();
    m_finished.clear();
    m_known.clear();
}

void BrowserThread::added(const KDNSSD::RemoteService::Ptr &service)
{
    const QString key = keyOf(*service);
    if (const auto known = m_known.find(key); known != m_known.end()) {
        ++known->copies;
        if (known->state == Known::State::Answered)
            Q_EMIT appeared(valueOf(*known->service));
        return;
    }
    if (m_known.size() >= kMaxServices)
        return;
    m_known.insert(key, {service, 1});
    connect(
        service.data(), &KDNSSD::RemoteService::resolved, this, [this, key](bool success) { resolved(key, success); });
    service->resolveAsync();
}

void BrowserThread::resolved(const QString &key, bool success)
{
    const auto known = m_known.find(key);
    if (known == m_known.end())
        return;
    known->state = success ? Known::State::Answered : Known::State::Failed;
    if (success)
        Q_EMIT appeared(valueOf(*known->service));
    settleIfDone();
}

void BrowserThread::removed(const KDNSSD::RemoteService::Ptr &service)
{
    const auto known = m_known.find(keyOf(*service));
    if (known == m_known.end())
        return;
    const Service value = valueOf(*known->service);
    const bool told = known->state == Known::State::Answered;
    if (--known->copies > 0) {
        if (told)
            Q_EMIT appeared(value);
        return;
    }
    m_known.erase(known);
    if (told)
        Q_EMIT vanished(value);
    settleIfDone();
}

void BrowserThread::settleIfDone()
{
    const bool asking = std::any_of(
        m_known.cbegin(), m_known.cend(), [](const Known &known) { return known.state == Known::State::Asked; });
    if (!asking && std::find(m_finished.begin(), m_finished.end(), false) == m_finished.end())
        Q_EMIT settled();
}

} // namespace sparkloom::kdnssd
