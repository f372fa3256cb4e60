// SPDX-License-Identifier: Apache-2.0
// Which calls the audit list tells of, and what it tells: decided here for every operation alike.
#pragma once

#include <memory>

#include "api/call.h"
#include "api/route.h"

namespace lotse::api {

// Whether the operation changes the desk itself: its set-up, people, credentials. The work on tickets is told by their
// own log.
bool is_recorded(Route const& route);

// What a call of an operation that is recorded would tell, without its changes.
std::shared_ptr<domain::CallNote> call_note(Route const& route, Call const& call);

// What an object is called, by the field that its kind has for that; "" for none.
std::string_view name_in(JsonObject const& object);

// What was sent, beside what stood there (`before`, empty if nothing did); what is as it was is left out, secrets and the
// rest of long values too. "" where nothing is left.
void tell_changes(domain::CallNote& note, JsonObject const& sent, JsonObject const& before);

}  // namespace lotse::api
