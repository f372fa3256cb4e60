// SPDX-License-Identifier: Apache-2.0
// The five operations over a record that the set-up keeps (tags, macros, canned answers). What differs is said by the noun:
//
//   struct Macros {
//       using Id = domain::MacroId;
//       static constexpr char const* kName = "macro";  // in the path: {macro}
//       static constexpr auto kList = desk::list_macros; // and kMake, kGet, kChange, kRemove
//       static desk::MacroFields fields(JsonObject const& body);
//       static Result<JsonObject> shown(Call const& call, domain::Macro const& macro); // of what each of them gives
//       static std::int64_t version_of(domain::Macro const& macro);                    // of what kGet gives
//   };
//   Route(Verb::get, "/api/v1/macros", "list_macros", Permission::setup_read, KeptRecords<Macros>::list)
#pragma once

#include <utility>

#include "api/call.h"
#include "api/page.h"

namespace lotse::api {

template <class Noun>
struct KeptRecords {
    static typename Noun::Id id_in(Call const& call) { return call.id<typename Noun::Id>(Noun::kName); }

    static Result<Reply> list(Call& call) {
        TRY(auto const all, Noun::kList(call.desk(), call.scope()));
        JsonArray items;
        for (auto const& one : all) {
            TRY(auto shown, Noun::shown(call, one));
            items.emplace_back(std::move(shown));
        }
        return whole_list(std::move(items));
    }

    static Result<Reply> create(Call& call) {
        TRY(auto const made, Noun::kMake(call.desk(), call.principal(), Noun::fields(call.body), call.key()));
        TRY(auto shown, Noun::shown(call, made.value));
        return made_reply(call, std::move(shown), made.value.id.value, made.value.version, made.is_known);
    }

    static Result<Reply> get(Call& call) {
        TRY(auto const one, Noun::kGet(call.desk(), call.scope(), id_in(call)));
        TRY(auto shown, Noun::shown(call, one));
        return versioned_reply(std::move(shown), Noun::version_of(one));
    }

    static Result<Reply> patch(Call& call) {
        TRY(auto const one,
            Noun::kChange(call.desk(), call.principal(), id_in(call), call.expected_version, Noun::fields(call.body)));
        TRY(auto shown, Noun::shown(call, one));
        return versioned_reply(std::move(shown), one.version);
    }

    static Result<Reply> remove(Call& call) {
        CHECK_OK(Noun::kRemove(call.desk(), call.principal(), id_in(call)));
        return Reply{};
    }
};

}  // namespace lotse::api
