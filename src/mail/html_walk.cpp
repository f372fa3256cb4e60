// SPDX-License-Identifier: Apache-2.0
#include "mail/html_walk.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

#include "base/text.h"

namespace lotse::mail {
namespace {

using Names = std::initializer_list<std::string_view>;

constexpr std::size_t kDeepest = 256;

constexpr std::array<std::string_view, 31> kAllowed{
    "p", "br", "div", "span", "a",  "img",    "table", "thead", "tbody",      "tr", "td", "th", "ul", "ol", "li", "b",
    "i", "u",  "s",   "em",   "hr", "strong", "code",  "pre",   "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"};

// Gone with all they hold: foreign content, and what a mail cannot show. Scripts and styles are gone before, see
// html_tokens.h. Not head: many mails never close it.
constexpr std::array<std::string_view, 11> kDropped{"svg",   "math",   "template", "object",   "applet",  "audio",
                                                    "video", "canvas", "select",   "datalist", "frameset"};

// Blocks outside the list, so that their texts do not run together.
constexpr std::array<std::string_view, 24> kLikeDiv{"center",     "dl",      "dt",   "dd",      "section", "article",
                                                    "header",     "footer",  "main", "address", "figure",  "legend",
                                                    "figcaption", "aside",   "nav",  "details", "summary", "fieldset",
                                                    "hgroup",     "caption", "dir",  "menu",    "listing", "optgroup"};

bool is_one_of(std::string_view name, Names names) { return std::ranges::find(names, name) != names.end(); }

template <std::size_t N>
bool contains(std::array<std::string_view, N> const& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

bool is_void(std::string_view name) { return is_one_of(name, {"br", "img", "hr"}); }

std::size_t index_of(std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(kAllowed, name) - kAllowed.begin());
}

// The name under which an element is told, or "" if only its content is.
std::string_view shown_name(std::string_view name) {
    for (std::string_view const allowed : kAllowed)
        if (allowed == name) return allowed;
    if (contains(kLikeDiv, name)) return "div";
    if (name == "tfoot") return "tbody";
    if (is_one_of(name, {"del", "strike"})) return "s";
    if (name == "ins") return "u";
    if (name == "font") return "span";
    if (is_one_of(name, {"tt", "kbd", "samp"})) return "code";
    return {};
}

class Walker {
  public:
    Walker(FormContent forms, HtmlSink& sink) : forms_(forms), sink_(sink) {}

    bool walk(std::string_view html) {
        HtmlTokens tokens(html);
        for (HtmlToken token = tokens.next(); token.kind != HtmlToken::Kind::end; token = tokens.next()) take(token);
        while (!open_.empty()) close_top();
        return dropped_form_;
    }

  private:
    void take(HtmlToken& token) {
        if (!dropping_.empty()) {
            if (token.name != dropping_) return;
            if (token.kind == HtmlToken::Kind::open) ++dropped_depth_;
            if (token.kind == HtmlToken::Kind::close && --dropped_depth_ == 0) dropping_.clear();
        } else if (token.kind == HtmlToken::Kind::text) {
            sink_.text(token.text);
        } else if (token.kind == HtmlToken::Kind::open) {
            take_open(token);
        } else {
            take_close(token.name);
        }
    }

    void take_open(HtmlToken& token) {
        if (contains(kDropped, token.name) || (token.name == "form" && forms_ == FormContent::dropped)) {
            dropped_form_ |= token.name == "form";
            dropping_ = token.name;
            dropped_depth_ = 1;
            return;
        }
        std::string_view const name = shown_name(token.name);
        if (name.empty()) return;
        token.name = name;
        close_implied(name);
        if (is_one_of(name, {"tr", "td", "th", "thead", "tbody"}) && !is_open("table", {})) return;
        if (is_void(name)) {
            sink_.open(token);
            return;
        }
        if (open_.size() >= kDeepest) {
            ++too_deep_;
            return;
        }
        sink_.open(token);
        places_[index_of(name)].push_back(open_.size());
        open_.push_back(name);
    }

    void take_close(std::string_view tag) {
        if (tag == "br") {
            sink_.open({HtmlToken::Kind::open, "br", {}, {}});
            return;
        }
        std::string_view const name = shown_name(tag);
        if (name.empty() || is_void(name)) return;
        if (too_deep_ > 0) {
            --too_deep_;
            return;
        }
        bool const table_part = is_one_of(name, {"table", "thead", "tbody", "tr", "td", "th"});
        if (table_part) close_through(name, name == "table" ? Names{} : Names{"table"});
        else close_through(name, {"td", "th", "table"});
    }

    // What a browser closes by itself when `name` opens.
    void close_implied(std::string_view name) {
        if (is_block_element(name)) close_through("p", {"td", "th", "table"});
        if (name == "li") close_through("li", {"ul", "ol", "td", "th", "table"});
        if (name == "a") close_through("a", {"td", "th", "table"});
        if (is_one_of(name, {"td", "th", "tr", "thead", "tbody"})) {
            close_through("td", {"tr", "table"});
            close_through("th", {"tr", "table"});
        }
        if (is_one_of(name, {"tr", "thead", "tbody"})) close_through("tr", {"table"});
        if (is_one_of(name, {"thead", "tbody"})) {
            close_through("thead", {"table"});
            close_through("tbody", {"table"});
        }
    }

    bool is_open(std::string_view name, Names fences) const {
        auto const& places = places_[index_of(name)];
        return !places.empty() && std::ranges::all_of(fences, [&](std::string_view fence) {
            auto const& fenced = places_[index_of(fence)];
            return fenced.empty() || fence == name || fenced.back() < places.back();
        });
    }

    // Closes everything down to the innermost open `name`; nothing if a fence comes first.
    void close_through(std::string_view name, Names fences) {
        if (!is_open(name, fences)) return;
        while (open_.back() != name) close_top();
        close_top();
    }

    void close_top() {
        sink_.close(open_.back());
        places_[index_of(open_.back())].pop_back();
        open_.pop_back();
    }

    FormContent forms_;
    HtmlSink& sink_;
    std::vector<std::string_view> open_;  // names from kAllowed
    // Where in `open_` each kind of element stands, so that no tag needs a search through the depth.
    std::array<std::vector<std::size_t>, kAllowed.size()> places_;
    std::size_t too_deep_ = 0;  // elements open beyond the deepest level, which were not told
    std::string dropping_;      // the element whose subtree is being passed over
    std::size_t dropped_depth_ = 0;
    bool dropped_form_ = false;
};

}  // namespace

bool walk_html(std::string_view html, FormContent forms, HtmlSink& sink) {
    if (is_utf8(html) && !html.contains('\0')) return Walker(forms, sink).walk(html);
    return Walker(forms, sink).walk(to_valid_utf8(html));
}

bool is_block_element(std::string_view name) {
    return is_one_of(name, {"p", "div", "table", "ul", "ol", "pre", "blockquote", "hr"}) ||
           is_one_of(name, {"h1", "h2", "h3", "h4", "h5", "h6"});
}

}  // namespace lotse::mail
