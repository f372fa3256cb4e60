// SPDX-License-Identifier: Apache-2.0
// The right to touch one tenant's data, as a value that cannot be made up.
#pragma once

#include "domain/ids.h"

namespace lotse::domain {

// Move-only, so that it is handed on knowingly. Every repository call takes one.
class TenantScope {
  public:
    TenantScope(TenantScope&&) = default;
    TenantScope& operator=(TenantScope&&) = default;
    TenantScope(TenantScope const&) = delete;
    TenantScope& operator=(TenantScope const&) = delete;
    TenantId tenant() const { return tenant_; }

  private:
    explicit TenantScope(TenantId tenant) : tenant_(tenant) {}
    friend class ScopeMint;
    TenantId tenant_;
};

// The only maker of scopes. Callers are few on purpose and easy to list with grep: authentication (access), a door
// that has resolved a recipient address, a job that walks all tenants, a CLI command of the operator.
class ScopeMint {
  public:
    static TenantScope for_tenant(TenantId tenant) { return TenantScope(tenant); }
};

}  // namespace lotse::domain
