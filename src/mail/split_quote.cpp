// SPDX-License-Identifier: Apache-2.0
#include "mail/split_quote.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.h"
#include "mail/quote_marks.h"
#include "mail/signature_lines.h"

namespace lotse::mail {
namespace {

// Introductions and header blocks are looked for in so many lines; a person's mail has fewer.
constexpr std::size_t kMostLinesStudied = 20'000;

enum class Role { fresh, quoted, signature };

class Splitter {
  public:
    explicit Splitter(std::string_view text)
        : lines_(split(text, '\n')), roles_(lines_.size(), Role::fresh), is_code_(lines_.size(), 0) {
        mark_code();
    }

    SplitText split_text() {
        mark_introductions_and_cut();
        mark_signature_after_quotes();
        mark_quotes();
        mark_signatures_before_quotes();
        bool const anything_new = has_fresh_text(0, lines_.size());
        if (!anything_new) std::ranges::fill(roles_, Role::fresh);
        return {collect(Role::fresh), collect(Role::quoted), collect(Role::signature)};
    }

  private:
    bool is_blank(std::size_t i) const { return is_blank_line(lines_[i]); }
    bool is_quote(std::size_t i) const { return is_code_[i] == 0 && is_quoted_line(lines_[i]); }

    // Between "```" lines a ">" is a prompt and a "--" an option. A fence that nothing closes is none.
    void mark_code() {
        std::optional<std::size_t> open;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!lines_[i].starts_with("```")) continue;
            if (open) std::fill_n(is_code_.begin() + static_cast<std::ptrdiff_t>(*open), i - *open + 1, 1);
            open = open ? std::nullopt : std::optional(i);
        }
    }

    bool has_fresh_text(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i)
            if (roles_[i] == Role::fresh && !is_blank(i)) return true;
        return false;
    }

    std::size_t next_filled(std::size_t i) const {
        while (i < lines_.size() && is_blank(i)) ++i;
        return i;
    }

    // From `cut_` on everything is quoted: below "Original Message", an Outlook block, or an introduction whose quote
    // carries no marks. Introductions above marked quotes are remembered as quoted, wherever the quote ends up.
    void mark_introductions_and_cut() {
        cut_ = lines_.size();
        std::size_t first_fresh = lines_.size();  // filled and no introduction
        for (std::size_t i = 0; i < std::min(lines_.size(), kMostLinesStudied); ++i) {
            if (is_blank(i)) continue;
            first_fresh = std::min(first_fresh, i);
            if (is_code_[i] != 0) continue;
            if (is_quoted_line(lines_[i]) && !closes_address(lines_, i) && !is_boundary_line(lines_[i])) continue;
            if (is_boundary_line(lines_[i]) || header_block_length(lines_, i) > 0) {
                cut_at(i);
                return;
            }
            auto const introduction = introduction_ending_at(lines_, i);
            if (!introduction) continue;
            std::size_t const below = next_filled(i + 1);
            bool const above_quote = below < lines_.size() && is_quote(below);
            if (!above_quote && !introduction->certain) continue;
            if (!above_quote && first_fresh < introduction->first) {
                cut_at(introduction->first);
                return;
            }
            mark(introduction->first, i + 1, Role::quoted);
            if (first_fresh >= introduction->first) first_fresh = lines_.size();
        }
    }

    // Lines drawn above the cut belong to it.
    void cut_at(std::size_t line) {
        cut_ = line;
        for (std::size_t i = line; i > 0 && (is_blank(i - 1) || is_rule_line(lines_[i - 1])); --i)
            if (!is_blank(i - 1)) cut_ = i - 1;
        mark(cut_, lines_.size(), Role::quoted);
    }

    void mark(std::size_t from, std::size_t to, Role role) {
        std::fill(roles_.begin() + static_cast<std::ptrdiff_t>(from), roles_.begin() + static_cast<std::ptrdiff_t>(to),
                  role);
    }

    // What stands below the last quote may be a signature and not an answer.
    void mark_signature_after_quotes() {
        std::size_t tail = cut_;
        while (tail > 0 && !is_quote(tail - 1)) --tail;
        std::size_t const start = next_filled(tail);
        if (tail == 0 || start >= cut_) return;
        mark(signature_start(start, cut_), cut_, Role::signature);
    }

    // Quotes without an answer below are quoted. One quote with all of the answer below it is quoted too. Answers
    // between quotes, or around one, are not understood without them: those quotes stay with the answers.
    void mark_quotes() {
        std::size_t last_answer = 0;  // one past the last fresh line that is no quote
        for (std::size_t i = 0; i < cut_; ++i)
            if (roles_[i] == Role::fresh && !is_quote(i) && !is_blank(i) && !is_broken_quote(i)) last_answer = i + 1;
        std::size_t quotes_answered = 0;
        bool text_above = false;
        bool in_quote = false;
        for (std::size_t i = 0; i < last_answer; ++i) {
            if (is_blank(i) || roles_[i] != Role::fresh) continue;
            bool const quote = is_quote(i) || (in_quote && is_broken_quote(i));
            if (quote && !in_quote) ++quotes_answered;
            if (!quote && quotes_answered == 0) text_above = true;
            in_quote = quote;
        }
        bool const keep_context = quotes_answered > 1 || (quotes_answered == 1 && text_above);
        for (std::size_t i = keep_context ? last_answer : 0; i < cut_; ++i)
            if (roles_[i] == Role::fresh && (is_quote(i) || is_broken_quote(i))) roles_[i] = Role::quoted;
    }

    // The tail of a quoted line that a mail program wrapped without repeating the mark.
    bool is_broken_quote(std::size_t i) const {
        if (i == 0 || i + 1 >= lines_.size() || is_quote(i) || lines_[i].size() > 40) return false;
        bool const between = is_quote(i - 1) && is_quote(i + 1);
        bool const starts_low = !lines_[i].empty() && lines_[i][0] >= 'a' && lines_[i][0] <= 'z';
        return between && starts_low && lines_[i - 1].size() >= 65;
    }

    void mark_signatures_before_quotes() {
        std::size_t start = 0;
        for (std::size_t i = 0; i <= lines_.size(); ++i) {
            bool const goes_on = i < lines_.size() && roles_[i] == Role::fresh;
            if (goes_on) continue;
            mark(signature_start(start, i), i, Role::signature);
            start = i + 1;
        }
    }

    // Of the lines [from, to): code and quoted context are no place for a signature of the sender.
    std::size_t signature_start(std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i)
            if (is_quote(i) || is_code_[i] != 0) from = i + 1;
        return from + find_signature(Lines(lines_).subspan(from, to - from));
    }

    // Blank lines between two lines of a role stay; where another role stood between them, one blank line at most.
    std::string collect(Role role) const {
        std::string out;
        std::size_t blanks = 0;
        bool interrupted = false;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (is_blank(i)) {
                ++blanks;
            } else if (roles_[i] != role) {
                interrupted = true;
            } else {
                if (!out.empty()) out.append(1 + (interrupted ? std::min<std::size_t>(blanks, 1) : blanks), '\n');
                out += lines_[i];
                blanks = 0;
                interrupted = false;
            }
        }
        return out;
    }

    std::vector<std::string_view> lines_;
    std::vector<Role> roles_;
    std::vector<char> is_code_;
    std::size_t cut_ = 0;
};

}  // namespace

SplitText split_quote(std::string_view text) { return Splitter(text).split_text(); }

}  // namespace lotse::mail
