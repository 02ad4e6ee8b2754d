// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt does between threads, told to the thread sanitizer. Qt is not instrumented, and its queues, mutexes and
// futures stand on futexes, which the sanitizer cannot see: whatever one thread hands to another through Qt would look
// like a race. Here each way of handing over that this project uses is given the order that Qt gives it, and no more,
// so that what is not handed over stays visible. The linker sends the calls of our code through this file (--wrap).
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QObject>
#include <QThread>

#include <atomic>
#include <cstdarg>
#include <cstdint>
#include <cstring>
#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>
#include <unistd.h>

// Exported by Qt for its own tests (QtCore/private/qobject_p.h).
struct QSignalSpyCallbackSet {
    using Begin = void (*)(QObject *, int, void **);
    using End = void (*)(QObject *, int);
    Begin signalBegin = nullptr;
    Begin slotBegin = nullptr;
    End signalEnd = nullptr;
    End slotEnd = nullptr;
};

// Qt Test takes all callbacks away at its end, and a thread that is just about to call one falls into nothing. Ours goes
// before Qt's, and they stay.
void qt_register_signal_spy_callbacks(QSignalSpyCallbackSet *callbacks)
{
    using Function = void (*)(QSignalSpyCallbackSet *);
    static const auto real = reinterpret_cast<Function>(
        dlsym(RTLD_NEXT, "_Z32qt_register_signal_spy_callbacksP21QSignalSpyCallbackSet"));
    if (callbacks)
        real(callbacks);
}

namespace {

void release(const void *token)
{
    __tsan_release(const_cast<void *>(token));
}

void acquire(const void *token)
{
    __tsan_acquire(const_cast<void *>(token));
}

// Posts that are under way: Qt makes the event and copies its arguments inside, where nobody can be told that it is
// done. So a post counts as done when the call returns, and who delivers its event waits for that. This file is not
// instrumented: that it waits is no order to the sanitizer. Places are shared by chance, which only waits for more: what
// lasts as long as a thread has places of its own.
enum class Kind { Post, Life };
template <Kind>
class Tally {
public:
    static void begin(const void *token)
    {
        release(token); // for a call whose poster waits for its end
        ++s_mine[placeOf(token)];
        s_all[placeOf(token)].fetch_add(1);
    }
    static void end(const void *token)
    {
        release(token);
        s_all[placeOf(token)].fetch_sub(1);
        --s_mine[placeOf(token)];
    }
    // At most 5 s: a signal may have direct receivers too, and one of them may wait for this thread.
    static void await(const void *token)
    {
        for (int i = 0; i < 50'000 && s_all[placeOf(token)].load() > s_mine[placeOf(token)]; ++i)
            usleep(100);
        acquire(token);
    }

private:
    static constexpr std::size_t kPlaces = 65536;
    static std::size_t placeOf(const void *token)
    {
        return (reinterpret_cast<std::uintptr_t>(token) * 0x9e3779b97f4a7c15u >> 32) % kPlaces;
    }

    static inline std::atomic<int> s_all[kPlaces];
    static inline thread_local int s_mine[kPlaces]; // signals that this thread is emitting have no say
};
using UnderWay = Tally<Kind::Post>;
using Lives = Tally<Kind::Life>;

// The signals that this thread is emitting, one inside the other. Qt does not tell the end of one whose sender was
// destroyed meanwhile: such a one is over as soon as the stack is no longer as deep.
class Emissions {
public:
    static void begin(const void *sender, const void *frame)
    {
        prune(frame);
        if (s_depth == kDeepest)
            return;
        s_open[s_depth++] = {sender, frame};
        UnderWay::begin(sender);
    }
    static void end(const void *sender)
    {
        int at = s_depth - 1;
        while (at >= 0 && s_open[at].sender != sender)
            --at;
        while (at >= 0 && s_depth > at)
            UnderWay::end(s_open[--s_depth].sender);
    }
    static void prune(const void *frame)
    {
        while (s_depth > 0 && s_open[s_depth - 1].frame <= frame) // stacks grow downwards
            UnderWay::end(s_open[--s_depth].sender);
    }

private:
    struct Emission {
        const void *sender;
        const void *frame;
    };
    static constexpr int kDeepest = 256;
    static inline thread_local Emission s_open[kDeepest];
    static inline thread_local int s_depth = 0;
};

// A queued call of a signal names its sender behind the 16 bytes of QEvent and the number of the signal
// (QAbstractMetaCallEvent of Qt 6.4); null for a call that no signal made.
const void *senderOf(const QEvent *event)
{
    const void *sender = nullptr;
    std::memcpy(&sender, reinterpret_cast<const char *>(event) + 24, sizeof sender);
    return sender;
}

// Who posted such a call waits until it has been carried out: what follows it in the event is the semaphore for that.
bool isWaitedFor(const QEvent *event)
{
    const void *semaphore = nullptr;
    std::memcpy(&semaphore, reinterpret_cast<const char *>(event) + 32, sizeof semaphore);
    return semaphore != nullptr;
}

// The life of a thread that takes events, for those who wait for its end: its last words are no event.
class Life {
public:
    Life() : m_token(tokenOf(QThread::currentThread())) { Lives::begin(m_token); }
    ~Life() { Lives::end(m_token); }
    Life(const Life &) = delete;
    Life &operator=(const Life &) = delete;
    static const void *tokenOf(const void *thread) { return static_cast<const char *>(thread) + 1; }

private:
    const void *const m_token;
};

// Before any event is delivered: behind all that was posted to its receiver, or emitted by its sender.
bool eventArrives(void **arguments)
{
    const auto *event = static_cast<const QEvent *>(arguments[1]);
    static thread_local const Life life;
    Emissions::prune(__builtin_frame_address(0));
    const bool isCall = event->type() == QEvent::MetaCall;
    const auto catchUp = isCall && isWaitedFor(event) ? acquire : UnderWay::await;
    catchUp(arguments[0]);
    if (isCall)
        if (const void *sender = senderOf(event))
            catchUp(sender);
    return false; // go on
}

// The receiver of a signal may live on another thread, and its call is then queued.
void signalBegins(QObject *sender, int, void **)
{
    Emissions::begin(sender, __builtin_frame_address(0));
}

void signalEnds(QObject *sender, int)
{
    Emissions::end(sender);
}

const bool listening = [] {
    static QSignalSpyCallbackSet callbacks{signalBegins, nullptr, signalEnds, nullptr};
    qt_register_signal_spy_callbacks(&callbacks);
    return QInternal::registerCallback(QInternal::EventNotifyCallback, eventArrives);
}();

// All copies of a future share what its first member points to.
const void *sharedOf(const void *future)
{
    const void *shared = nullptr;
    std::memcpy(&shared, static_cast<const char *>(future) + sizeof(void *), sizeof shared);
    return shared;
}

} // namespace

extern "C" {

// bool QMetaObject::invokeMethodImpl(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *)
bool __real__ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
    QObject *object, void *slot, int type, void *result);
bool __wrap__ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
    QObject *object, void *slot, int type, void *result)
{
    UnderWay::begin(object);
    const bool found =
        __real__ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
            object, slot, type, result);
    UnderWay::end(object);
    return found;
}

