// SPDX-License-Identifier: Apache-2.0
// A data folder, opened: the parts that a desk needs, built in order and torn down in reverse. Every command that works
// on data starts here; `serve` adds threads and doors.
#pragma once

#include <memory>
#include <string>

#include "base/clock.h"
#include "desk/desk.h"
#include "domain/people.h"
#include "store/open.h"

namespace lotse::app {

struct OpenFolder {
    std::string data_folder = "data";
    std::string database_url;
    bool create = true;  // false: a missing folder is an error that says how to make one
    bool serve = false;  // take the folder for a server; a second one is refused
    bool relaxed = false;  // see store::OpenOptions
};

class OpenDesk {
  public:
    // Makes folder (0700), master key (master.key, 0600) and an empty desk where there is none. Errors: of the store;
    // invalid "folder.missing", "folder.key".
    static Result<std::unique_ptr<OpenDesk>> open(OpenFolder const& wanted);

    desk::Desk& desk() { return *desk_; }
    std::vector<domain::Tenant> const& tenants() const { return tenants_; }
    // By slug; "" takes the only one, or the first that is no demo. Error: not_found "tenant.missing", names the others.
    Result<domain::Tenant> tenant(std::string_view slug) const;
    // For a command that changes a desk: what it writes is told in that desk's audit list, as done by whoever typed it.
    // `object` is named as in the API: "agent", its address.
    domain::TenantScope recorded_scope(domain::Tenant const& tenant, std::string action, std::string object_kind,
                                       std::string object_name) const;
    std::string const& folder() const { return folder_; }

  private:
    OpenDesk() = default;
    std::string folder_;
    std::unique_ptr<Clock> clock_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<store::Blobs> blobs_;
    std::unique_ptr<desk::Models> models_;
    std::unique_ptr<desk::Setups> setups_;
    std::unique_ptr<desk::Meanings> meanings_;
    std::unique_ptr<desk::Desk> desk_;
    std::vector<domain::Tenant> tenants_;
};

}  // namespace lotse::app
