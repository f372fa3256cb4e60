// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <initializer_list>
#include <vector>

#include "base/text.h"
#include "mail/clean_html.h"
#include "mail/html_walk.h"

namespace lotse::mail {
namespace {

// Deeper quotes and lists are shown at this depth, so that prefixes cannot multiply the size of a hostile mail.
constexpr int kDeepestPrefix = 16;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

// What pads the layout of newsletters and nobody sees: soft hyphen, grapheme joiner, zero-width space, byte order mark.
std::size_t invisible_length(std::string_view text) {
    for (std::string_view const mark : {"\xC2\xAD", "\xCD\x8F", "\xE2\x80\x8B", "\xEF\xBB\xBF"})
        if (text.starts_with(mark)) return mark.size();
    return 0;
}

// Without invisible padding and control characters; a no-break space becomes a blank, since it pads as well.
std::string with_plain_blanks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            bool const blank = text[i] == '\n' || text[i] == '\t' || text[i] == '\r';
            if ((byte >= 0x20 && byte != 0x7F) || blank) out += text[i];
        } else if (text.substr(i).starts_with("\xC2\xA0")) {
            out += ' ';
            ++i;
        } else if (std::size_t const skipped = invisible_length(text.substr(i)); skipped > 0) {
            i += skipped - 1;
        } else {
            out += text[i];
        }
    }
    return out;
}

class TextRenderer final : public HtmlSink {
  public:
    void open(HtmlToken const& tag) override {
        std::string_view const name = tag.name;
        if (name == "br") {
            end_line();
        } else if (name == "hr") {
            need_paragraph();
            word("----------");
            need_paragraph();
        } else if (name == "img") {
            flowing(with_plain_blanks(tag.attribute("alt")));
        } else if (name == "a") {
            links_.push_back({std::string(tag.attribute("href")), {}});
        } else if (is_one_of(name, {"ul", "ol"})) {
            lists_.empty() ? need_paragraph() : need_line();
            lists_.push_back(name == "ol" ? 1 : 0);
        } else if (name == "li") {
            open_item();
        } else if (is_one_of(name, {"td", "th"})) {
            cell_waits_ = !line_.empty();
        } else {
            open_block(name);
        }
    }

    void close(std::string_view name) override {
        if (name == "a") {
            close_link();
        } else if (is_one_of(name, {"ul", "ol"})) {
            if (!lists_.empty()) lists_.pop_back();
            lists_.empty() ? need_paragraph() : need_line();
        } else if (name == "blockquote") {
            breaks_ = 1;
            flush_line();
            --quotes_;
            need_paragraph();
        } else if (name == "pre") {
            --pre_;
            need_paragraph();
        } else if (is_paragraph(name)) {
            need_paragraph();
        } else if (is_one_of(name, {"div", "tr", "li"})) {
            need_line();
        }
    }

