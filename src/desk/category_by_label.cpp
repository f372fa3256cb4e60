// SPDX-License-Identifier: Apache-2.0
#include "desk/category_by_label.h"

#include <algorithm>

#include "base/text.h"
#include "triage/keywords.h"

namespace lotse::desk {

domain::Category const* find_by_label(std::vector<domain::Category> const& categories, std::string_view label) {
    auto const wanted = to_lower_utf8(trim(label));
    auto found = std::ranges::find(categories, wanted, &domain::Category::key);
    if (found == categories.end())
        found = std::ranges::find_if(categories, [&](auto const& one) { return to_lower_utf8(one.name) == wanted; });
    return found == categories.end() ? nullptr : &*found;
}

std::string key_for(std::vector<domain::Category> const& categories, std::string_view name) {
    std::string key;
    for (auto const& token : triage::tokenize(name, 12)) {
        std::string plain;
        for (char const c : token.folded)
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_') plain += c;
        if (!plain.empty()) key += (key.empty() ? "" : "_") + plain;
    }
    key = key.substr(0, 60);
    if (key.empty()) key = "category";
    auto const is_taken = [&](std::string const& one) {
        return std::ranges::find(categories, one, &domain::Category::key) != categories.end();
    };
    auto out = key;
    for (int n = 2; is_taken(out); ++n) out = key + "_" + std::to_string(n);
    return out;
}

}  // namespace lotse::desk
