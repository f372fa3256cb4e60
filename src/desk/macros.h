// SPDX-License-Identifier: Apache-2.0
// Macros as the set-up keeps them: several changes of a ticket, an answer and a note with one click.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/made.h"
#include "domain/wording.h"

namespace lotse::desk {

// Parts of the document, as the API has checked their shape; an empty object or false takes a part away.
struct MacroFields {
    std::optional<std::string> name;
    std::optional<std::vector<domain::QueueId>> queues;
    std::optional<JsonObject> changes;
    std::optional<bool> takes;
    std::optional<JsonObject> reply;
    std::optional<JsonObject> note;
};
Result<std::vector<domain::Macro>> list_macros(Desk& desk, domain::TenantScope const& scope);
Result<domain::Macro> get_macro(Desk& desk, domain::TenantScope const& scope, domain::MacroId id);
// Errors: invalid with the field ("macro.empty"; "macro.two_words" for a text beside a canned answer; "placeholder.unknown";
// those of update_ticket below /changes), conflict "macro.stale_version", not_found.
Result<Made<domain::Macro>> make_macro(Desk& desk, access::Principal const& principal, MacroFields const& fields,
                                       CallKey const& key);
Result<domain::Macro> change_macro(Desk& desk, access::Principal const& principal, domain::MacroId id,
                                   std::int64_t expected_version, MacroFields const& fields);
Result<void> remove_macro(Desk& desk, access::Principal const& principal, domain::MacroId id);

domain::Texts texts_of(JsonObject const& part);  // {"texts": {"en": "..."}}

}  // namespace lotse::desk
