// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "search/query.h"

namespace lotse::search {
namespace {

using Kind = Node::Kind;

std::string print_value(std::string const& value) {
    bool const is_plain = value.find_first_of(" \t\r\n(),\"<>=") == std::string::npos && !value.contains("..");
    return is_plain ? value : "\"" + value + "\"";
}

std::string_view sign_of(Compare compare) {
    switch (compare) {
        case Compare::less: return "<";
        case Compare::at_most: return "<=";
        case Compare::more: return ">";
        case Compare::at_least: return ">=";
        default: return "";
    }
}

std::string print_field(Node const& node) {
    std::string out = node.field == Field::custom ? "field." + node.key : std::string(name_of(node.field).name);
    out += ':';
    out += sign_of(node.compare);
    for (std::size_t i = 0; i < node.values.size(); ++i) {
        if (i > 0) out += node.compare == Compare::between ? ".." : ",";
        out += node.compare == Compare::between ? node.values[i] : print_value(node.values[i]);
    }
    return out;
}

std::string print_inner(Node const& node);

std::string print_parts(Node const& node) {
    std::string out;
    for (auto const& part : node.parts) {
        if (!out.empty()) out += node.kind == Kind::any ? " or " : " ";
        out += print_inner(part);
    }
    return out;
}

std::string print_inner(Node const& node) {
    switch (node.kind) {
        case Kind::everything: return "*";
        case Kind::all:
        case Kind::any: return "(" + print_parts(node) + ")";
        case Kind::no: return "-" + print_inner(node.parts.front());
        case Kind::word: return node.text + (node.is_beginning ? "*" : "");
        case Kind::phrase: return "\"" + node.text + "\"";
        case Kind::field: return print_field(node);
    }
    return {};
}

}  // namespace

std::string print(Node const& node) {
    if (node.kind == Kind::everything) return {};
    if (node.kind == Kind::all || node.kind == Kind::any) return print_parts(node);
    return print_inner(node);
}

}  // namespace lotse::search
