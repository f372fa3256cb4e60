// SPDX-License-Identifier: Apache-2.0
#include "mail/address.h"

#include <gmime/gmime.h>

#include <algorithm>

#include "base/text.h"
#include "mail/charset.h"
#include "mail/encoded_words.h"
#include "mail/gmime_ready.h"
#include "mail/punycode.h"

namespace lotse::mail {
namespace {

// The library loses letters where a name is spread over several encoded words (GMime 3.2.13), so it does not see that
// they are encoded words: a private character stands for their "?" until the list is taken apart.
constexpr std::string_view kWordStart = "=?";
constexpr std::string_view kHiddenStart = "=\xEE\x80\x80";

std::string shown(char const* text) {
    return text == nullptr ? std::string{} : replace_all(text, kHiddenStart, kWordStart);
}

void collect(InternetAddressList* list, std::size_t limit, std::vector<Address>& out) {
    int const count = internet_address_list_length(list);
    for (int i = 0; i < count && out.size() < limit; ++i) {
        InternetAddress* const entry = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(entry)) {
            InternetAddressList* const members = internet_address_group_get_members(INTERNET_ADDRESS_GROUP(entry));
            if (members != nullptr && members != list) collect(members, limit, out);
        } else if (INTERNET_ADDRESS_IS_MAILBOX(entry)) {
            // The library shows domains in Unicode, whatever was sent. We want them comparable, and no look-alikes.
            std::string address = to_one_line(
                decode_unlabelled(shown(internet_address_mailbox_get_idn_addr(INTERNET_ADDRESS_MAILBOX(entry)))));
            std::erase_if(address, [](char c) { return c == '<' || c == '>'; });
            if (trim(address).empty()) continue;
            out.push_back({decode_header_text(shown(internet_address_get_name(entry))), std::string(trim(address))});
        }
    }
}

// "(a (nested) comment)" gone, quoted strings kept.
std::string without_comments(std::string_view text) {
    std::string out;
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (c == '\\' && i + 1 < text.size()) {
            if (depth == 0) out += text.substr(i, 2);
            ++i;
        } else if (quoted || (c == '"' && depth == 0)) {
            if (c == '"') quoted = !quoted;
            out += c;
        } else if (c == '(') {
            ++depth;
        } else if (c == ')' && depth > 0) {
            --depth;
        } else if (depth == 0) {
            out += c;
        }
    }
    return out;
}

// `"anna.b"@example.org` means anna.b@example.org; quotes stay where they are needed.
std::string without_needless_quotes(std::string_view local) {
    if (local.size() < 3 || !local.starts_with('"') || !local.ends_with('"')) return std::string(local);
    std::string_view const inner = local.substr(1, local.size() - 2);
    bool const is_dot_atom = std::ranges::all_of(inner, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("!#$%&'*+-/=?^_`{|}~.").contains(c) || static_cast<unsigned char>(c) >= 0x80;
    });
    return std::string(is_dot_atom ? inner : local);
}

}  // namespace

std::string CanonicalAddress::key() const { return to_lower_utf8(local) + "@" + domain; }

std::string CanonicalAddress::address() const { return local + (tag.empty() ? "" : "+" + tag) + "@" + domain; }

std::vector<Address> parse_address_list(std::string_view text, std::size_t limit, std::string_view hint) {
    gmime_ready();
    std::string clean = decode_unlabelled(text, hint);
    std::replace_if(clean.begin(), clean.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
    clean = replace_all(std::move(clean), kWordStart, kHiddenStart);
    std::vector<Address> out;
    GObjectPtr<InternetAddressList> const list(internet_address_list_parse(nullptr, clean.c_str()));
    if (list) collect(list.get(), limit, out);
    return out;
}

std::optional<Address> parse_address(std::string_view text) {
    std::vector<Address> found = parse_address_list(text, 2);
    if (found.size() != 1) return std::nullopt;
    return std::move(found.front());
}

std::optional<CanonicalAddress> canonical_address(std::string_view address) {
    std::string const bare = to_one_line(to_valid_utf8(without_comments(trim(address))));
    std::size_t const at = bare.rfind('@');
    if (at == std::string::npos) return std::nullopt;
    std::string const local = without_needless_quotes(trim(std::string_view(bare).substr(0, at)));
    std::string_view domain = trim(std::string_view(bare).substr(at + 1));
    while (domain.ends_with('.')) domain.remove_suffix(1);
    if (local.empty() || domain.empty() || domain.contains(' ') || bare.size() > 998) return std::nullopt;
    if (!local.starts_with('"') && local.find_first_of(" \t@<>,;:") != std::string::npos) return std::nullopt;
    if (domain.find_first_of("@<>,;\"") != std::string_view::npos) return std::nullopt;
    CanonicalAddress result;
    std::size_t const plus = local.find('+');
    bool const tagged = plus != std::string::npos && plus > 0 && !local.starts_with('"');
    result.local = tagged ? local.substr(0, plus) : local;
    result.tag = tagged ? local.substr(plus + 1) : "";
    result.domain = to_ascii_domain(domain);
    return result;
}

std::string to_ascii_domain(std::string_view domain) {
    std::string out;
    for (std::string_view const label : split(domain, '.')) {
        if (!out.empty()) out += '.';
        std::string const lower = to_lower_utf8(label);
        bool const ascii = std::ranges::all_of(lower, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        auto const encoded = ascii ? std::nullopt : punycode(lower);
        out += encoded ? "xn--" + *encoded : lower;
    }
    return out;
}

}  // namespace lotse::mail
