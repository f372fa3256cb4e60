// SPDX-License-Identifier: Apache-2.0
#include "desk/file_type.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace lotse::desk {
namespace {

using namespace std::string_view_literals;

struct Beginning {
    std::string_view bytes;
    std::string_view type;
};
constexpr std::array kBeginnings{
    Beginning{"\x89PNG\r\n\x1a\n"sv, "image/png"},
    Beginning{"\xff\xd8\xff"sv, "image/jpeg"},
    Beginning{"GIF87a"sv, "image/gif"},
    Beginning{"GIF89a"sv, "image/gif"},
    Beginning{"%PDF-"sv, "application/pdf"},
    Beginning{"PK\x03\x04"sv, "application/zip"},
    Beginning{"\x1f\x8b"sv, "application/gzip"},
};
constexpr std::array kPrograms{"MZ"sv,
                               "\x7f"
                               "ELF"sv,
                               "#!"sv,
                               "\xcf\xfa\xed\xfe"sv,
                               "\xca\xfe\xba\xbe"sv,
                               "L\0\0\0\x01\x14\x02\0"sv};
constexpr std::array kProgramNames{"exe"sv, "scr"sv, "bat"sv, "cmd"sv, "com"sv, "pif"sv, "js"sv,  "jse"sv,
                                   "vbs"sv, "vbe"sv, "wsf"sv, "wsh"sv, "hta"sv, "msi"sv, "ps1"sv, "lnk"sv,
                                   "jar"sv, "cpl"sv, "reg"sv, "sh"sv,  "app"sv, "iso"sv, "img"sv};
// Office files are zip archives that name themselves.
constexpr std::array kZipKin{"application/vnd."sv, "application/epub"sv};
constexpr std::array kActive{"html"sv, "xml"sv, "svg"sv, "script"sv, "flash"sv};

bool is_plain_type(std::string_view type) {
    auto const slash = type.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == type.size() || type.size() > 100) return false;
    return std::ranges::all_of(type, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '-' || c == '+';
    });
}

}  // namespace

std::string type_of_bytes(std::string_view bytes, std::string_view claimed) {
    auto const type = to_lower_ascii(trim(claimed.substr(0, claimed.find(';'))));
    for (auto const& known : kBeginnings) {
        if (!bytes.starts_with(known.bytes)) continue;
        bool const is_kin = known.type == "application/zip" && is_plain_type(type) &&
                            std::ranges::any_of(kZipKin, [&](auto kin) { return type.starts_with(kin); });
        return is_kin ? type : std::string(known.type);
    }
    if (bytes.starts_with("RIFF"sv) && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP"sv) return "image/webp";
    bool const is_active =
        std::ranges::any_of(kActive, [&](auto word) { return type.find(word) != std::string::npos; });
    // A picture that does not begin like one is none.
    if (!is_plain_type(type) || is_active || is_inline_image(type)) return "application/octet-stream";
    return type;
}

std::string shown_file_name(std::string_view given) {
    std::string out;
    for (char const c : to_valid_utf8(cut_utf8(trim(given), 200))) {
        auto const byte = static_cast<unsigned char>(c);
        out += byte < 0x20 || byte == 0x7f || c == '/' || c == '\\' ? '_' : c;
    }
    for (auto const* hidden : {"\xE2\x80\x8B", "\xE2\x80\xAE", "\xE2\x80\xAD", "\xEF\xBB\xBF"})
        out = replace_all(std::move(out), hidden, "");
    return out.empty() ? "file" : out;
}

bool is_inline_image(std::string_view content_type) {
    return content_type == "image/png" || content_type == "image/jpeg" || content_type == "image/gif" ||
           content_type == "image/webp";
}

bool is_program(std::string_view bytes, std::string_view name) {
    if (std::ranges::any_of(kPrograms, [&](auto mark) { return bytes.starts_with(mark); })) return true;
    // Blanks and dots at the end vanish on the far side's disk, so they do not hide an ending here.
    auto const last = name.find_last_not_of(" .\t");
    name = name.substr(0, last == std::string_view::npos ? 0 : last + 1);
    auto const dot = name.rfind('.');
    if (dot == std::string_view::npos) return false;
    auto const ending = to_lower_ascii(name.substr(dot + 1));
    return std::ranges::find(kProgramNames, ending) != kProgramNames.end();
}

}  // namespace lotse::desk
