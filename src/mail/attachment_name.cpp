// SPDX-License-Identifier: Apache-2.0
#include "mail/attachment_name.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace lotse::mail {
namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::size_t kLongestExtension = 16;

// Left-to-right and right-to-left marks, embeddings, overrides, isolates, zero-width characters.
std::string without_invisible_marks(std::string text) {
    for (std::string_view const mark : {"\xE2\x80\x8B", "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xAA", "\xE2\x80\xAB",
                                        "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA7",
                                        "\xE2\x81\xA8", "\xE2\x81\xA9", "\xD8\x9C", "\xEF\xBB\xBF"})
        text = replace_all(std::move(text), mark, "");
    return text;
}

std::string shortened(std::string_view name) {
    if (name.size() <= kLongestName) return std::string(name);
    std::size_t const dot = name.rfind('.');
    bool const has_extension = dot != std::string_view::npos && name.size() - dot <= kLongestExtension;
    std::string_view const extension = has_extension ? name.substr(dot) : std::string_view{};
    return std::string(cut_utf8(name, kLongestName - extension.size())) + std::string(extension);
}

std::string_view extension_for(std::string_view type) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kKnown{{
        {"image/jpeg", "jpg"},
        {"image/jpg", "jpg"},
        {"image/png", "png"},
        {"image/gif", "gif"},
        {"image/webp", "webp"},
        {"image/bmp", "bmp"},
        {"image/tiff", "tif"},
        {"image/svg+xml", "svg"},
        {"text/plain", "txt"},
        {"text/html", "html"},
        {"text/csv", "csv"},
        {"text/calendar", "ics"},
        {"text/vcard", "vcf"},
        {"text/x-vcard", "vcf"},
        {"application/pdf", "pdf"},
        {"application/zip", "zip"},
        {"application/json", "json"},
        {"application/xml", "xml"},
        {"message/rfc822", "eml"},
        {"application/pgp-signature", "asc"},
        {"application/pkcs7-signature", "p7s"},
        {"application/ics", "ics"},
    }};
    for (auto const& [known, extension] : kKnown)
        if (known == type) return extension;
    if (type.starts_with("message/") || type.starts_with("text/")) return "txt";
    return "bin";
}

}  // namespace

std::string safe_file_name(std::string_view name) {
    std::string text = without_invisible_marks(to_valid_utf8(name));
    std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    if (std::size_t const slash = text.find_last_of("/\\"); slash != std::string::npos) text = text.substr(slash + 1);
    std::replace_if(text.begin(), text.end(), [](char c) { return std::string_view("<>:\"|?*").contains(c); }, '_');
    std::string_view kept = trim(text);
    while (kept.ends_with('.') || kept.ends_with(' ')) kept.remove_suffix(1);
    if (std::ranges::all_of(kept, [](char c) { return c == '.'; })) return {};
    return shortened(kept);
}

std::string made_up_name(std::string_view content_type, std::size_t number) {
    return "attachment-" + std::to_string(number) + "." + std::string(extension_for(content_type));
}

}  // namespace lotse::mail
