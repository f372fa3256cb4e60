// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace lotse {
namespace {

void write(Json const& value, std::string& out);

void write_text(std::string_view text, std::string& out) {
    out += '"';
    for (char c : text) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
                } else {
                    out += c;
                }
        }
    }
    out += '"';
}

void write_key(boost::json::string_view key, std::string& out, std::string_view colon) {
    write_text({key.data(), key.size()}, out);
    out += colon;
}

void write(JsonObject const& object, std::string& out) {
    char before = '{';
    for (auto const& [key, member] : object) {
        out += before;
        before = ',';
        write_key(key, out, ":");
        write(member, out);
    }
    out += object.empty() ? "{}" : "}";
}

// Boost's own writer gives 0.5 as 5E-1, and NaN as a word that no reader accepts. Here numbers stand as people write
// them, and what JSON cannot express is null.
void write(Json const& value, std::string& out) {
    if (auto const* object = value.if_object()) {
        write(*object, out);
    } else if (auto const* array = value.if_array()) {
        char before = '[';
        for (auto const& member : *array) {
            out += before;
            before = ',';
            write(member, out);
        }
        out += array->empty() ? "[]" : "]";
    } else if (auto const* text = value.if_string()) {
        write_text({text->data(), text->size()}, out);
    } else if (auto const* number = value.if_double()) {
        out += std::isfinite(*number) ? fmt::format("{}", *number) : "null";
    } else {
        out += boost::json::serialize(value);
    }
}

void write_pretty(Json const& value, std::string& out, std::size_t indent) {
    auto const pad = [&](std::size_t by) { out.append(by, ' '); };
    if (auto const* object = value.if_object(); object && !object->empty()) {
        out += "{\n";
        bool first = true;
        for (auto const& [key, member] : *object) {
            if (!first) out += ",\n";
            first = false;
            pad(indent + 2);
            write_key(key, out, ": ");
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
        write(value, out);
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

std::string to_string(Json const& value) {
    std::string out;
    write(value, out);
    return out;
}
std::string to_string(JsonObject const& value) {
    std::string out;
    write(value, out);
    return out;
}

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
    if (found->is_uint64() && std::in_range<std::int64_t>(found->get_uint64()))
        return static_cast<std::int64_t>(found->get_uint64());
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
