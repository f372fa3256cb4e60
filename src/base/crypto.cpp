// SPDX-License-Identifier: Apache-2.0
#include "base/crypto.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>
#include <semaphore>

#include "base/must.h"
#include "base/text.h"

namespace lotse {
namespace {

unsigned char const* data_of(std::string_view bytes) { return reinterpret_cast<unsigned char const*>(bytes.data()); }
unsigned char* data_of(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

// sodium_init may be called from any thread and more than once.
void ready() {
    static bool const started = sodium_init() >= 0;
    must(started, "libsodium start");
}

// Each argon2 run holds 64 MiB; a login storm must not take the machine's memory.
std::counting_semaphore<2> arenas{2};

class Arena {
  public:
    Arena() { arenas.acquire(); }
    ~Arena() { arenas.release(); }
    Arena(Arena const&) = delete;
    Arena& operator=(Arena const&) = delete;
};

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

}  // namespace

std::string sha256(std::string_view bytes) {
    std::string out(32, '\0');
    must(EVP_Digest(bytes.data(), bytes.size(), data_of(out), nullptr, EVP_sha256(), nullptr) == 1, "sha256");
    return out;
}

std::string sha256_hex(std::string_view bytes) { return hex(sha256(bytes)); }

std::string hmac_sha256(std::string_view key, std::string_view bytes) {
    std::string out(32, '\0');
    unsigned length = 0;
    // OpenSSL takes a null key for "none given" and fails; an empty key is a key.
    must(HMAC(EVP_sha256(), key.empty() ? "" : key.data(), static_cast<int>(key.size()), data_of(bytes), bytes.size(),
              data_of(out), &length) != nullptr,
         "hmac");
    return out;
}

std::string random_bytes(std::size_t count) {
    ready();
    std::string out(count, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

std::string random_token(std::size_t bytes) { return base64url(random_bytes(bytes)); }

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

Sha256::Sha256() : state_(EVP_MD_CTX_new()) {
    must(state_ != nullptr && EVP_DigestInit_ex(static_cast<EVP_MD_CTX*>(state_), EVP_sha256(), nullptr) == 1);
}
Sha256::~Sha256() { EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(state_)); }
void Sha256::add(std::string_view bytes) {
    must(EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(state_), bytes.data(), bytes.size()) == 1);
}
std::string Sha256::finish_hex() {
    std::string out(32, '\0');
    must(EVP_DigestFinal_ex(static_cast<EVP_MD_CTX*>(state_), data_of(out), nullptr) == 1);
    return hex(out);
}

std::string hash_password(Secret<std::string> const& password) {
    ready();
    Arena const arena;
    std::array<char, crypto_pwhash_STRBYTES> out{};
    auto const& plain = password.reveal();
    must(crypto_pwhash_str_alg(out.data(), plain.data(), plain.size(), 2, 64ULL << 20, crypto_pwhash_ALG_ARGON2ID13) ==
             0,
         "argon2id");
    return out.data();
}

bool verify_password(std::string const& hash, Secret<std::string> const& password) {
    ready();
    if (hash.empty() || hash.size() >= crypto_pwhash_STRBYTES) return false;
    Arena const arena;
    std::array<char, crypto_pwhash_STRBYTES> stored{};
    std::copy(hash.begin(), hash.end(), stored.begin());
    auto const& plain = password.reveal();
    return crypto_pwhash_str_verify(stored.data(), plain.data(), plain.size()) == 0;
}

std::string seal(std::string_view key32, std::string_view plain, std::string_view context) {
    must(key32.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES, "key of 32 bytes");
    std::string const nonce = random_bytes(kNonce);
    std::string out(plain.size() + kTag, '\0');
    unsigned long long length = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(data_of(out), &length, data_of(plain), plain.size(), data_of(context),
                                               context.size(), nullptr, data_of(nonce), data_of(key32));
    out.resize(length);
    return '\x01' + nonce + out;  // the first byte names the key for a later rotation
}

Result<std::string> unseal(std::string_view key32, std::string_view sealed, std::string_view context) {
    ready();
    auto const damaged = [] {
        return Error{
            Kind::corrupt, "secret.unreadable", "A stored secret cannot be read with this master key.", {}, {}};
    };
    if (key32.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES || sealed.size() < 1 + kNonce + kTag ||
        sealed[0] != '\x01')
        return damaged();
    auto const nonce = sealed.substr(1, kNonce);
    auto const body = sealed.substr(1 + kNonce);
    std::string out(body.size() - kTag, '\0');
    unsigned long long length = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(data_of(out), &length, nullptr, data_of(body), body.size(),
                                                   data_of(context), context.size(), data_of(nonce),
                                                   data_of(key32)) != 0)
        return damaged();
    out.resize(length);
    return out;
}

namespace {

struct KeyPair {
    std::string open = std::string(crypto_sign_PUBLICKEYBYTES, '\0');
    std::string secret = std::string(crypto_sign_SECRETKEYBYTES, '\0');
};
KeyPair key_pair(std::string_view seed) {
    ready();
    must(seed.size() == crypto_sign_SEEDBYTES, "a seed of 32 bytes");
    KeyPair out;
    crypto_sign_seed_keypair(data_of(out.open), data_of(out.secret), data_of(seed));
    return out;
}

}  // namespace

std::string signing_public_key(std::string_view seed32) { return key_pair(seed32).open; }

std::string sign(std::string_view seed32, std::string_view bytes) {
    auto keys = key_pair(seed32);
    std::string out(crypto_sign_BYTES, '\0');
    crypto_sign_detached(data_of(out), nullptr, data_of(bytes), bytes.size(), data_of(keys.secret));
    sodium_memzero(keys.secret.data(), keys.secret.size());
    return out;
}

bool is_signed(std::string_view public_key32, std::string_view bytes, std::string_view signature64) {
    ready();
    if (public_key32.size() != crypto_sign_PUBLICKEYBYTES || signature64.size() != crypto_sign_BYTES) return false;
    return crypto_sign_verify_detached(data_of(signature64), data_of(bytes), bytes.size(), data_of(public_key32)) == 0;
}

}  // namespace lotse
