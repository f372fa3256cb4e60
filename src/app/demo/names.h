// SPDX-License-Identifier: Apache-2.0
// Invented people and firms of the demo desk.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/demo/random.h"

namespace lotse::app {

struct DemoClient {
    char const* name;
    char const* domain;    // all below .example, which nobody owns (RFC 2606)
    char const* language;  // of most of its people
};

std::vector<DemoClient> const& demo_clients();  // 40
std::string random_name(Random& random, std::string_view language);
// "Łukasz Żak" -> "Lukasz Zak"; "Jürgen" -> "Juergen".
std::string without_diacritics(std::string_view name);

}  // namespace lotse::app
