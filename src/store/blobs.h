// SPDX-License-Identifier: Apache-2.0
// Files by content: <folder>/<tenant>/<first two hex digits>/<sha256>. put() returns only when the bytes and their name
// are on disk (temporary file, fsync, rename, fsync of the folder), so a row that names a blob never points to nothing. Bytes
// that are put again count as put now.
// Thread-safe. Names given by users never become paths (H-03).
#pragma once

#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "domain/scope.h"

namespace lotse::store {

class Blobs {
  public:
    static Result<Blobs> open(std::string folder);
    // The SHA-256 in hex. Errors: unavailable "blob.no_space", "blob.write".
    Result<std::string> put(domain::TenantScope const& scope, std::string_view bytes) const;
    // Errors: not_found "blob.missing", corrupt "blob.damaged" when the bytes do not match their name.
    Result<std::string> get(domain::TenantScope const& scope, std::string_view sha256) const;
    // Takes the bytes away if nobody has put them for so long; whether they are gone. The caller knows that no row names
    // them which is older than that. Safe beside put() of the same bytes, also in another process: that one either is
    // seen here or finds nothing and writes them anew.
    Result<bool> remove_unused(domain::TenantScope const& scope, std::string_view sha256, Duration unused_for) const;
    std::string const& folder() const { return folder_; }

  private:
    explicit Blobs(std::string folder) : folder_(std::move(folder)) {}
    std::string folder_;
};

}  // namespace lotse::store
