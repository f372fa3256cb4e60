// SPDX-License-Identifier: Apache-2.0
#include "access/webauthn.h"

#include <cbor.h>
#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>

#include <array>
#include <memory>
#include <optional>

#include "base/crypto.h"
#include "base/text.h"

namespace lotse::access {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 10;
constexpr int kTimeoutMs = 120'000;
constexpr std::array kAlgorithms{COSE_ES256, COSE_EDDSA, COSE_RS256};
// Of the flags of authenticator data: somebody was there, and the device knows who.
constexpr unsigned kPresent = 0x01;
constexpr unsigned kVerified = 0x04;

Error refused(std::string why) {
    return {Kind::invalid, "passkey.refused", "This passkey was not accepted; please try again.", std::move(why),
            "/credential"};
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string plain(text);
    for (auto& c : plain) c = c == '-' ? '+' : c == '_' ? '/' : c;
    plain.append((4 - plain.size() % 4) % 4, '=');
    return plain.size() > kMostBytes ? std::nullopt : from_base64(plain);
}

std::string bytes_at(JsonObject const& object, std::string_view key) {
    return from_base64url(text_at(object, key)).value_or(std::string());
}

unsigned char const* raw(std::string_view bytes) { return reinterpret_cast<unsigned char const*>(bytes.data()); }

std::string copy(unsigned char const* bytes, std::size_t length) {
    return bytes == nullptr ? std::string() : std::string(reinterpret_cast<char const*>(bytes), length);
}

void start_fido() {
    static bool const started = (fido_init(FIDO_DISABLE_U2F_FALLBACK), true);
    (void)started;
}

// The browser's own account of what it signed (level 2, 5.8.1).
Result<void> check_client_data(RelyingParty const& party, std::string_view challenge, std::string_view type,
                               std::string const& client_data) {
    auto const parsed = parse_json(client_data);
    if (!parsed || !parsed->is_object()) return refused("client data is no JSON");
    auto const& data = parsed->get_object();
    if (text_at(data, "type") != type) return refused("client data of another ceremony");
    if (!equal_in_constant_time(text_at(data, "challenge"), base64url(challenge))) return refused("another challenge");
    if (text_at(data, "origin") != party.origin) return refused("another origin");
    if (bool_at(data, "crossOrigin")) return refused("in a frame of another site");
    return {};
}

Result<void> check_authenticator_data(RelyingParty const& party, std::string_view data) {
    if (data.size() < 37) return refused("authenticator data is too short");
    if (!equal_in_constant_time(data.substr(0, 32), sha256(party.id))) return refused("another relying party");
    auto const flags = static_cast<unsigned>(static_cast<unsigned char>(data[32]));
    if ((flags & kPresent) == 0 || (flags & kVerified) == 0) return refused("the person was not verified");
    return {};
}

// The byte string "authData" of an attestation object (level 2, 6.5.4); "" if it reads as none.
std::string authenticator_data_in(std::string const& attestation) {
    cbor_load_result loaded{};
    std::unique_ptr<cbor_item_t, void (*)(cbor_item_t*)> const item(
        cbor_load(raw(attestation), attestation.size(), &loaded), [](cbor_item_t* one) {
            if (one != nullptr) cbor_decref(&one);
        });
    if (!item || loaded.error.code != CBOR_ERR_NONE || !cbor_isa_map(item.get())) return {};
    auto const* pairs = cbor_map_handle(item.get());
    for (std::size_t i = 0; i < cbor_map_size(item.get()); ++i) {
        auto* const key = pairs[i].key;
        auto* const value = pairs[i].value;
        if (!cbor_isa_string(key) || !cbor_string_is_definite(key)) continue;
        if (copy(cbor_string_handle(key), cbor_string_length(key)) != "authData") continue;
        if (!cbor_isa_bytestring(value) || !cbor_bytestring_is_definite(value)) return {};
        return copy(cbor_bytestring_handle(value), cbor_bytestring_length(value));
    }
    return {};
}

std::optional<NewCredential> read_credential_as(int algorithm, std::string const& data) {
    std::unique_ptr<fido_cred_t, void (*)(fido_cred_t*)> const cred(fido_cred_new(),
                                                                    [](fido_cred_t* one) { fido_cred_free(&one); });
    if (!cred || fido_cred_set_type(cred.get(), algorithm) != FIDO_OK) return std::nullopt;
    if (fido_cred_set_authdata_raw(cred.get(), raw(data), data.size()) != FIDO_OK) return std::nullopt;
    NewCredential out;
    out.id = copy(fido_cred_id_ptr(cred.get()), fido_cred_id_len(cred.get()));
    out.public_key = copy(fido_cred_pubkey_ptr(cred.get()), fido_cred_pubkey_len(cred.get()));
    out.algorithm = algorithm;
    out.sign_count = fido_cred_sigcount(cred.get());
    if (out.id.empty() || out.public_key.empty()) return std::nullopt;
    return out;
}

// Calls verify(key) with the key in libfido2's own form; false if the stored bytes are no such key.
template <class Verify>
bool with_key(KnownCredential const& known, Verify verify) {
    auto const take = [&](auto* made, auto read, auto release) {
        bool const is_good = made != nullptr &&
                             read(made, known.public_key.data(), known.public_key.size()) == FIDO_OK &&
                             verify(static_cast<void const*>(made));
        release(&made);
        return is_good;
    };
    switch (known.algorithm) {
        case COSE_ES256: return take(es256_pk_new(), es256_pk_from_ptr, es256_pk_free);
        case COSE_EDDSA: return take(eddsa_pk_new(), eddsa_pk_from_ptr, eddsa_pk_free);
        case COSE_RS256: return take(rs256_pk_new(), rs256_pk_from_ptr, rs256_pk_free);
        default: return false;
    }
}

bool is_signed_by(KnownCredential const& known, RelyingParty const& party, std::string_view client_hash,
                  std::string_view data, std::string_view signature) {
    std::unique_ptr<fido_assert_t, void (*)(fido_assert_t*)> const made(
        fido_assert_new(), [](fido_assert_t* one) { fido_assert_free(&one); });
    auto* const one = made.get();
    bool const is_set =
        one != nullptr && fido_assert_set_clientdata_hash(one, raw(client_hash), client_hash.size()) == FIDO_OK &&
        fido_assert_set_rp(one, party.id.c_str()) == FIDO_OK && fido_assert_set_count(one, 1) == FIDO_OK &&
        fido_assert_set_authdata_raw(one, 0, raw(data), data.size()) == FIDO_OK &&
        fido_assert_set_up(one, FIDO_OPT_TRUE) == FIDO_OK && fido_assert_set_uv(one, FIDO_OPT_TRUE) == FIDO_OK &&
        fido_assert_set_sig(one, 0, raw(signature), signature.size()) == FIDO_OK;
    return is_set && with_key(known, [&](void const* key) {
               return fido_assert_verify(one, 0, known.algorithm, key) == FIDO_OK;
           });
}

JsonArray descriptors(std::vector<std::string> const& ids) {
    JsonArray out;
    for (auto const& id : ids) out.push_back(JsonObject{{"type", "public-key"}, {"id", base64url(id)}});
    return out;
}

}  // namespace

