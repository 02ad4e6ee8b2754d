// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// NCCL's library from one Spark to another, piece by piece through the application, or out of the distribution's
// package, into the home of the user: no root, and nothing of the system changes. What was laid down has a receipt, by
// which it goes again.
namespace sparkloom::protocol {

namespace verb {
inline constexpr std::string_view kNcclRead = "nccl-read"; // NcclReadRequest -> NcclPiece
inline constexpr std::string_view kNcclKeep = "nccl-keep"; // NcclKeepRequest -> NcclKeepAnswer
inline constexpr std::string_view kNcclKept = "nccl-kept"; // {} -> NcclKeptAnswer
inline constexpr std::string_view kNcclDrop = "nccl-drop"; // NcclDropRequest -> NcclDropAnswer
// What the repositories of this Spark offer: {} -> NcclPackage.
inline constexpr std::string_view kNcclOffer = "nccl-offer";
// Fetches that package, unpacks it and keeps its library; streams. Stopped, nothing of it stays.
inline constexpr std::string_view kNcclFetch = "nccl-fetch"; // NcclPackage -> NcclFetching, at last NcclKeptAnswer
} // namespace verb
namespace event {
inline constexpr std::string_view kNcclFetching = "nccl-fetching";
inline constexpr std::string_view kNcclFetched = "nccl-fetched";
} // namespace event

// Where it is laid, below the home of the user.
inline constexpr std::string_view kNcclFolder = "/.local/share/sparkloom/nccl";
inline constexpr std::string_view kNcclFile = "libnccl.so.2";
// Small enough that a slow way between computer and Spark has room for another word soon.
inline constexpr std::size_t kMostNcclPiece = 128 * 1024;
inline constexpr std::int64_t kMostNcclLibrary = std::int64_t(2) << 30;

struct NcclReadRequest {
    std::string path; // as NcclLibrary::path
    std::int64_t offset = 0;
    std::int64_t count = kMostNcclPiece;
};
struct NcclPiece {
    std::string data;      // base64; empty at the end
    std::int64_t size = 0; // of the whole file
};

// The package that brings NCCL on Debian and Ubuntu, from NVIDIA's repository.
inline constexpr std::string_view kNcclPackage = "libnccl2";
inline constexpr std::int64_t kMostNcclPackage = std::int64_t(1) << 30;

// As apt knows it on one Spark.
struct NcclPackage {
    std::string version;
    std::string repository; // address and part of the source that has it, as apt writes them
    std::int64_t bytes = 0; // of the package file, as the signed list of the repository says
};
// A package version of Debian: it begins with a letter or a digit.
bool isPackageVersion(std::string_view text);

struct NcclFetching {
    int percent = 0; // of the whole way: fetched, unpacked, kept
};

// What was laid down, by whom it was told; also the file beside the library.
struct NcclReceipt {
    std::string sha256;
    std::string version;
    std::string from; // name of the Spark
    std::int64_t size = 0;
    std::int64_t atMs = 0;                             // since 1970 (UTC), by the clock of this Spark
    std::vector<std::string> madeFolders;              // that were not there before, outermost first
    std::optional<NcclPackage> package = std::nullopt; // that it came out of, on this Spark
};

// Pieces in their order, the first at 0; each repeats what the whole is to be. With the last one the file must have its
// hash, else nothing of it stays.
struct NcclKeepRequest {
    NcclReceipt receipt; // atMs and madeFolders are the agent's
    std::int64_t offset = 0;
    std::string data; // base64
};
struct NcclKeepAnswer {
    std::string path; // of the library, once it is complete
};

struct NcclKeptAnswer {
    std::optional<NcclReceipt> receipt;
    std::string path;
    bool present = false; // the file is there, and as large as it was
};

struct NcclDropRequest {
    bool onlyUnfinished = false; // what came of a copy that was broken off, not a finished one
};
struct NcclDropAnswer {
    bool removed = false;
};

} // namespace sparkloom::protocol
