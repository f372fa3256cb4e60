// SPDX-License-Identifier: Apache-2.0
#include "unit/net/support/certificate.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdlib>
#include <filesystem>
#include <memory>

#include "base/must.h"

namespace lotse::net {

Certificate::Certificate(std::string const& common_name) {
    std::string pattern = std::filesystem::temp_directory_path() / "lotse-cert-XXXXXX";
    must(mkdtemp(pattern.data()) != nullptr, "temporary folder");
    folder_ = pattern;
    renew(common_name);
}

Certificate::~Certificate() { std::filesystem::remove_all(folder_); }

void Certificate::renew(std::string const& common_name) {
    std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> const key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    std::unique_ptr<X509, void (*)(X509*)> const certificate(X509_new(), X509_free);
    auto* const x = certificate.get();
    X509_set_version(x, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(x), 1);
    X509_gmtime_adj(X509_getm_notBefore(x), -60);
    X509_gmtime_adj(X509_getm_notAfter(x), 3600);
    X509_set_pubkey(x, key.get());
    auto* const name = X509_get_subject_name(x);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<unsigned char const*>(common_name.c_str()),
                               -1, -1, 0);
    X509_set_issuer_name(x, name);
    auto* const names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, ("DNS:" + common_name).c_str());
    X509_add_ext(x, names, -1);
    X509_EXTENSION_free(names);
    X509_sign(x, key.get(), EVP_sha256());

    std::unique_ptr<FILE, int (*)(FILE*)> const cert_out(std::fopen(cert_file().c_str(), "w"), std::fclose);
    std::unique_ptr<FILE, int (*)(FILE*)> const key_out(std::fopen(key_file().c_str(), "w"), std::fclose);
    must(PEM_write_X509(cert_out.get(), x) == 1, "certificate file");
    must(PEM_write_PrivateKey(key_out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1, "key file");
}

}  // namespace lotse::net
