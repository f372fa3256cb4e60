// SPDX-License-Identifier: Apache-2.0
// Where the messages of a ticket hold data about people. Read anew each time and kept nowhere: what finds it gets better,
// and no second copy has to be erased. Pure.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <vector>

#include "domain/personal_data.h"
#include "domain/ticket.h"

namespace lotse::desk {

using PersonalData = std::map<domain::ArticleId, std::vector<domain::PersonalSpan>>;  // without those that hold none

// Of what each message adds (all of it where that is empty), the newest first until kPersonalDataBytes are read: a page of
// megabytes costs no more than a long thread. `articles` are oldest first.
constexpr std::size_t kPersonalDataBytes = 256UL * 1024;
PersonalData personal_data_of(std::span<domain::Article const> articles);

}  // namespace lotse::desk
