// SPDX-License-Identifier: Apache-2.0
#include "desk/reply_token.h"

#include <fmt/format.h>

#include "base/crypto.h"
#include "base/text.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kMarkLength = 8;
constexpr std::size_t kMacLength = 26;

std::string signature(std::string_view key, domain::TenantId tenant, domain::TicketId ticket, std::string_view mark) {
    auto const mac = hmac_sha256(key, fmt::format("reply|{}|{}|{}", tenant.value, ticket.value, mark));
    return base32_lower(std::string_view(mac).substr(0, 16));
}

}  // namespace

std::string recipient_mark(std::string_view recipient) {
    return base32_lower(sha256(to_lower_ascii(recipient)).substr(0, 5));
}

std::string make_reply_token(std::string_view key, domain::TenantId tenant, domain::TicketId ticket,
                             std::string_view recipient) {
    auto const mark = recipient_mark(recipient);
    return fmt::format("t{}.{}.{}", ticket.value, mark, signature(key, tenant, ticket, mark));
}

std::optional<ReplyToken> read_reply_token(std::string_view key, domain::TenantId tenant, std::string_view text) {
    auto const lower = to_lower_ascii(text);
    auto const parts = split(lower, '.');
    if (parts.size() != 3 || parts[0].size() < 2 || parts[0][0] != 't' || parts[1].size() != kMarkLength ||
        parts[2].size() != kMacLength)
        return std::nullopt;
    auto const number = to_int(parts[0].substr(1));
    if (!number || *number <= 0) return std::nullopt;
    domain::TicketId const ticket{*number};
    if (!equal_in_constant_time(parts[2], signature(key, tenant, ticket, parts[1]))) return std::nullopt;
    return ReplyToken{ticket, std::string(parts[1])};
}

std::string make_message_id(std::string_view token, std::string_view unique, std::string_view domain) {
    return fmt::format("{}.{}@{}", token, unique, domain);
}

std::string_view token_in_message_id(std::string_view message_id) {
    auto const local = message_id.substr(0, message_id.find('@'));
    auto const last_dot = local.rfind('.');
    if (local.empty() || (local[0] != 't' && local[0] != 'T') || last_dot == std::string_view::npos) return {};
    return local.substr(0, last_dot);
}

std::string reply_address(std::string_view address, std::string_view token) {
    auto const at = address.find('@');
    if (at == std::string_view::npos) return std::string(address);
    return fmt::format("{}+{}{}", address.substr(0, at), token, address.substr(at));
}

}  // namespace lotse::desk
