// SPDX-License-Identifier: Apache-2.0
// Mail addresses: as people write them, and in the one form in which we compare them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::mail {

// A mailbox as a header shows it: `name` decoded and without quotes (may be empty), `address` local@domain as written,
// save that an international domain is in ASCII. Old mailers write an address without domain; it is kept so.
struct Address {
    std::string name;
    std::string address;
    bool operator==(Address const&) const = default;
};

// The form for looking up and comparing. The local part keeps its case except that lookups by us are made on
// `key()`, which lowers it: no large provider tells "Anna" from "anna", and two customers for one person hurt more.
struct CanonicalAddress {
    std::string local;   // without the plus tag
    std::string tag;     // what follows the first '+'; empty if none
    std::string domain;  // lower case, A-label ("xn--...") if it was international
    std::string key() const;      // lower-case local@domain without the tag
    std::string address() const;  // local[+tag]@domain
    bool operator==(CanonicalAddress const&) const = default;
};

// Reads one address, "Anna <anna@example.org>" or bare, comments allowed. Nothing if there is none or more than one.
std::optional<Address> parse_address(std::string_view text);

// Reads a list (RFC 5322, obsolete forms and groups included; group members are flattened) and stops after `limit`.
// Entries without an address are left out. `hint` is the charset to try for raw bytes that are no UTF-8.
std::vector<Address> parse_address_list(std::string_view text, std::size_t limit = 500, std::string_view hint = {});

// Takes a bare address; comments and surrounding white space are removed. Nothing if it is no local@domain.
std::optional<CanonicalAddress> canonical_address(std::string_view address);

// "bücher.example" -> "xn--bcher-kva.example" (RFC 3492), lower case. A label that cannot be encoded stays lowered.
std::string to_ascii_domain(std::string_view domain);

}  // namespace lotse::mail
