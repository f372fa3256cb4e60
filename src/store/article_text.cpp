// SPDX-License-Identifier: Apache-2.0
#include "store/article_text.h"

#include <cstring>

#include "base/must.h"

namespace lotse::store {
namespace {

// memmem is the two-way algorithm: std::string::find would take hours for a megabyte of "aaa".
Json locate(std::string const& text, std::string const& part) {
    if (part.empty()) return Json("");
    void const* const found = memmem(text.data(), text.size(), part.data(), part.size());
    if (found == nullptr) return Json(part);
    return JsonArray{Json(static_cast<char const*>(found) - text.data()), Json(part.size())};
}

std::string restore(std::string const& text, Json const& part) {
    if (part.is_string()) return {part.get_string().data(), part.get_string().size()};
    must(part.is_array() && part.get_array().size() == 2 && part.get_array()[0].is_int64() &&
             part.get_array()[1].is_int64(),
         "a stored part of a text");
    auto const offset = static_cast<std::size_t>(part.get_array()[0].get_int64());
    auto const length = static_cast<std::size_t>(part.get_array()[1].get_int64());
    must(offset <= text.size() && length <= text.size() - offset, "a part that lies in its text");
    return text.substr(offset, length);
}

}  // namespace

std::string parts_of(domain::Article const& article) {
    return to_string(Json(JsonArray{locate(article.text, article.new_text), locate(article.text, article.quoted),
                                    locate(article.text, article.signature)}));
}

void restore_parts(domain::Article& article, JsonArray const& parts) {
    must(parts.size() == 3, "three stored parts of a text");
    article.new_text = restore(article.text, parts[0]);
    article.quoted = restore(article.text, parts[1]);
    article.signature = restore(article.text, parts[2]);
}

}  // namespace lotse::store
