// SPDX-License-Identifier: Apache-2.0
#include "mail/frame_html.h"

#include <algorithm>

#include "base/text.h"
#include "mail/clean_html.h"
#include "mail/html_walk.h"

namespace lotse::mail {
namespace {

constexpr std::size_t kMostRemoteImages = 200;

class FrameWriter final : public HtmlSink {
  public:
    explicit FrameWriter(std::function<std::string(std::string_view)> const& inline_image)
        : inline_image_(inline_image) {}

    void open(HtmlToken const& tag) override {
        if (tag.name == "img") {
            image(tag);
            return;
        }
        write_tag(tag, {});
    }
    void close(std::string_view name) override {
        out_.body += "</";
        out_.body += name;
        out_.body += '>';
    }
    void text(std::string_view text) override { out_.body += html_escape(text); }
    FramedHtml finish() { return std::move(out_); }

  private:
    void image(HtmlToken const& tag) {
        auto const address = tag.attribute("src");
        std::string source;
        if (starts_with_ignoring_case(address, "cid:")) {
            source = inline_image_(percent_decode(address.substr(4)));
        } else if (!address.empty()) {
            note_remote(address);
        }
        if (!source.empty()) {
            write_tag(tag, source);
        } else if (auto const alt = trim(tag.attribute("alt")); !alt.empty()) {
            out_.body += "<span class=\"no-image\">" + html_escape(alt) + "</span>";
        }
    }
    void note_remote(std::string_view address) {
        auto& all = out_.remote_images;
        if (all.size() < kMostRemoteImages && std::ranges::find(all, address) == all.end()) all.emplace_back(address);
    }
    void write_tag(HtmlToken const& tag, std::string_view source) {
        out_.body += '<';
        out_.body += tag.name;
        for (auto const& attribute : tag.attributes) {
            if (attribute.name == "src") continue;
            if (attribute.name == "style") out_.has_colours |= attribute.value.find("color") != std::string::npos;
            out_.body += ' ' + attribute.name + "=\"" + html_escape(attribute.value) + '"';
        }
        if (!source.empty()) out_.body += " src=\"" + html_escape(source) + '"';
        if (tag.name == "a" && !tag.attribute("href").empty())
            out_.body += R"( target="_blank" rel="noopener noreferrer nofollow")";
        out_.body += '>';
    }

    std::function<std::string(std::string_view)> const& inline_image_;
    FramedHtml out_;
};

}  // namespace

FramedHtml frame_html(std::string_view html, std::function<std::string(std::string_view)> const& inline_image) {
    // What was stored is clean; cleaning it again changes nothing, and keeps a row that somebody else wrote harmless.
    auto const clean = clean_html(html);
    FrameWriter writer(inline_image);
    walk_html(clean, FormContent::dropped, writer);
    return writer.finish();
}

}  // namespace lotse::mail
