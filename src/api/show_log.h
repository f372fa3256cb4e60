// SPDX-License-Identifier: Apache-2.0
// Articles and events as the API shows them: what was said, what happened and why. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "desk/setup.h"
#include "desk/view_ticket.h"
#include "domain/event.h"
#include "domain/ticket.h"

namespace lotse::api {

// With its files, and until when a message of ours can be taken back.
JsonObject show(domain::Article const& article, desk::TicketView const& view);
JsonObject show(domain::Article const& article, desk::ArticlePage const& page);
// The words alone.
JsonObject show(domain::Article const& article, desk::Setup const& setup);

JsonObject show(domain::Change const& change, desk::Setup const& setup);
JsonArray show_events(std::vector<domain::Event> const& events, std::vector<store::StoredChange> const& changes,
                      desk::Setup const& setup);

std::string older_articles_url(domain::TicketId ticket, domain::ArticleId before);
std::string older_events_url(domain::TicketId ticket, domain::EventId before);

}  // namespace lotse::api
