// SPDX-License-Identifier: Apache-2.0
#include "mail/split_quote.h"

#include <algorithm>
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
    explicit Splitter(std::string_view text) : lines_(split(text, '\n')), roles_(lines_.size(), Role::fresh) {}

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
            if (is_quoted_line(lines_[i]) && !closes_address(lines_, i) && !is_boundary_line(lines_[i])) continue;
            if (is_boundary_line(lines_[i]) || header_block_length(lines_, i) > 0) {
                cut_at(i);
                return;
            }
            auto const introduction = introduction_ending_at(lines_, i);
            if (!introduction) continue;
            std::size_t const below = next_filled(i + 1);
            bool const above_quote = below < lines_.size() && is_quoted_line(lines_[below]);
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
        while (tail > 0 && !is_quoted_line(lines_[tail - 1])) --tail;
        std::size_t const start = next_filled(tail);
        if (tail == 0 || start >= cut_) return;
        Lines const below = Lines(lines_).subspan(start, cut_ - start);
        mark(start + find_signature(below), cut_, Role::signature);
    }

    // Quotes without an answer below are quoted. One quote with all of the answer below it is quoted too. Answers
    // between quotes, or around one, are not understood without them: those quotes stay with the answers.
    void mark_quotes() {
        std::size_t last_answer = 0;  // one past the last fresh line that is no quote
        for (std::size_t i = 0; i < cut_; ++i)
            if (roles_[i] == Role::fresh && !is_quoted_line(lines_[i]) && !is_blank(i) && !is_broken_quote(i))
                last_answer = i + 1;
        std::size_t quotes_answered = 0;
        bool text_above = false;
        bool in_quote = false;
        for (std::size_t i = 0; i < last_answer; ++i) {
            if (is_blank(i) || roles_[i] != Role::fresh) continue;
            bool const quote = is_quoted_line(lines_[i]) || (in_quote && is_broken_quote(i));
            if (quote && !in_quote) ++quotes_answered;
            if (!quote && quotes_answered == 0) text_above = true;
            in_quote = quote;
        }
        bool const keep_context = quotes_answered > 1 || (quotes_answered == 1 && text_above);
        for (std::size_t i = keep_context ? last_answer : 0; i < cut_; ++i)
            if (roles_[i] == Role::fresh && (is_quoted_line(lines_[i]) || is_broken_quote(i))) roles_[i] = Role::quoted;
    }

    // The tail of a quoted line that a mail program wrapped without repeating the mark.
    bool is_broken_quote(std::size_t i) const {
        if (i == 0 || i + 1 >= lines_.size() || is_quoted_line(lines_[i]) || lines_[i].size() > 40) return false;
        bool const between = is_quoted_line(lines_[i - 1]) && is_quoted_line(lines_[i + 1]);
        bool const starts_low = !lines_[i].empty() && lines_[i][0] >= 'a' && lines_[i][0] <= 'z';
        return between && starts_low && lines_[i - 1].size() >= 65;
    }

    void mark_signatures_before_quotes() {
        std::size_t start = 0;
        for (std::size_t i = 0; i <= lines_.size(); ++i) {
            bool const goes_on = i < lines_.size() && roles_[i] == Role::fresh;
            if (goes_on) continue;
            // Quoted context within the run is no place for a signature of the sender.
            for (std::size_t k = i; k > start; --k)
                if (is_quoted_line(lines_[k - 1])) start = k;
            std::size_t const found = start + find_signature(Lines(lines_).subspan(start, i - start));
            if (found < i) mark(found, i, Role::signature);
            start = i + 1;
        }
    }

    // Blank lines go with what stands before them; those at the seams are dropped.
    std::string collect(Role role) const {
        std::string out;
        std::size_t blanks = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (is_blank(i)) {
                ++blanks;
                continue;
            }
            bool const joined = i > 0 && roles_[i] == role;
            if (joined && !out.empty()) out.append(previous_filled_has(role, i) ? blanks + 1 : 1, '\n');
            if (roles_[i] == role) out += lines_[i];
            blanks = 0;
        }
        return out;
    }

    bool previous_filled_has(Role role, std::size_t i) const {
        while (i > 0 && is_blank(i - 1)) --i;
        return i > 0 && roles_[i - 1] == role;
    }

    std::vector<std::string_view> lines_;
    std::vector<Role> roles_;
    std::size_t cut_ = 0;
};

}  // namespace

SplitText split_quote(std::string_view text) { return Splitter(text).split_text(); }

}  // namespace lotse::mail
