// SPDX-License-Identifier: Apache-2.0
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"
#include "protocol/ncclcopy.h"

#include <algorithm>

// NCCL's library from one Spark to another.
namespace sparkloom::protocol {
namespace json {
namespace {

constexpr std::size_t kMostPath = 4096;
constexpr std::size_t kMostParts = 64;
constexpr std::size_t kMostData = (kMostNcclPiece + 2) / 3 * 4;
constexpr Range kSize{0, kMostNcclLibrary};
constexpr std::size_t kMostVersion = 128;

bool isDigest(std::string_view text)
{
    return text.size() == 64 && isHexDigits(text);
}

} // namespace

void exchange(Node &node, NcclPackage &value)
{
    node.field("version", value.version, Text{kMostVersion, isPackageVersion});
    node.field("repository", value.repository, Text{kMaxText, isOneLine});
    node.field("bytes", value.bytes, Range{1, kMostNcclPackage});
}

void exchange(Node &node, NcclFetching &value)
{
    node.field("percent", value.percent, Range{0, 100});
}

void exchange(Node &node, NcclReadRequest &value)
{
    node.field("path", value.path, Text{kMostPath, isFilePath});
    node.field("offset", value.offset, kSize);
    node.field("count", value.count, Range{1, kMostNcclPiece});
}

void exchange(Node &node, NcclPiece &value)
{
    node.field("data", value.data, Text{kMostData});
    node.field("size", value.size, kSize);
}

void exchange(Node &node, NcclReceipt &value)
{
    node.field("sha256", value.sha256, Text{64, isDigest});
    node.field("version", value.version, Text{kMostParts, isToken});
    node.field("from", value.from, Text{kMaxName, isOneLine});
    node.field("size", value.size, kSize);
    node.field("atMs", value.atMs, kSafeInteger);
    node.list("madeFolders", value.madeFolders, Count{kMostParts}, Text{kMostPath, isFilePath});
    node.optional("package", value.package);
}

void exchange(Node &node, NcclKeepRequest &value)
{
    node.field("receipt", value.receipt);
    node.field("offset", value.offset, kSize);
    node.field("data", value.data, Text{kMostData});
}

void exchange(Node &node, NcclKeepAnswer &value)
{
    node.field("path", value.path, Text{kMostPath});
}

void exchange(Node &node, NcclKeptAnswer &value)
{
    node.optional("receipt", value.receipt);
    node.field("path", value.path, Text{kMostPath});
    node.field("present", value.present);
}

void exchange(Node &node, NcclDropRequest &value)
{
    node.field("onlyUnfinished", value.onlyUnfinished);
}

void exchange(Node &node, NcclDropAnswer &value)
{
    node.field("removed", value.removed);
}

} // namespace json

bool isPackageVersion(std::string_view text)
{
    const auto isPlain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    return !text.empty() && text.size() <= json::kMaxName && isPlain(text.front())
        && std::all_of(text.begin(), text.end(),
            [&](char c) { return isPlain(c) || std::string_view(".+:~-").find(c) != std::string_view::npos; });
}

SPARKLOOM_JSON_TYPE(NcclPackage)
SPARKLOOM_JSON_TYPE(NcclFetching)
SPARKLOOM_JSON_TYPE(NcclReadRequest)
SPARKLOOM_JSON_TYPE(NcclPiece)
SPARKLOOM_JSON_TYPE(NcclReceipt)
SPARKLOOM_JSON_TYPE(NcclKeepRequest)
SPARKLOOM_JSON_TYPE(NcclKeepAnswer)
SPARKLOOM_JSON_TYPE(NcclKeptAnswer)
SPARKLOOM_JSON_TYPE(NcclDropRequest)
SPARKLOOM_JSON_TYPE(NcclDropAnswer)

} // namespace sparkloom::protocol