// void QCoreApplication::postEvent(QObject *, QEvent *, int)
void __real__ZN16QCoreApplication9postEventEP7QObjectP6QEventi(QObject *receiver, QEvent *event, int priority);
void __wrap__ZN16QCoreApplication9postEventEP7QObjectP6QEventi(QObject *receiver, QEvent *event, int priority)
{
    UnderWay::begin(receiver);
    __real__ZN16QCoreApplication9postEventEP7QObjectP6QEventi(receiver, event, priority);
    UnderWay::end(receiver);
}

// void QObject::deleteLater()
void __real__ZN7QObject11deleteLaterEv(QObject *object);
void __wrap__ZN7QObject11deleteLaterEv(QObject *object)
{
    UnderWay::begin(object);
    __real__ZN7QObject11deleteLaterEv(object);
    UnderWay::end(object);
}

// bool QObject::disconnect(const QObject *, const char *, const QObject *, const char *): what Qt has made at a
// connection.
bool __real__ZN7QObject10disconnectEPKS_PKcS1_S3_(const void *sender, const char *, const void *, const char *);
bool __wrap__ZN7QObject10disconnectEPKS_PKcS1_S3_(
    const void *sender, const char *signal, const void *receiver, const char *slot)
{
    UnderWay::await(sender);
    return __real__ZN7QObject10disconnectEPKS_PKcS1_S3_(sender, signal, receiver, slot);
}

// bool QThread::wait(QDeadlineTimer)
bool __real__ZN7QThread4waitE14QDeadlineTimer(void *thread, QDeadlineTimer deadline);
bool __wrap__ZN7QThread4waitE14QDeadlineTimer(void *thread, QDeadlineTimer deadline)
{
    const bool ended = __real__ZN7QThread4waitE14QDeadlineTimer(thread, deadline);
    if (ended)
        Lives::await(Life::tokenOf(thread));
    return ended;
}

// void QBasicMutex::lockInternal(), unlockInternal(): where two threads meet. Where they do not, our own code changes
// the word of the mutex, and the sanitizer sees it.
void __real__ZN11QBasicMutex12lockInternalEv(void *mutex);
void __wrap__ZN11QBasicMutex12lockInternalEv(void *mutex)
{
    __real__ZN11QBasicMutex12lockInternalEv(mutex);
    acquire(mutex);
}
void __real__ZN11QBasicMutex14unlockInternalEv(void *mutex);
void __wrap__ZN11QBasicMutex14unlockInternalEv(void *mutex)
{
    release(mutex);
    __real__ZN11QBasicMutex14unlockInternalEv(mutex);
}

// bool QFutureInterfaceBase::derefT() const: who lets go last takes the results away.
bool __real__ZNK20QFutureInterfaceBase6derefTEv(const void *future);
bool __wrap__ZNK20QFutureInterfaceBase6derefTEv(const void *future)
{
    const void *shared = sharedOf(future);
    release(shared);
    const bool othersLeft = __real__ZNK20QFutureInterfaceBase6derefTEv(future);
    if (!othersLeft)
        acquire(shared);
    return othersLeft;
}

// QProcess starts programs by clone() as vfork() does: in one memory with this process, which waits until the child has
// called exec. clang's sanitizer takes it for a fork() and tidies up in the child what is still in use here: "CHECK
// failed: (!thr->slot)". Ours goes before its own, which is weak.
int clone(int (*function)(void *), void *stack, int flags, void *argument, ...) noexcept
{
    using Function = int (*)(int (*)(void *), void *, int, void *, ...);
    static const auto real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "clone"));
    va_list more;
    va_start(more, argument);
    auto *const parentNumber = va_arg(more, pid_t *);
    auto *const storage = va_arg(more, void *);
    auto *const childNumber = va_arg(more, pid_t *);
    va_end(more);
    return real(function, stack, flags, argument, parentNumber, storage, childNumber);
}
}
