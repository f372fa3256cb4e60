// SPDX-License-Identifier: Apache-2.0
// Where the words of a reason stand in the message, so that whoever shows it can mark them. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::triage {

struct Span {
    bool is_in_subject = false;
    std::size_t begin = 0;  // code points from the start of the subject or of the text
    std::size_t end = 0;    // behind the last
    std::string text;       // as it stands there
};

// Each place of each of `words` (a word or words in a row; case, marks and the exact digits do not matter), in order of
// the message, none inside another, at most `most`. Only the first 16 KiB of a text are looked at, as triage does.
std::vector<Span> find_spans(std::string_view subject, std::string_view text, std::vector<std::string> const& words,
                             std::size_t most = 20);

}  // namespace lotse::triage