    void text(std::string_view text) override {
        if (pre_ == 0) {
            flowing(with_plain_blanks(text));
            return;
        }
        std::string const kept = with_plain_blanks(text);
        auto const lines = split(kept, '\n');
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (i > 0) end_line();
            std::string_view line = lines[i];
            while (line.ends_with('\r')) line.remove_suffix(1);
            if (!line.empty()) word(line);
        }
    }

    std::string finish() {
        flush_line();
        return std::string(trim(out_)) + (trim(out_).empty() ? "" : "\n");
    }

  private:
    struct Link {
        std::string href;
        std::string text;
    };

    static bool is_paragraph(std::string_view name) {
        return is_one_of(name, {"p", "table", "h1", "h2", "h3", "h4", "h5", "h6"});
    }

    void open_block(std::string_view name) {
        if (name == "blockquote") {
            need_paragraph();
            flush_line();
            ++quotes_;
        } else if (name == "pre") {
            need_paragraph();
            ++pre_;
        } else if (is_paragraph(name)) {
            need_paragraph();
        } else if (is_one_of(name, {"div", "tr"})) {
            need_line();
        }
    }

    void open_item() {
        need_line();
        flush_line();
        int const depth = std::min(static_cast<int>(lists_.size()), kDeepestPrefix);
        line_.assign(static_cast<std::size_t>(std::max(depth - 1, 0)) * 2, ' ');
        if (lists_.empty() || lists_.back() == 0) line_ += "- ";
        else line_ += std::to_string(lists_.back()++) + ". ";
        bullet_only_ = true;
    }

    // "text <url>"; nothing more where the text is the address.
    void close_link() {
        if (links_.empty()) return;
        Link const link = std::move(links_.back());
        links_.pop_back();
        std::string_view target = link.href;
        bool const is_web =
            starts_with_ignoring_case(target, "http://") || starts_with_ignoring_case(target, "https://");
        bool const is_mail = starts_with_ignoring_case(target, "mailto:");
        if (!is_web && !is_mail) return;
        if (is_mail) target = target.substr(7, target.find('?') - 7);
        std::string_view const shown = trim(link.text);
        auto const bare = [](std::string_view url) {
            if (url.starts_with("https://")) url.remove_prefix(8);
            if (url.starts_with("http://")) url.remove_prefix(7);
            while (url.ends_with('/')) url.remove_suffix(1);
            return url;
        };
        if (shown.empty() || target.empty() || bare(shown) == bare(target)) return;
        std::string one_line(target);
        std::erase_if(one_line, [](char c) { return c == '\n' || c == '\r'; });
        word((line_.ends_with(' ') ? "<" : " <") + one_line + ">");
    }

    void flowing(std::string_view text) {
        auto const is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
        for (std::size_t at = 0; at < text.size();) {
            if (is_blank(text[at])) {
                gap_ = true;
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < text.size() && !is_blank(text[end])) ++end;
            if (gap_ && breaks_ == 0 && !line_.empty() && !line_.ends_with(' ')) line_ += ' ';
            gap_ = false;
            word(text.substr(at, end - at));
            at = end;
        }
    }

    void word(std::string_view text) {
        if (breaks_ > 0) flush_line();
        if (cell_waits_ && !line_.empty()) line_ += " | ";
        cell_waits_ = false;
        line_ += text;
        bullet_only_ = false;
        for (Link& link : links_)
            if (link.text.size() < 4096) link.text += text;
    }

    // br: ends the line, or leaves an empty one if nothing stands on it.
    void end_line() {
        breaks_ = breaks_ == 0 && !line_.empty() ? 1 : 2;
        gap_ = false;
        cell_waits_ = false;
    }
    void need_line() {
        if (!bullet_only_) breaks_ = std::max(breaks_, 1);
        gap_ = false;
        cell_waits_ = false;
    }
    void need_paragraph() {
        if (!bullet_only_) breaks_ = 2;
        gap_ = false;
        cell_waits_ = false;
    }

    // Writes the line and the breaks that wait after it.
    void flush_line() {
        std::string prefix;
        for (int i = 0; i < std::min(quotes_, kDeepestPrefix); ++i) prefix += "> ";
        if (!trim(line_).empty()) {
            if (pre_ == 0) line_ = line_.substr(0, line_.find_last_not_of(' ') + 1);
            out_ += prefix + line_ + "\n";
        }
        line_.clear();
        bullet_only_ = false;
        if (breaks_ == 2 && !out_.empty() && !out_.ends_with("\n\n")) {
            std::string const blank = std::string(trim(prefix)) + "\n";
            if (!out_.ends_with("\n" + blank)) out_ += blank;
        }
        breaks_ = 0;
    }

    std::string out_;
    std::string line_;
    int breaks_ = 0;  // line ends that wait until more text comes: 1 = new line, 2 = empty line
    bool gap_ = false;  // white space that waits until more text comes
    bool cell_waits_ = false;  // a cell separator that waits until more text comes
    bool bullet_only_ = false;  // the line holds a bullet and nothing yet: a paragraph in the item does not break it
    int quotes_ = 0;
    int pre_ = 0;
    std::vector<int> lists_;  // 0: bullets, else the next number
    std::vector<Link> links_;
};

}  // namespace

std::string html_to_text(std::string_view html) {
    TextRenderer renderer;
    bool const left_out_form = walk_html(html, FormContent::dropped, renderer);
    std::string text = renderer.finish();
    if (!text.empty() || !left_out_form) return text;
    TextRenderer second;
    walk_html(html, FormContent::kept, second);
    return second.finish();
}

}  // namespace lotse::mail
