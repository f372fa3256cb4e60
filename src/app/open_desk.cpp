// SPDX-License-Identifier: Apache-2.0
#include "app/open_desk.h"

#include <fmt/format.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "app/master_key.h"
#include "desk/bootstrap.h"

namespace lotse::app {
namespace {

Result<void> make_folder(OpenFolder const& wanted) {
    struct stat info{};
    if (::stat(wanted.data_folder.c_str(), &info) == 0) {
        if (S_ISDIR(info.st_mode)) return {};
        return invalid("folder.file", fmt::format("{} is not a folder.", wanted.data_folder), "--data");
    }
    if (!wanted.create)
        return invalid("folder.missing",
                       fmt::format("There is no data folder {}. `lotse serve --data {}` makes one.", wanted.data_folder,
                                   wanted.data_folder),
                       "--data");
    std::error_code failure;
    std::filesystem::create_directories(wanted.data_folder, failure);
    if (failure)
        return unavailable("folder.make",
                           fmt::format("The folder {} cannot be made: {}.", wanted.data_folder, failure.message()));
    std::filesystem::permissions(wanted.data_folder, std::filesystem::perms::owner_all, failure);
    return {};
}

// LOTSE_TEST_NOW (RFC 3339) stops the clock, for black-box tests of what depends on time; never set in production.
std::unique_ptr<Clock> make_clock() {
    if (char const* fixed = std::getenv("LOTSE_TEST_NOW"))
        if (auto const at = parse_rfc3339(fixed)) return std::make_unique<FakeClock>(*at);
    return std::make_unique<SystemClock>();
}

// "command line (anna)": the account of this machine.
std::string who_types() {
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, 4096> names{};
    auto const user = ::getuid();
    if (::getpwuid_r(user, &entry, names.data(), names.size(), &found) == 0 && found != nullptr)
        return fmt::format("command line ({})", found->pw_name);
    return fmt::format("command line (user {})", user);
}

}  // namespace

Result<std::unique_ptr<OpenDesk>> OpenDesk::open(OpenFolder const& wanted) {
    CHECK_OK(make_folder(wanted));
    std::unique_ptr<OpenDesk> out(new OpenDesk);
    out->folder_ = wanted.data_folder;
    out->clock_ = make_clock();
    TRY(auto key, open_master_key(wanted.data_folder, wanted.create));
    store::OpenOptions options;
    options.data_folder = wanted.data_folder;
    options.database_url = wanted.database_url;
    options.create = wanted.create;
    options.serve = wanted.serve;
    options.relaxed = wanted.relaxed;
    TRY(out->store_, store::open(options));
    TRY(auto blobs, store::Blobs::open(wanted.data_folder + "/files"));
    out->blobs_ = std::make_unique<store::Blobs>(std::move(blobs));
    out->models_ = std::make_unique<desk::Models>();
    out->setups_ = std::make_unique<desk::Setups>(*out->clock_);
    out->meanings_ = std::make_unique<desk::Meanings>();
    out->desk_.reset(new desk::Desk{
        *out->store_, *out->blobs_, *out->clock_, std::move(key), *out->models_, *out->setups_, *out->meanings_, {}});
    TRY(out->tenants_, desk::open_desks(*out->desk_));
    return out;
}

Result<domain::Tenant> OpenDesk::tenant(std::string_view slug) const {
    std::string names;
    for (auto const& tenant : tenants_) {
        if (tenant.slug == slug) return tenant;
        names += names.empty() ? tenant.slug : ", " + tenant.slug;
    }
    if (!slug.empty())
        return not_found("tenant.missing", fmt::format("There is no desk '{}'; there are: {}.", slug, names));
    for (auto const& tenant : tenants_)
        if (!tenant.is_demo) return tenant;
    return tenants_.front();
}

domain::TenantScope OpenDesk::recorded_scope(domain::Tenant const& tenant, std::string action, std::string object_kind,
                                             std::string object_name) const {
    auto note = std::make_shared<domain::CallNote>();
    note->at = clock_->now();
    note->credential = "operator";
    note->origin = who_types();
    note->action = std::move(action);
    note->object_kind = std::move(object_kind);
    note->object_name = std::move(object_name);
    auto out = domain::ScopeMint::for_tenant(tenant.id);
    out.record_as(std::move(note));
    return out;
}

}  // namespace lotse::app
