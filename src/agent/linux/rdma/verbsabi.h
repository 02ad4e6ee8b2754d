// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pthread.h>

#include <cstddef>
#include <cstdint>

// Our own declarations of the part of libibverbs' binary interface (symbol version IBVERBS_1.1) that we use: the layout
// is that of its public header verbs.h, the names are ours. What the header does inline goes through the table of
// operations in the context, here as there. The sizes and offsets at the end are those of that header on 64-bit Linux
// (rdma-core 44), printed with offsetof; the interface has only grown since.
namespace sparkloom::agent::verbs {

struct Device; // opaque
struct Domain; // ibv_pd, opaque
struct Context;
struct QueuePair;
struct CompletionQueue;

union Gid {
    std::uint8_t raw[16];
    std::uint64_t aligned[2]; // the header's union has 64-bit members
};

constexpr std::uint32_t kSoftRoceVendor = 0xffffff; // of rdma_rxe, which has no number of its own

enum PortState { kPortActive = 4 };
enum Mtu { kMtu256 = 1, kMtu512, kMtu1024, kMtu2048, kMtu4096 };
enum QueuePairType { kReliableConnection = 2 };
enum QueuePairState { kReset, kInit, kReadyToReceive, kReadyToSend };
enum Operation { kWrite = 0, kSend = 2, kRead = 4 };
enum SendFlags : unsigned { kSignaled = 1 << 1, kInline = 1 << 3 };
enum Access { kLocalWrite = 1, kRemoteWrite = 1 << 1, kRemoteRead = 1 << 2 };
enum WorkOpcode { kReceived = 1 << 7 };
enum EventType {
    kQueuePairFatal = 1,
    kQueuePairAccess = 3,
    kDeviceFatal = 8,
    kPortIsActive = 9,
    kPortError = 10,
    kGidChange = 18
};
enum QueuePairMask {
    kMaskState = 1 << 0,
    kMaskAccess = 1 << 3,
    kMaskPkey = 1 << 4,
    kMaskPort = 1 << 5,
    kMaskPath = 1 << 7,
    kMaskMtu = 1 << 8,
    kMaskTimeout = 1 << 9,
    kMaskRetries = 1 << 10,
    kMaskNotReadyRetries = 1 << 11,
    kMaskReceiveSequence = 1 << 12,
    kMaskReadsOut = 1 << 13,
    kMaskNotReadyTimer = 1 << 15,
    kMaskSendSequence = 1 << 16,
    kMaskReadsIn = 1 << 17,
    kMaskPeer = 1 << 20,
};

struct DeviceAttributes { // ibv_device_attr: what we read of it
    char firmware[64];
    std::uint64_t nodeGuid;
    std::uint64_t imageGuid;
    std::uint64_t largestMemory;
    std::uint64_t pageSizes;
    std::uint32_t vendor;
    std::uint32_t vendorPart;
    std::uint32_t more[32]; // limits
};

struct PortAttributes {
    std::uint32_t state;
    std::uint32_t maxMtu;
    std::uint32_t activeMtu;
    int gidTableLength;
    std::uint32_t capabilities;
    std::uint32_t maxMessage;
    std::uint32_t badPkeys;
    std::uint32_t qkeyViolations;
    std::uint16_t pkeyTableLength;
    std::uint16_t lid;
    std::uint16_t smLid;
    std::uint8_t lmc;
    std::uint8_t maxVl;
    std::uint8_t smSl;
    std::uint8_t subnetTimeout;
    std::uint8_t initTypeReply;
    std::uint8_t activeWidth;
    std::uint8_t activeSpeed;
    std::uint8_t physicalState;
    std::uint8_t linkLayer;
    std::uint8_t flags;
    std::uint16_t capabilities2;
};

struct Memory { // ibv_mr
    Context *context;
    Domain *domain;
    void *address;
    std::size_t length;
    std::uint32_t handle;
    std::uint32_t localKey;
    std::uint32_t remoteKey;
};

struct Piece { // ibv_sge
    std::uint64_t address;
    std::uint32_t length;
    std::uint32_t localKey;
};

struct SendWork { // ibv_send_wr
    std::uint64_t id;
    SendWork *next;
    Piece *pieces;
    int pieceCount;
    std::uint32_t operation;
    unsigned flags;
    std::uint32_t immediate;
    union {
        struct {
            std::uint64_t address;
            std::uint32_t key;
        } remote;
        std::uint64_t room[4]; // the largest member of the header's union: an atomic
    };
    std::uint32_t sharedReceiveQueue;
    std::uint64_t more[6]; // memory window or segmentation offload
};

struct ReceiveWork { // ibv_recv_wr
    std::uint64_t id;
    ReceiveWork *next;
    Piece *pieces;
    int pieceCount;
};

struct WorkCompletion { // ibv_wc
    std::uint64_t id;
    std::uint32_t status;
    std::uint32_t opcode;
    std::uint32_t vendorCode;
    std::uint32_t bytes;
    std::uint32_t immediate;
    std::uint32_t queuePair;
    std::uint32_t sourceQueuePair;
    unsigned flags;
    std::uint16_t pkeyIndex;
    std::uint16_t sourceLid;
    std::uint8_t sl;
    std::uint8_t pathBits;
};

struct QueuePairLimits { // ibv_qp_cap
    std::uint32_t sends;
    std::uint32_t receives;
    std::uint32_t sendPieces;
    std::uint32_t receivePieces;
    std::uint32_t inlineBytes;
};

struct QueuePairRequest { // ibv_qp_init_attr
    void *own;
    CompletionQueue *sendQueue;
    CompletionQueue *receiveQueue;
    void *sharedReceiveQueue;
    QueuePairLimits limits;
    std::uint32_t type;
    int signalAll;
};

struct AddressHandle { // ibv_ah_attr, its ibv_global_route first
    Gid peer;
    std::uint32_t flowLabel;
    std::uint8_t ownIndex;
    std::uint8_t hopLimit;
    std::uint8_t trafficClass;
    std::uint16_t lid;
    std::uint8_t sl;
    std::uint8_t pathBits;
    std::uint8_t rate;
    std::uint8_t isGlobal;
    std::uint8_t port;
};

struct QueuePairAttributes { // ibv_qp_attr
    std::uint32_t state;
    std::uint32_t currentState;
    std::uint32_t mtu;
    std::uint32_t migration;
    std::uint32_t qkey;
    std::uint32_t receiveSequence;
    std::uint32_t sendSequence;
    std::uint32_t peer;
    unsigned access;
    QueuePairLimits limits;
    AddressHandle path;
    AddressHandle alternatePath;
    std::uint16_t pkeyIndex;
    std::uint16_t alternatePkeyIndex;
    std::uint8_t drainedNotify;
    std::uint8_t draining;
    std::uint8_t readsOut;
    std::uint8_t readsIn;
    std::uint8_t notReadyTimer;
    std::uint8_t port;
    std::uint8_t timeout;
    std::uint8_t retries;
    std::uint8_t notReadyRetries;
    std::uint8_t alternatePort;
    std::uint8_t alternateTimeout;
    std::uint32_t rateLimit;
};

struct AsyncEvent { // ibv_async_event
    union {
        void *object;
        int port;
    };
    std::uint32_t type;
};

// ibv_context_ops: the places that nobody calls from outside any more are kept for the layout.
struct Operations {
    void *former1[11];
    int (*pollQueue)(CompletionQueue *queue, int count, WorkCompletion *completions);
    void *former2[8];
    void *postSharedReceive;
    void *former3[4];
    int (*postSend)(QueuePair *pair, SendWork *work, SendWork **failed);
    int (*postReceive)(QueuePair *pair, ReceiveWork *work, ReceiveWork **failed);
    void *former4[5];
};

struct Context {
    Device *device;
    Operations operations;
    int commandFile;
    int asyncFile; // readable when an asynchronous event waits
    int vectors;
    pthread_mutex_t mutex;
    void *compatibility;
};

struct QueuePair { // what we read of ibv_qp; the library makes it
    Context *context;
    void *own;
    Domain *domain;
    CompletionQueue *sendQueue;
    CompletionQueue *receiveQueue;
    void *sharedReceiveQueue;
    std::uint32_t handle;
    std::uint32_t number;
};

struct CompletionQueue { // what we read of ibv_cq
    Context *context;
};

static_assert(sizeof(DeviceAttributes) == 232 && offsetof(DeviceAttributes, vendor) == 96);
static_assert(sizeof(PortAttributes) == 52 && sizeof(SendWork) == 128 && sizeof(WorkCompletion) == 48);
static_assert(sizeof(QueuePairAttributes) == 144 && sizeof(QueuePairRequest) == 64 && sizeof(AddressHandle) == 32);
static_assert(offsetof(Operations, pollQueue) == 88 && offsetof(Operations, postSend) == 200);
static_assert(offsetof(Operations, postReceive) == 208 && sizeof(Operations) == 256);
static_assert(offsetof(QueuePair, number) == 52 && offsetof(SendWork, remote) == 40);
static_assert(offsetof(QueuePairAttributes, path) == 56 && offsetof(QueuePairAttributes, rateLimit) == 136);
static_assert(offsetof(WorkCompletion, queuePair) == 28 && offsetof(Memory, remoteKey) == 40);
// The mutex in between is 40 bytes on x86-64 and 48 on aarch64; the file stands before it.
static_assert(offsetof(Context, asyncFile) == 268);

} // namespace sparkloom::agent::verbs
