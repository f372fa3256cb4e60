// SPDX-License-Identifier: Apache-2.0
// Text to a vector whose direction is its meaning. The one interface that the house knows: absent (a null pointer), every
// user of it goes on without and says so.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lotse::encoder {

// What asks and what answers stand a little apart in such models; texts that are compared with their like, as in triage,
// are all queries.
enum class Role { query, passage };

// Unit length, dimensions() floats.
using Embedding = std::vector<float>;

// Immutable and thread-safe; each call uses one thread, the caller's, and blocks it: milliseconds for a sentence, tens of
// them for a page. Not for requests.
class TextEncoder {
  public:
    virtual ~TextEncoder() = default;
    // Names model and weights: vectors of different versions must never be compared.
    virtual std::string const& version() const = 0;
    virtual std::size_t dimensions() const = 0;
    // Text of any bytes and any length; what lies behind the first tokens (256) is not read. Same text, same vector on one
    // machine; on machines with other instructions it differs in the fourth digit. Error: corrupt, code "model.damaged",
    // if the weights make no vector.
    virtual Result<std::vector<Embedding>> encode(std::vector<std::string_view> const& texts, Role role) const = 0;
    // How many tokens encode() reads of this text.
    virtual std::size_t count_tokens(std::string_view text, Role role) const = 0;

    Result<Embedding> encode_one(std::string_view text, Role role) const {
        TRY(auto many, encode({text}, role));
        return std::move(many.front());
    }
};

using SharedEncoder = std::shared_ptr<TextEncoder const>;  // null: there is none

}  // namespace lotse::encoder
