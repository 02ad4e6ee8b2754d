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
    m_burstLeft = engine::kLookUpBurst;
    m_resolveTimer = std::make_unique<QTimer>();
    m_resolveTimer->setInterval(1000 / engine::kLookUpsPerSecond);
    connect(m_resolveTimer.get(), &QTimer::timeout, this, &BrowserThread::resolveNext);
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
    m_toResolve.clear();
    m_resolveTimer.reset();
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
    const bool preferred = isPreferred(*service);
    if (m_known.size() >= engine::kMostAnnouncements && !(preferred && makeRoom()))
        return;
    m_known.insert(key, {service, 1});
    resolveSoon(key, preferred);
}

bool BrowserThread::isPreferred(const KDNSSD::RemoteService &service) const
{
    return engine::isPreferred(m_preferred, service.serviceName());
}

// Somebody who is not preferred gives way; false where all are.
bool BrowserThread::makeRoom()
{
    const auto stranger = std::find_if(
        m_known.begin(), m_known.end(), [this](const Known &known) { return !isPreferred(*known.service); });
    if (stranger == m_known.end())
        return false;
    const Known gone = *stranger;
    m_toResolve.removeAll(stranger.key());
    m_known.erase(stranger);
    gone.service->disconnect(this);
    if (gone.state == Known::State::Answered)
        Q_EMIT vanished(valueOf(*gone.service));
    return true;
}

void BrowserThread::resolveSoon(const QString &key, bool preferred)
{
    preferred ? m_toResolve.prepend(key) : m_toResolve.append(key);
    if (m_burstLeft > 0) {
        --m_burstLeft;
        resolveNext();
    } else if (!m_resolveTimer->isActive()) {
        m_resolveTimer->start();
    }
}

void BrowserThread::resolveNext()
{
    if (m_toResolve.isEmpty()) {
        m_resolveTimer->stop();
        return;
    }
    const QString key = m_toResolve.takeFirst();
    const auto known = m_known.find(key);
    if (known == m_known.end())
        return;
    const KDNSSD::RemoteService::Ptr service = known->service;
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
    m_toResolve.removeAll(keyOf(*service));
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
