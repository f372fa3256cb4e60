// SPDX-License-Identifier: Apache-2.0
#include "mail/charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

#include "base/text.h"

namespace lotse::mail {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Names seen in mail that iconv does not know, or knows too narrowly: the vendors' supersets are what is meant.
constexpr std::array<std::pair<std::string_view, std::string_view>, 44> kAliases{{
    {"utf8", "utf-8"},
    {"unicode", "utf-8"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ansi-x3.4-1968", "windows-1252"},
    {"7bit", "windows-1252"},
    {"8bit", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso-latin-1", "windows-1252"},
    {"8859-1", "windows-1252"},
    {"ansi", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"latin2", "iso-8859-2"},
    {"latin5", "windows-1254"},
    {"latin9", "iso-8859-15"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"iso-8859-8-e", "iso-8859-8"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"cp936", "gb18030"},
    {"ks-c-5601-1987", "cp949"},
    {"ks-c-5601", "cp949"},
    {"euc-kr", "cp949"},
    {"shift-jis", "cp932"},
    {"x-sjis", "cp932"},
    {"sjis", "cp932"},
    {"windows-31j", "cp932"},
    {"x-euc-jp", "euc-jp"},
    {"big5", "big5-hkscs"},
    {"x-big5", "big5-hkscs"},
    {"mac", "macintosh"},
    {"x-mac-roman", "macintosh"},
    {"unicode-1-1-utf-7", "utf-7"},
    {"koi8r", "koi8-r"},
    {"koi8u", "koi8-u"},
    {"utf-16", "utf-16"},
    {"utf16", "utf-16"},
    {"iso-2022-jp-ms", "iso-2022-jp-3"},
    {"cp-850", "cp850"},
}};

constexpr std::array<std::string_view, 9> kFamilies{"iso-8859-", "windows-125", "windows-874", "koi8-", "cp",
                                                    "utf-16",    "utf-32",      "iso-2022-jp", "euc-"};
constexpr std::array<std::string_view, 8> kSingles{"gb18030", "big5-hkscs",  "macintosh",    "tis-620",
                                                   "utf-7",   "iso-2022-kr", "windows-1252", "johab"};

struct Converter {
    explicit Converter(std::string const& from) : handle(iconv_open("UTF-8", from.c_str())) {}
    ~Converter() {
        if (is_open()) iconv_close(handle);
    }
    Converter(Converter const&) = delete;
    Converter& operator=(Converter const&) = delete;
    bool is_open() const { return handle != reinterpret_cast<iconv_t>(-1); }
    iconv_t handle;
};

// "iso_8859-2 " -> "iso-8859-2"; "" if it is no charset that mail uses.
std::string known_name(std::string_view charset) {
    std::string name = replace_all(to_lower_ascii(trim(charset)), "_", "-");
    std::erase_if(name, [](char c) { return c == '"' || c == '\'' || c == ';' || c == ' '; });
    if (name.starts_with("iso8859")) name = "iso-8859" + name.substr(7);
    if (name.starts_with("cp-125") || name.starts_with("win-125")) name = "windows-" + name.substr(name.find('-') + 1);
    if (name.starts_with("cp125")) name = "windows-" + name.substr(2);
    if (name.starts_with("windows125")) name = "windows-" + name.substr(7);
    for (auto const& [alias, meant] : kAliases)
        if (name == alias) return std::string(meant);
    if (name == "utf-8") return name;
    auto const starts = [&](std::string_view family) { return name.starts_with(family); };
    bool const plain = name.size() <= 20 && std::ranges::all_of(name, [](char c) {
                           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
                       });
    if (plain && (std::ranges::any_of(kFamilies, starts) || std::ranges::find(kSingles, name) != kSingles.end()))
        return name;
    return {};
}

std::optional<DecodedText> convert(std::string_view bytes, std::string const& from) {
    Converter const converter(from);
    if (!converter.is_open()) return std::nullopt;
    DecodedText result;
    char* in = const_cast<char*>(bytes.data());  // iconv's old signature; it only reads
    std::size_t in_left = bytes.size();
    std::array<char, 4096> buffer;
    while (in_left > 0) {
        char* out = buffer.data();
        std::size_t out_left = buffer.size();
        std::size_t const answer = iconv(converter.handle, &in, &in_left, &out, &out_left);
        int const failure = answer == static_cast<std::size_t>(-1) ? errno : 0;
        result.text.append(buffer.data(), buffer.size() - out_left);
        if (failure == 0 || failure == E2BIG) continue;
        result.text += kReplacement;
        result.exact = false;
        if (failure == EINVAL) break;  // the last character is cut off
        ++in;
        --in_left;
    }
    if (!is_utf8(result.text) || result.text.contains('\0')) result.text = to_valid_utf8(result.text);
    return result;
}

std::string windows_1252(std::string_view bytes, bool& exact) {
    static constexpr std::array<char32_t, 32> kHigh{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (char c : bytes) {
        char32_t point = static_cast<unsigned char>(c);
        if (point >= 0x80 && point < 0xA0) point = kHigh[point - 0x80];
        if (point == 0) point = 0xFFFD;
        if (point == 0xFFFD) exact = false;
        if (point < 0x80) {
            out += static_cast<char>(point);
        } else if (point < 0x800) {
            out += static_cast<char>(0xC0 | (point >> 6));
            out += static_cast<char>(0x80 | (point & 0x3F));
        } else {
            out += static_cast<char>(0xE0 | (point >> 12));
            out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
            out += static_cast<char>(0x80 | (point & 0x3F));
        }
    }
    return out;
}

bool is_ascii(std::string_view bytes) {
    return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// A mail in UTF-8 with a few broken bytes stays UTF-8; one with hardly a whole sequence was mislabelled.
bool is_mostly_utf8(std::string_view bytes, std::string_view repaired) {
    std::size_t bad = 0;
    for (std::size_t at = repaired.find(kReplacement); at != std::string_view::npos;
         at = repaired.find(kReplacement, at + kReplacement.size()))
        ++bad;
    auto const is_high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    auto const high = static_cast<std::size_t>(std::ranges::count_if(bytes, is_high));
    return high > 2 * bad || bad == static_cast<std::size_t>(std::ranges::count(bytes, '\0'));
}

DecodedText decode_by_sight(std::string_view bytes, bool exact) {
    if (is_utf8(bytes) && !bytes.contains('\0')) return {std::string(bytes), exact};
    std::string repaired = to_valid_utf8(bytes);
    if (is_mostly_utf8(bytes, repaired)) return {std::move(repaired), false};
    return {windows_1252(bytes, exact), exact};
}

}  // namespace

DecodedText decode_charset(std::string_view bytes, std::string_view charset) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    bool const unnamed = trim(charset).empty();
    if ((unnamed || charset.starts_with("utf-16")) && bytes.size() >= 2 &&
        (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")))
        if (auto wide = convert(bytes, "UTF-16")) return *std::move(wide);
    std::string const name = known_name(charset);
    bool const western = name == "windows-1252" || name == "iso-8859-15";
    if ((unnamed || western) && bytes.contains("\x1B$") && is_ascii(bytes))
        if (auto japanese = convert(bytes, "ISO-2022-JP"); japanese && japanese->exact) return *std::move(japanese);
    if (name.empty()) return decode_by_sight(bytes, unnamed || is_ascii(bytes));
    if (name == "utf-8") {
        DecodedText decoded = decode_by_sight(bytes, true);
        decoded.exact = is_utf8(bytes) && !bytes.contains('\0');
        return decoded;
    }
    if (western && is_utf8(bytes) && !bytes.contains('\0')) return {std::string(bytes), true};
    if (name == "windows-1252") {
        DecodedText decoded;
        decoded.text = windows_1252(bytes, decoded.exact);
        return decoded;
    }
    if (auto decoded = convert(bytes, name)) return *std::move(decoded);
    return decode_by_sight(bytes, is_ascii(bytes));
}

std::string decode_unlabelled(std::string_view bytes, std::string_view hint) {
    if (!hint.empty() && !is_utf8(bytes))
        if (DecodedText hinted = decode_charset(bytes, hint); hinted.exact) return std::move(hinted.text);
    return decode_by_sight(bytes, true).text;
}

}  // namespace lotse::mail
