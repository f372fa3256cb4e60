// SPDX-License-Identifier: Apache-2.0
// The sentences of the pages, from texts/help.<language>.json in the form of i18next 4, the same as the agents' pages:
// {{name}} is a placeholder. No sentence has plural forms so far. Thread-safe.
#pragma once

#include <array>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace lotse::portal {

inline constexpr std::array<std::string_view, 3> kLanguages{"en", "de", "pl"};

using TextValues = std::initializer_list<std::pair<std::string_view, std::string_view>>;

class Texts {
  public:
    explicit Texts(std::string_view language, std::string_view json);  // our own file; a faulty one is a bug

    std::string_view language() const { return language_; }
    // A key that is missing is a bug, found by texts_test.
    std::string get(std::string_view key, TextValues values = {}) const;
    std::map<std::string, std::string, std::less<>> const& all() const { return all_; }

  private:
    std::string language_;
    std::map<std::string, std::string, std::less<>> all_;
};

// English for a language that we do not write.
Texts const& texts_of(std::string_view language);

// The first of ours that the visitor's browser asks for (Accept-Language, weights heeded), else `otherwise`.
std::string_view choose_language(std::string_view accept_language, std::string_view otherwise);

}  // namespace lotse::portal
