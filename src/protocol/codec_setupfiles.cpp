// SPDX-License-Identifier: Apache-2.0
#include "protocol/json/instantiate.h"
#include "protocol/json/values.h"
#include "protocol/setupfiles.h"

// The files of a set-up.
namespace sparkloom::protocol {
namespace json {

constexpr std::size_t kMostFiles = 32;

void exchange(Node &node, domain::SetUpFile &value)
{
    node.field("path", value.path, Text{kMaxName});
    node.field("present", value.present);
    node.field("size", value.size);
    node.field("inode", value.inode);
    node.field("modifiedNs", value.modifiedNs, Wide{});
    node.field("changedNs", value.changedNs, Wide{});
}

void exchange(Node &node, SetUpFilesAnswer &value)
{
    node.list("files", value.files, Count{kMostFiles});
}

} // namespace json

SPARKLOOM_JSON_TYPE(SetUpFilesAnswer)

} // namespace sparkloom::protocol