Result<NewCredential> check_new_credential(RelyingParty const& party, std::string_view challenge,
                                           JsonObject const& credential) {
    start_fido();
    auto const& response = object_at(credential, "response");
    auto const client_data = bytes_at(response, "clientDataJSON");
    CHECK_OK(check_client_data(party, challenge, "webauthn.create", client_data));
    auto const data = authenticator_data_in(bytes_at(response, "attestationObject"));
    CHECK_OK(check_authenticator_data(party, data));
    for (int const algorithm : kAlgorithms)
        if (auto made = read_credential_as(algorithm, data)) return *std::move(made);
    return refused("no key of a kind that was asked for");
}

std::string credential_id_in(JsonObject const& credential) { return bytes_at(credential, "rawId"); }

Result<std::int64_t> check_assertion(RelyingParty const& party, std::string_view challenge,
                                     KnownCredential const& known, JsonObject const& credential) {
    start_fido();
    auto const& response = object_at(credential, "response");
    auto const client_data = bytes_at(response, "clientDataJSON");
    CHECK_OK(check_client_data(party, challenge, "webauthn.get", client_data));
    auto const data = bytes_at(response, "authenticatorData");
    CHECK_OK(check_authenticator_data(party, data));
    if (!is_signed_by(known, party, sha256(client_data), data, bytes_at(response, "signature")))
        return refused("the signature is another's");
    std::int64_t count = 0;
    for (std::size_t i = 33; i < 37; ++i) count = count << 8 | static_cast<unsigned char>(data[i]);
    // Keys that are kept in step between devices do not count and say 0.
    if ((count != 0 || known.sign_count != 0) && count <= known.sign_count)
        return refused("the counter went back: this key may have been copied");
    return count;
}

JsonObject creation_options(RelyingParty const& party, std::string_view desk_name, PasskeyPerson const& person,
                            std::string_view challenge, std::vector<std::string> const& known) {
    JsonArray kinds;
    for (int const algorithm : kAlgorithms) kinds.push_back(JsonObject{{"type", "public-key"}, {"alg", algorithm}});
    return {
        {"rp", JsonObject{{"id", party.id}, {"name", desk_name}}},
        {"user", JsonObject{{"id", base64url(person.handle)}, {"name", person.account}, {"displayName", person.name}}},
        {"challenge", base64url(challenge)},
        {"pubKeyCredParams", std::move(kinds)},
        {"timeout", kTimeoutMs},
        {"attestation", "none"},
        {"excludeCredentials", descriptors(known)},
        {"authenticatorSelection",
         JsonObject{{"residentKey", "required"}, {"requireResidentKey", true}, {"userVerification", "required"}}}};
}

JsonObject request_options(RelyingParty const& party, std::string_view challenge,
                           std::vector<std::string> const& allowed) {
    return {{"rpId", party.id},
            {"challenge", base64url(challenge)},
            {"timeout", kTimeoutMs},
            {"userVerification", "required"},
            {"allowCredentials", descriptors(allowed)}};
}

}  // namespace lotse::access
