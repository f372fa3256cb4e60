// SPDX-License-Identifier: Apache-2.0
#include "desk/personal_data.h"

#include <algorithm>
#include <ranges>

#include "base/text.h"
#include "triage/personal_data.h"

namespace lotse::desk {

PersonalData personal_data_of(std::span<domain::Article const> articles) {
    PersonalData out;
    std::size_t left = kPersonalDataBytes;
    for (auto const& article : std::views::reverse(articles)) {
        auto const text = cut_utf8(article.new_text.empty() ? article.text : article.new_text, left);
        left -= text.size();
        auto spans = triage::find_personal_data(text, article.from_name);
        if (!spans.empty()) out[article.id] = std::move(spans);
        if (left < 4) break;  // room for no more code points
    }
    return out;
}

}  // namespace lotse::desk
