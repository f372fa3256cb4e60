// SPDX-License-Identifier: Apache-2.0
// Parts a plain text mail into what the sender wrote now, what is quoted from before, and the signature.
// A heuristic over lines, for en, de, pl, fr, es, it, pt, nl, no, da, sv, fi, cs and ru; linear in the text.
#pragma once

#include <string>
#include <string_view>

namespace lotse::mail {

struct SplitText {
    std::string new_text;   // includes the quoted context of answers that are written between quotes
    std::string quoted;     // with its introduction ("On ... wrote:", an Outlook header block)
    std::string signature;  // "-- " blocks, "Sent from my ..."
    bool operator==(SplitText const&) const = default;
};

// Every line of `text` lands in exactly one of the three, in order; only blank lines at the seams are dropped.
// If nothing would be left as new, all of it is new: a mail that consists of a quote was meant to be read.
SplitText split_quote(std::string_view text);

}  // namespace lotse::mail
