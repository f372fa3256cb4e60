// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <fmt/format.h>

#include <charconv>

namespace lotse {
namespace {

void write_pretty(Json const& value, std::string& out, std::size_t indent) {
    auto const pad = [&](std::size_t by) { out.append(by, ' '); };
    if (auto const* object = value.if_object(); object && !object->empty()) {
        out += "{\n";
        bool first = true;
        for (auto const& [key, member] : *object) {
            if (!first) out += ",\n";
            first = false;
            pad(indent + 2);
            out += boost::json::serialize(Json(key));
            out += ": ";
            write_pretty(member, out, indent + 2);
        }
        out += '\n';
        pad(indent);
        out += '}';
    } else if (auto const* array = value.if_array(); array && !array->empty()) {
        out += "[\n";
        bool first = true;
        for (auto const& member : *array) {
            if (!first) out += ",\n";
            first = false;
            pad(indent + 2);
            write_pretty(member, out, indent + 2);
        }
        out += '\n';
        pad(indent);
        out += ']';
    } else {
        out += to_string(value);
    }
}

}  // namespace

Result<Json> parse_json(std::string_view text) {
    boost::json::stream_parser parser;
    boost::system::error_code failure;
    std::size_t const used = parser.write(text.data(), text.size(), failure);
    if (!failure) parser.finish(failure);
    if (failure)
        return invalid("json.syntax", fmt::format("This is not valid JSON: {} at byte {}.", failure.message(), used));
    return parser.release();
}

// Boost writes 1.0 as 1E0; whole and short numbers are written as people write them.
std::string to_string(Json const& value) { return boost::json::serialize(value); }
std::string to_string(JsonObject const& value) { return boost::json::serialize(value); }

std::string to_pretty(Json const& value) {
    std::string out;
    write_pretty(value, out, 0);
    out += '\n';
    return out;
}

std::string_view text_at(JsonObject const& object, std::string_view key, std::string_view otherwise) {
    auto const* found = object.if_contains(key);
    if (!found || !found->is_string()) return otherwise;
    return {found->get_string().data(), found->get_string().size()};
}
std::int64_t int_at(JsonObject const& object, std::string_view key, std::int64_t otherwise) {
    auto const* found = object.if_contains(key);
    if (!found) return otherwise;
    if (found->is_int64()) return found->get_int64();
    if (found->is_uint64()) return static_cast<std::int64_t>(found->get_uint64());
    return otherwise;
}
double number_at(JsonObject const& object, std::string_view key, double otherwise) {
    auto const* found = object.if_contains(key);
    if (!found) return otherwise;
    if (found->is_double()) return found->get_double();
    if (found->is_int64()) return static_cast<double>(found->get_int64());
    if (found->is_uint64()) return static_cast<double>(found->get_uint64());
    return otherwise;
}
bool bool_at(JsonObject const& object, std::string_view key, bool otherwise) {
    auto const* found = object.if_contains(key);
    return found && found->is_bool() ? found->get_bool() : otherwise;
}
JsonArray const& array_at(JsonObject const& object, std::string_view key) {
    static JsonArray const none;
    auto const* found = object.if_contains(key);
    return found && found->is_array() ? found->get_array() : none;
}
JsonObject const& object_at(JsonObject const& object, std::string_view key) {
    static JsonObject const none;
    auto const* found = object.if_contains(key);
    return found && found->is_object() ? found->get_object() : none;
}

}  // namespace lotse
