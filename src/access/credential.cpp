// SPDX-License-Identifier: Apache-2.0
#include "access/credential.h"

#include <fmt/format.h>

#include "base/crypto.h"
#include "base/text.h"

namespace lotse::access {
namespace {

constexpr std::string_view kTokenPrefix = "lotse_api_";
constexpr std::string_view kSessionPrefix = "lotse_ses_";
constexpr std::string_view kOneTimePrefix = "lotse_one_";  // all of one length
constexpr std::size_t kRandomLength = 43;  // base64url of 32 bytes
constexpr std::size_t kCheckLength = 6;

std::string_view prefix_of(CredentialKind kind) {
    switch (kind) {
        case CredentialKind::token: return kTokenPrefix;
        case CredentialKind::session: return kSessionPrefix;
        case CredentialKind::one_time: return kOneTimePrefix;
    }
    return {};
}

std::optional<CredentialKind> kind_of(std::string_view text) {
    for (auto const kind : {CredentialKind::token, CredentialKind::session, CredentialKind::one_time})
        if (text.starts_with(prefix_of(kind))) return kind;
    return std::nullopt;
}

std::string checksum(std::string_view text) { return hex(sha256(text).substr(0, kCheckLength / 2)); }

}  // namespace

Secret<std::string> make_credential(CredentialKind kind, domain::TenantId tenant) {
    auto text = fmt::format("{}{}_{}", prefix_of(kind), tenant.value, random_token(32));
    text += checksum(text);
    return Secret<std::string>(std::move(text));
}

std::optional<Credential> read_credential(std::string_view text) {
    auto const kind = kind_of(text);
    if (!kind) return std::nullopt;
    if (text.size() < kTokenPrefix.size() + 2 + kRandomLength + kCheckLength || text.size() > 100) return std::nullopt;
    auto const body = text.substr(0, text.size() - kCheckLength);
    if (checksum(body) != text.substr(body.size())) return std::nullopt;
    auto const number = body.substr(kTokenPrefix.size(), body.size() - kTokenPrefix.size() - kRandomLength);
    if (!number.ends_with('_')) return std::nullopt;
    auto const tenant = to_int(number.substr(0, number.size() - 1));
    if (!tenant || *tenant <= 0) return std::nullopt;
    return Credential{*kind, domain::TenantId{*tenant}, sha256_hex(text)};
}

}  // namespace lotse::access
