// SPDX-License-Identifier: Apache-2.0
#include "store/text_rows.h"

#include "base/must.h"

namespace lotse::store {

std::vector<domain::QueueId> queues_in(JsonArray const& stored) {
    std::vector<domain::QueueId> out;
    for (auto const& id : stored) {
        must(id.is_int64(), "a stored queue id");
        out.emplace_back(id.get_int64());
    }
    return out;
}

std::string queues_text(std::vector<domain::QueueId> const& queues) {
    JsonArray out;
    for (auto const queue : queues) out.emplace_back(queue.value);
    return to_string(Json(std::move(out)));
}

domain::Texts texts_in(JsonObject const& stored) {
    domain::Texts out;
    for (auto const& [language, text] : stored) {
        must(text.is_string(), "a stored text");
        out.emplace(std::string(language), std::string(text.get_string()));
    }
    return out;
}

std::string texts_text(domain::Texts const& texts) {
    JsonObject out;
    for (auto const& [language, text] : texts) out[language] = text;
    return to_string(out);
}

}  // namespace lotse::store
