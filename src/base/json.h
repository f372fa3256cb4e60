// SPDX-License-Identifier: Apache-2.0
// JSON for API, database columns and CLI. The rest of the house includes this file, never Boost directly.
#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lotse {

using Json = boost::json::value;
using JsonObject = boost::json::object;
using JsonArray = boost::json::array;

// Depth at most 32, valid UTF-8 only; a key that is given twice keeps its last value. A long fraction may come back one
// bit off (Boost 1.81 reads numbers quickly, not exactly). Error: invalid, code "json.syntax", with the byte offset in
// the message.
Result<Json> parse_json(std::string_view text);
// Numbers stand in their shortest plain form (0.5, 1); one that is not finite becomes null.
std::string to_string(Json const& value);
std::string to_string(JsonObject const& value);
// Two-space indented, for people and for committed files (stable key order = insertion order).
std::string to_pretty(Json const& value);

// Tolerant readers for our own stored documents: absent or of another type gives the default.
std::string_view text_at(JsonObject const& object, std::string_view key, std::string_view otherwise = {});
std::int64_t int_at(JsonObject const& object, std::string_view key, std::int64_t otherwise = 0);
double number_at(JsonObject const& object, std::string_view key, double otherwise = 0);
bool bool_at(JsonObject const& object, std::string_view key, bool otherwise = false);
JsonArray const& array_at(JsonObject const& object, std::string_view key);
JsonObject const& object_at(JsonObject const& object, std::string_view key);

}  // namespace lotse
