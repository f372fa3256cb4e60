// SPDX-License-Identifier: Apache-2.0
// From a checked JSON object into the struct of a use case. take() writes the target only where the field is given, so
// a PATCH leaves the rest alone; null clears it. The object has passed check_value(): another type is our Bug.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/json.h"
#include "base/must.h"
#include "domain/enums.h"

namespace lotse::api {

class Fields {
  public:
    explicit Fields(JsonObject const& object) : object_(object) {}

    bool has(std::string_view name) const { return object_.contains(name); }
    Json const* find(std::string_view name) const { return object_.if_contains(name); }

    template <class T>
    void take(std::string_view name, T& target) const {
        auto const* value = object_.if_contains(name);
        if (value == nullptr) return;
        if (value->is_null()) {
            target = T{};
        } else {
            read(*value, target);
        }
    }
    // The same into "given or not"; null gives T{}, which clears.
    template <class T>
    void take(std::string_view name, std::optional<T>& target) const {
        if (!object_.contains(name)) return;
        target.emplace();
        take(name, *target);
    }

    static std::string_view text_of(Json const& value) {
        must(value.is_string(), "a checked text");
        return {value.get_string().data(), value.get_string().size()};
    }

  private:
    static void read(Json const& value, std::string& target) { target = text_of(value); }
    static void read(Json const& value, bool& target) {
        must(value.is_bool(), "a checked boolean");
        target = value.get_bool();
    }
    static void read(Json const& value, double& target) { target = value.to_number<double>(); }
    template <std::signed_integral T>
    static void read(Json const& value, T& target) {
        must(value.is_number(), "a checked number");
        target = value.to_number<T>();
    }
    template <class Tag>
    static void read(Json const& value, Id<Tag>& target) {
        read(value, target.value);
    }
    static void read(Json const& value, Instant& target) {
        auto const at = parse_rfc3339(text_of(value));
        must(at.has_value(), "a checked instant");
        target = *at;
    }
    template <class E>
        requires std::is_enum_v<E>
    static void read(Json const& value, E& target) {
        auto const found = domain::find_enum<E>(text_of(value));
        must(found.has_value(), "a checked word");
        target = *found;
    }
    template <class T>
    static void read(Json const& value, std::vector<T>& target) {
        must(value.is_array(), "a checked list");
        target.clear();
        for (auto const& item : value.get_array()) {
            T one{};
            read(item, one);
            target.push_back(std::move(one));
        }
    }

    JsonObject const& object_;
};

}  // namespace lotse::api
