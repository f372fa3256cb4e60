// SPDX-License-Identifier: Apache-2.0
// A self-made certificate for "localhost", in two PEM files that live as long as this.
#pragma once

#include <string>

namespace lotse::net {

class Certificate {
  public:
    explicit Certificate(std::string const& common_name = "localhost");
    ~Certificate();
    Certificate(Certificate const&) = delete;
    Certificate& operator=(Certificate const&) = delete;

    std::string cert_file() const { return folder_ + "/cert.pem"; }
    std::string key_file() const { return folder_ + "/key.pem"; }
    // Another key and certificate in the same files, as a renewal does.
    void renew(std::string const& common_name);

  private:
    std::string folder_;
};

}  // namespace lotse::net
