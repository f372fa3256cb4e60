// SPDX-License-Identifier: Apache-2.0
// Lines by which mail programs introduce what they quote, in the languages of split_quote.h.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace lotse::mail {

using Lines = std::span<std::string_view const>;

bool is_blank_line(std::string_view line);

// "> text", also behind a few blanks, and "AB> text" with initials.
bool is_quoted_line(std::string_view line);

// "<anna@example.org" broke off on the line before, and this one begins with its ">": no quote, though it looks so.
bool closes_address(Lines lines, std::size_t at);

// A line drawn with "_", "-", "=", "*" or "~", at least two long.
bool is_rule_line(std::string_view line);

// "-----Original Message-----", "---------- Weitergeleitete Nachricht ----------", "Begin forwarded message:".
bool is_boundary_line(std::string_view line);
bool is_forward_line(std::string_view line);  // of those, the ones that say "forwarded"

// The fields of the header blocks that Outlook and others put above what they quote.
enum class BlockField { none, from, sent, to, cc, subject, reply_to };
BlockField block_field(std::string_view line);
std::string_view block_field_value(std::string_view line);  // what follows the colon

// Number of lines of the header block that starts at lines[at]; 0 if none does. At least three different fields,
// and something that only mail has: a subject, a "Sent", an address. "From: Berlin / To: Rome" is a trip.
std::size_t header_block_length(Lines lines, std::size_t at);

// "On Mon, ... Anna <a@b.c> wrote:" and its kin, up to five lines long, ending at lines[end]. `certain` means that it
// names a time or an address; otherwise it may be a person's own sentence, and counts only above a quote.
struct Introduction {
    std::size_t first = 0;
    bool certain = false;
};
std::optional<Introduction> introduction_ending_at(Lines lines, std::size_t end);

}  // namespace lotse::mail
