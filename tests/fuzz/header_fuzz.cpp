// SPDX-License-Identifier: Apache-2.0
// Header codecs: encoded words, charsets, addresses, parameters, dates, ids. What the builder accepts has no extra header.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text.h"
#include "mail/address.h"
#include "mail/build_message.h"
#include "mail/charset.h"
#include "mail/encoded_words.h"
#include "mail/header_block.h"
#include "mail/header_values.h"
#include "mail/parse_message.h"

namespace {

using namespace lotse;
using namespace lotse::mail;

void expect(bool condition) {
    if (!condition) std::abort();
}

void expect_line(std::string const& text) {
    expect(is_utf8(text) && !text.contains('\0') && !text.contains('\n') && !text.contains('\r'));
}

void check_codecs(std::string_view input) {
    expect_line(decode_header_text(input));
    std::size_t const newline = std::min(input.find('\n'), input.size());
    expect(is_utf8(decode_charset(input.substr(newline), input.substr(0, newline)).text));
    ParameterValue const value = parse_parameter_value(input);
    expect_line(value.value);
    for (auto const& [name, content] : value.parameters) {
        expect(is_utf8(name));
        expect_line(content);
    }
    for (std::string const& id : parse_message_ids(input)) expect_line(id);
    parse_mail_date(input);
}

void check_addresses(std::string_view input) {
    for (Address const& address : parse_address_list(input, 50)) {
        expect_line(address.name);
        expect_line(address.address);
        auto const canonical = canonical_address(address.address);
        if (!canonical) continue;
        // Canonical is canonical: reading it again changes nothing.
        expect(canonical_address(canonical->address()) == canonical);
    }
}

void check_builder(std::string_view input) {
    Outgoing mail;
    mail.from = {"Desk", "desk@example.org"};
    mail.to = {{std::string(input.substr(0, 40)), "anna@example.org"}};
    mail.subject = std::string(input);
    mail.text = "Hello\n";
    mail.message_id = "1@example.org";
    auto const built = build_message(mail);
    if (!built) return;
    expect(input.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos);
    HeaderBlock const block = read_header_block(*built);
    expect(!block.malformed && built->substr(0, block.body_at).ends_with("\r\n\r\n"));
    expect(block.headers.size() == 8);  // nothing slipped in
    for (std::string_view const line : split(*built, '\n')) expect(line.size() <= 998);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const input(reinterpret_cast<char const*>(data), size);
    check_codecs(input);
    check_addresses(input);
    check_builder(input);
    HeaderBlock const block = read_header_block(input);
    expect(block.body_at <= input.size());
    return 0;
}
