// SPDX-License-Identifier: Apache-2.0
// What every use case needs, handed on by reference. One use case = one file = one transaction (accept has files on
// disk before it, settle is computed between two).
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "base/clock.h"
#include "base/secret.h"
#include "desk/meanings.h"
#include "desk/models.h"
#include "desk/setup.h"
#include "desk/web_out.h"
#include "store/blobs.h"
#include "store/db.h"

namespace lotse::desk {

// Told after a commit; the receivers (jobs, live stream) must return at once. Set before the threads start.
struct Signals {
    std::function<void(domain::TenantId)> event_stored = [](domain::TenantId) {};
    std::function<void(domain::TenantId)> notice_stored = [](domain::TenantId) {};
    std::function<void(domain::TenantId)> letter_stored = [](domain::TenantId) {};
    std::function<void(domain::TenantId)> timers_changed = [](domain::TenantId) {};
    std::function<void(domain::TenantId)> setup_changed = [](domain::TenantId) {};
    std::function<void(domain::TenantId)> ticket_settled = [](domain::TenantId) {};
    std::function<void(domain::TenantId)> bulk_stored = [](domain::TenantId) {};
    std::function<void(domain::TenantId)> replay_stored = [](domain::TenantId) {};
    // Something that open pages may like to know now and nobody needs to be told twice: an event's name and its data as
    // one JSON text. Reaches the live streams of this process.
    std::function<void(domain::TenantId, std::string name, std::string data)> hint = [](domain::TenantId, std::string,
                                                                                        std::string) {};
};

class RoutingMemory;  // routing_memory.h
std::shared_ptr<RoutingMemory> make_routing_memory();

// Owns nothing but routing's memory; the parts outlive it (app/serve). Thread-safe.
struct Desk {
    store::Store& store;
    store::Blobs const& blobs;
    Clock const& clock;
    Secret<std::string> master_key;  // 32 bytes; seals secrets at rest
    Models& models;
    Setups& setups;
    Meanings& meanings;
    Signals signals;
    std::stop_token stopping = {};  // asked to stop when the program ends: work of minutes looks at it
    std::string public_url = {};  // where people reach the desk, for links in mail; "" = unknown
    WebOut web = no_web();  // calls to other web servers
    std::shared_ptr<RoutingMemory> routing = make_routing_memory();
};

}  // namespace lotse::desk
