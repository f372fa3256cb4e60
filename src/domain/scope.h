// SPDX-License-Identifier: Apache-2.0
// The right to touch one tenant's data, as a value that cannot be made up.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "base/clock.h"
#include "domain/ids.h"

namespace lotse::domain {

// What a call is recorded as in the audit list (store/audit.h). One thread at a time.
struct CallNote {
    Instant at{};
    std::string credential;  // "session:3", "token:7", "operator", "password"
    std::string origin;      // the caller's address; "command line (anna)"
    AgentId agent;           // none for a program
    std::string action;      // "patch_category"
    bool is_refused = false; // it was tried and not done
    std::string object_kind;
    std::int64_t object_id = 0;  // 0: what the call makes, or nothing that has a number
    std::string object_name;     // as it was called before, so that it can be read when the object is gone
    std::string changes;         // JSON [{"field", "from", "to"}] without secrets; "" for nothing
    bool is_written = false;     // by the first transaction of the call that writes
};

// Move-only, so that it is handed on knowingly. Every repository call takes one.
class TenantScope {
  public:
    TenantScope(TenantScope&&) = default;
    TenantScope& operator=(TenantScope&&) = default;
    TenantScope(TenantScope const&) = delete;
    TenantScope& operator=(TenantScope const&) = delete;
    TenantId tenant() const { return tenant_; }
    // Null for what is not recorded.
    CallNote* note() const { return note_.get(); }
    void record_as(std::shared_ptr<CallNote> note) { note_ = std::move(note); }

  private:
    explicit TenantScope(TenantId tenant) : tenant_(tenant) {}
    friend class ScopeMint;
    TenantId tenant_;
    std::shared_ptr<CallNote> note_;
};

// The only maker of scopes. Callers are few on purpose and easy to list with grep: authentication (access), a door
// that has resolved a recipient address, a job that walks all tenants, a CLI command of the operator.
class ScopeMint {
  public:
    static TenantScope for_tenant(TenantId tenant) { return TenantScope(tenant); }
};

}  // namespace lotse::domain
