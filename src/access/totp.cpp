// SPDX-License-Identifier: Apache-2.0
#include "access/totp.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>

#include "base/crypto.h"
#include "base/must.h"
#include "base/text.h"

namespace lotse::access {
namespace {

constexpr std::size_t kSecretBytes = 20;
constexpr int kRecoveryCodes = 10;

std::string hmac_sha1(std::string_view key, std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
    unsigned int length = 0;
    auto const* data = reinterpret_cast<unsigned char const*>(bytes.data());
    must(HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), data, bytes.size(), out.data(), &length) != nullptr,
         "HMAC-SHA-1");
    return {reinterpret_cast<char const*>(out.data()), length};
}

std::string in_upper_case(std::string text) {
    for (auto& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

}  // namespace

std::string make_totp_secret() { return random_bytes(kSecretBytes); }

std::string totp_secret_text(std::string_view secret) { return in_upper_case(base32_lower(secret)); }

std::string totp_uri(std::string_view secret, std::string_view issuer, std::string_view account) {
    return fmt::format("otpauth://totp/{0}:{1}?secret={2}&issuer={0}", percent_encode(issuer), percent_encode(account),
                       totp_secret_text(secret));
}

// RFC 4226, 5.3.
std::string totp_code(std::string_view secret, std::int64_t step) {
    std::string counter(8, '\0');
    for (std::size_t i = 0; i < 8; ++i) counter[i] = static_cast<char>(step >> (56 - 8 * i) & 0xff);
    auto const mac = hmac_sha1(secret, counter);
    auto const byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(mac[i])); };
    std::size_t const at = byte(mac.size() - 1) & 0xf;
    auto const number = (byte(at) & 0x7f) << 24 | byte(at + 1) << 16 | byte(at + 2) << 8 | byte(at + 3);
    return fmt::format("{:06}", number % 1'000'000);
}

std::optional<std::int64_t> check_totp(std::string_view secret, std::string_view code, Instant now,
                                       std::int64_t last_step) {
    std::string typed(code);
    std::erase(typed, ' ');
    auto const present = totp_step(now);
    for (auto const step : {present, present - 1, present + 1})
        if (step > last_step && equal_in_constant_time(totp_code(secret, step), typed)) return step;
    return std::nullopt;
}

std::vector<std::string> make_recovery_codes() {
    std::vector<std::string> out;
    for (int i = 0; i < kRecoveryCodes; ++i) {
        auto const text = base32_lower(random_bytes(10)).substr(0, 15);
        out.push_back(text.substr(0, 5) + '-' + text.substr(5, 5) + '-' + text.substr(10));
    }
    return out;
}

std::string recovery_code_hash(std::string_view code) {
    auto plain = to_lower_ascii(code);
    std::erase_if(plain, [](char c) { return c == '-' || c == ' '; });
    return sha256_hex("recovery code\n" + plain);
}

}  // namespace lotse::access
