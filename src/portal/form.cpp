// SPDX-License-Identifier: Apache-2.0
#include "portal/form.h"

#include <algorithm>

#include "base/text.h"

namespace lotse::portal {
namespace {

constexpr std::size_t kParts = 40;
constexpr std::size_t kHeadBytes = 4096;
constexpr std::size_t kNameBytes = 200;

Error malformed() { return invalid("form.syntax", "The form did not arrive whole. Please send it again."); }

Error too_much() { return too_large("form.size", "This is too much at once."); }

std::string decode(std::string_view text) {
    return to_valid_utf8(percent_decode(replace_all(std::string(text), "+", " ")));
}

Result<Form> read_plain(std::string_view body) {
    if (body.size() > kFormBytes * 3) return too_much();
    Form out;
    auto const pairs = split(body, '&');
    if (pairs.size() > kParts) return malformed();
    for (auto const pair : pairs) {
        auto const equals = pair.find('=');
        if (equals == std::string_view::npos) continue;
        out.add(decode(pair.substr(0, equals)), decode(pair.substr(equals + 1)));
    }
    return out;
}

// `name="files"` of a header; browsers write a quote inside as %22.
std::string parameter(std::string_view header, std::string_view name) {
    auto const wanted = std::string(name) + "=\"";
    for (std::size_t at = header.find(wanted); at != std::string_view::npos; at = header.find(wanted, at + 1)) {
        // "filename=" ends in "name=", too.
        if (at > 0 && header[at - 1] != ' ' && header[at - 1] != ';') continue;
        auto const begin = at + wanted.size();
        auto const end = header.find('"', begin);
        if (end == std::string_view::npos) return {};
        return to_valid_utf8(replace_all(std::string(header.substr(begin, end - begin)), "%22", "\""));
    }
    return {};
}

std::string_view header_in(std::string_view head, std::string_view name) {
    for (auto line : split(head, '\n')) {
        line = trim(line);
        if (line.size() > name.size() && line[name.size()] == ':' && starts_with_ignoring_case(line, name))
            return trim(line.substr(name.size() + 1));
    }
    return {};
}

// A path that an old browser sends along is left out.
std::string file_name(std::string name) {
    auto const slash = name.find_last_of("/\\");
    if (slash != std::string::npos) name.erase(0, slash + 1);
    return std::string(cut_utf8(name, kNameBytes));
}

Result<void> take_part(Form& out, std::string_view head, std::string_view content) {
    auto const disposition = header_in(head, "Content-Disposition");
    auto const name = parameter(disposition, "name");
    if (name.empty()) return malformed();
    if (disposition.find("filename=") == std::string_view::npos) {
        if (content.size() > kFormBytes * 2) return too_much();
        out.add(name, to_valid_utf8(content));
        return {};
    }
    auto const shown = file_name(parameter(disposition, "filename"));
    if (name != "files" || (shown.empty() && content.empty())) return {};  // no file was chosen
    if (out.files.size() == kFiles) return too_large("form.files", "At most ten files at a time.", "/files");
    domain::InboundFile file;
    file.name = shown.empty() ? "file" : shown;
    auto const type = header_in(head, "Content-Type");
    file.content_type = type.empty() ? "application/octet-stream" : to_valid_utf8(type.substr(0, 120));
    file.bytes = content;
    out.files.push_back(std::move(file));
    return {};
}

Result<Form> read_parts(std::string_view body, std::string_view boundary) {
    Form out;
    auto const mark = "--" + std::string(boundary);
    if (!body.starts_with(mark)) return malformed();
    auto rest = body.substr(mark.size());
    for (std::size_t part = 0; part < kParts; ++part) {
        if (rest.starts_with("--")) return out;
        if (!rest.starts_with("\r\n")) return malformed();
        auto const end = rest.find("\r\n" + mark, 2);
        auto const head_end = rest.find("\r\n\r\n");
        if (end == std::string_view::npos || head_end == std::string_view::npos || head_end > end ||
            head_end > kHeadBytes)
            return malformed();
        auto const begin = std::min(head_end + 4, end);
        CHECK_OK(take_part(out, rest.substr(0, head_end), rest.substr(begin, end - begin)));
        rest = rest.substr(end + 2 + mark.size());
    }
    return malformed();
}

}  // namespace

std::string const& Form::get(std::string_view name) const {
    static std::string const none;
    auto const found = std::ranges::find_if(fields_, [&](auto const& field) { return field.first == name; });
    return found == fields_.end() ? none : found->second;
}

Result<Form> read_form(net::Request const& request) {
    auto const type = request.headers.get_or("Content-Type", {});
    if (starts_with_ignoring_case(type, "application/x-www-form-urlencoded")) return read_plain(request.body);
    if (!starts_with_ignoring_case(type, "multipart/form-data")) return malformed();
    auto const at = type.find("boundary=");
    if (at == std::string_view::npos) return malformed();
    auto boundary = trim(type.substr(at + 9));
    boundary = boundary.substr(0, boundary.find(';'));
    if (boundary.starts_with('"') && boundary.ends_with('"') && boundary.size() > 2)
        boundary = boundary.substr(1, boundary.size() - 2);
    if (boundary.empty() || boundary.size() > 70) return malformed();
    return read_parts(request.body, boundary);
}

}  // namespace lotse::portal
