// SPDX-License-Identifier: Apache-2.0
#include "api/download.h"

#include <fmt/format.h>

#include "base/text.h"

namespace lotse::api {
namespace {

using namespace std::string_view_literals;

// Nothing that such an answer holds may load, run or be framed, even when a browser is talked into showing it.
constexpr std::string_view kSandbox = "default-src 'none'; sandbox; frame-ancestors 'none'";

std::string plain_name(std::string_view name) {
    std::string out;
    for (char const c : cut_utf8(name, 150)) {
        bool const is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
                              c == '-' || c == '_' || c == ' ';
        out += is_plain ? c : '_';
    }
    return out.empty() ? "file" : out;
}

}  // namespace

std::string_view safe_image_type(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return "image/png";
    if (bytes.starts_with("\xff\xd8\xff"sv)) return "image/jpeg";
    if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv)) return "image/gif";
    if (bytes.starts_with("RIFF"sv) && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP"sv) return "image/webp";
    return {};
}

std::string attachment_header(std::string_view file_name) {
    auto const valid = to_valid_utf8(cut_utf8(file_name, 150));
    return fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}", plain_name(valid), percent_encode(valid));
}

Reply download(std::string bytes, std::string_view content_type, std::string_view file_name) {
    Reply out;
    out.bytes = std::move(bytes);
    out.content_type = content_type;
    out.file_name = to_valid_utf8(cut_utf8(file_name, 150));
    out.headers = {{"Content-Disposition", attachment_header(file_name)},
                   {"Content-Security-Policy", std::string(kSandbox)}};
    return out;
}

Reply show_or_download(std::string bytes, std::string_view file_name) {
    auto const type = safe_image_type(bytes);
    if (type.empty()) return download(std::move(bytes), "application/octet-stream", file_name);
    auto out = download(std::move(bytes), type, file_name);
    out.headers.front().second = "inline";
    out.file_name.clear();
    return out;
}

}  // namespace lotse::api
