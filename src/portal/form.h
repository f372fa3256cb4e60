// SPDX-License-Identifier: Apache-2.0
// What a browser sends with a form: application/x-www-form-urlencoded, or multipart/form-data (RFC 7578) with files.
// Any bytes may come; limits hold before anything is copied.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/inbound.h"
#include "net/http.h"

namespace lotse::portal {

inline constexpr std::size_t kFormBytes = 64 * 1024;                     // without files
inline constexpr std::size_t kUploadBytes = std::size_t{26} << 20;       // the whole body of a form with files
inline constexpr std::size_t kFiles = 10;

class Form {
  public:
    // The value as valid UTF-8; "" if absent.
    std::string const& get(std::string_view name) const;
    std::vector<domain::InboundFile> files;  // of the field "files"; fields left empty are no files

    void add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }

  private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

// Errors: invalid "form.syntax"; too_large "form.files" (more than ten), "form.size" (a field beyond 128 KiB).
Result<Form> read_form(net::Request const& request);

}  // namespace lotse::portal
