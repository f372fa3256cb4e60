// SPDX-License-Identifier: Apache-2.0
// The few primitives we use, from OpenSSL and libsodium. Thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/secret.h"

namespace lotse {

std::string sha256(std::string_view bytes);                              // 32 raw bytes
std::string sha256_hex(std::string_view bytes);                          // 64 hex digits
std::string hmac_sha256(std::string_view key, std::string_view bytes);   // 32 raw bytes
std::string random_bytes(std::size_t count);                             // from the CSPRNG
std::string random_token(std::size_t bytes = 32);                        // base64url of random bytes
bool equal_in_constant_time(std::string_view a, std::string_view b);     // unequal lengths: false, quickly

// SHA-256 in pieces, for files.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 const&) = delete;
    Sha256& operator=(Sha256 const&) = delete;
    void add(std::string_view bytes);
    std::string finish_hex();  // once

  private:
    void* state_;
};

// argon2id, 64 MiB, t = 2. Blocks for about 150 ms; at most two run at once, the rest wait.
std::string hash_password(Secret<std::string> const& password);
bool verify_password(std::string const& hash, Secret<std::string> const& password);

// XChaCha20-Poly1305; `context` (table, tenant, row, column) is authenticated, so a ciphertext does not move.
std::string seal(std::string_view key32, std::string_view plain, std::string_view context);
Result<std::string> unseal(std::string_view key32, std::string_view sealed, std::string_view context);

// Ed25519. The seed is 32 secret random bytes, the public key 32 bytes, a signature 64.
std::string signing_public_key(std::string_view seed32);
std::string sign(std::string_view seed32, std::string_view bytes);
bool is_signed(std::string_view public_key32, std::string_view bytes, std::string_view signature64);

}  // namespace lotse
