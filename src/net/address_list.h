// SPDX-License-Identifier: Apache-2.0
// Addresses and networks as people write them: "192.0.2.7", "10.0.0.0/8", "::1", "fd00::/8". Immutable.
#pragma once

#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lotse::net {

class AddressList {
  public:
    AddressList() = default;  // has none
    // Bits behind the prefix count as zero: "10.1.2.3/8" is all of 10. Error: invalid "address_list.format", with the text
    // that is neither.
    static Result<AddressList> read(std::vector<std::string> const& texts);
    // An IPv4 address that comes mapped into IPv6 ("::ffff:192.0.2.7") is the IPv4 one. False for what is no address.
    bool has(std::string_view address) const;
    bool empty() const { return v4_.empty() && v6_.empty(); }

  private:
    std::vector<boost::asio::ip::network_v4> v4_;
    std::vector<boost::asio::ip::network_v6> v6_;
};

}  // namespace lotse::net
