// SPDX-License-Identifier: Apache-2.0
#include "api/check_value.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "api/one_line.h"
#include "base/clock.h"
#include "base/must.h"
#include "base/text.h"

namespace lotse::api {
namespace {

std::string_view view(boost::json::string const& text) { return {text.data(), text.size()}; }

std::string escaped(std::string_view key) {
    return replace_all(replace_all(std::string(cut_utf8(key, 100)), "~", "~0"), "/", "~1");
}

class Checker {
  public:
    explicit Checker(Schemas const& named) : named_(named) {}

    void check(Schema const& schema, Json const& value, std::string const& at) {
        if (faults.size() >= kMostFaults) return;
        if (value.is_null() && schema.is_nullable) return;
        switch (schema.shape) {
            case Shape::anything: return;
            case Shape::text: return check_text(schema, value, at);
            case Shape::integer: return check_integer(schema, value, at);
            case Shape::number: return check_number(schema, value, at);
            case Shape::boolean:
                if (!value.is_bool()) add(at, "This must be true or false.");
                return;
            case Shape::list: return check_list(schema, value, at);
            case Shape::object: return check_object(schema, value, at);
            case Shape::map: return check_map(schema, value, at);
            case Shape::reference: return check(target(schema), value, at);
            case Shape::either: return check_either(schema, value, at);
        }
    }

    std::vector<Fault> faults;

  private:
    void add(std::string const& at, std::string detail) {
        if (faults.size() < kMostFaults) faults.push_back({at, std::move(detail)});
    }

    Schema const& target(Schema const& schema) const {
        auto const found = named_.find(schema.name);
        must(found != named_.end(), "a schema that exists");
        return found->second;
    }

    void check_text(Schema const& schema, Json const& value, std::string const& at) {
        if (!value.is_string()) return add(at, "This must be a text.");
        auto const text = view(value.get_string());
        if (!schema.choices.empty()) {
            if (std::ranges::find(schema.choices, text) == schema.choices.end())
                add(at, fmt::format("This must be one of: {}.", fmt::join(schema.choices, ", ")));
            return;
        }
        auto const length = count_code_points(text);
        if (schema.most > 0 && length > schema.most)
            return add(at, fmt::format("This may have at most {} characters.", schema.most));
        if (length < schema.least)
            return add(at, schema.least == 1 ? "This must not be empty."
                                             : fmt::format("This needs at least {} characters.", schema.least));
        if (schema.is_one_line && !is_one_line(text))
            return add(at, "This must be one line without control characters.");
        if (text.find('\0') != std::string_view::npos) return add(at, "This must not hold the character NUL.");
        if (schema.format == "date-time" && !parse_rfc3339(text))
            add(at, "This must be a date and time such as 2026-11-25T18:20:42Z.");
    }

    void check_integer(Schema const& schema, Json const& value, std::string const& at) {
        std::int64_t number = 0;
        if (value.is_int64()) {
            number = value.get_int64();
        } else if (value.is_uint64() && std::in_range<std::int64_t>(value.get_uint64())) {
            number = static_cast<std::int64_t>(value.get_uint64());
        } else {
            return add(at, "This must be a whole number.");
        }
        if (schema.minimum && number < *schema.minimum)
            add(at, fmt::format("This must be at least {}.", *schema.minimum));
        if (schema.maximum && number > *schema.maximum)
            add(at, fmt::format("This must be at most {}.", *schema.maximum));
    }

    void check_number(Schema const& schema, Json const& value, std::string const& at) {
        if (!value.is_number()) return add(at, "This must be a number.");
        double const number = value.to_number<double>();
        if (schema.minimum && number < static_cast<double>(*schema.minimum))
            add(at, fmt::format("This must be at least {}.", *schema.minimum));
        if (schema.maximum && number > static_cast<double>(*schema.maximum))
            add(at, fmt::format("This must be at most {}.", *schema.maximum));
    }

    void check_list(Schema const& schema, Json const& value, std::string const& at) {
        auto const* items = value.if_array();
        if (items == nullptr) return add(at, "This must be a list.");
        if (schema.most > 0 && items->size() > schema.most)
            return add(at, fmt::format("This may have at most {} items.", schema.most));
        if (items->size() < schema.least) return add(at, fmt::format("This needs at least {} items.", schema.least));
        for (std::size_t i = 0; i < items->size(); ++i)
            check(schema.inner.front(), (*items)[i], fmt::format("{}/{}", at, i));
    }

    void check_object(Schema const& schema, Json const& value, std::string const& at) {
        auto const* object = value.if_object();
        if (object == nullptr) return add(at, "This must be an object.");
        for (auto const& property : schema.properties) {
            auto const path = at + "/" + property.name;
            if (auto const* member = object->if_contains(property.name)) {
                check(property.schema, *member, path);
            } else if (property.is_required) {
                add(path, "This is missing.");
            }
        }
        for (auto const& member : *object) {
            std::string_view const key(member.key().data(), member.key().size());
            if (std::ranges::find(schema.properties, key, &Property::name) == schema.properties.end())
                add(at + "/" + escaped(key), "There is no such field.");
        }
    }

    void check_map(Schema const& schema, Json const& value, std::string const& at) {
        auto const* object = value.if_object();
        if (object == nullptr) return add(at, "This must be an object.");
        for (auto const& member : *object) {
            std::string_view const key(member.key().data(), member.key().size());
            auto const path = at + "/" + escaped(key);
            if (!is_one_line(key) || key.size() > 100) add(path, "This is no name of a field.");
            check(schema.inner.front(), member.value(), path);
        }
    }

    void check_either(Schema const& schema, Json const& value, std::string const& at) {
        std::vector<Fault> first;
        for (auto const& alternative : schema.inner) {
            Checker one(named_);
            one.check(alternative, value, at);
            if (one.faults.empty()) return;
            // The alternative of the right type says best what is wrong; the first stands in for none.
            if (first.empty()) first = std::move(one.faults);
        }
        for (auto& fault : first) add(fault.pointer, std::move(fault.detail));
    }

    Schemas const& named_;
};

}  // namespace

std::vector<Fault> check_value(Schemas const& named, Schema const& schema, Json const& value) {
    Checker checker(named);
    checker.check(schema, value, "");
    return std::move(checker.faults);
}

}  // namespace lotse::api
