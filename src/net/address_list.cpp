// SPDX-License-Identifier: Apache-2.0
#include "net/address_list.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>

namespace lotse::net {
namespace {

namespace ip = boost::asio::ip;

ip::address plain(ip::address const& address) {
    if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address;
    return ip::make_address_v4(ip::v4_mapped, address.to_v6());
}

template <class Network, class Address>
bool holds(std::vector<Network> const& networks, Address const& address) {
    return std::ranges::any_of(networks, [&](Network const& network) {
        return Network(address, network.prefix_length()).canonical() == network;
    });
}

}  // namespace

Result<AddressList> AddressList::read(std::vector<std::string> const& texts) {
    AddressList out;
    for (auto const& text : texts) {
        boost::system::error_code failed;
        bool const is_network = text.contains('/');
        auto const address = plain(ip::make_address(text.substr(0, text.find('/')), failed));
        if (!failed && address.is_v4()) {
            auto const network = is_network ? ip::make_network_v4(text, failed) : ip::network_v4(address.to_v4(), 32);
            if (!failed) out.v4_.push_back(network.canonical());
        } else if (!failed) {
            auto const network = is_network ? ip::make_network_v6(text, failed) : ip::network_v6(address.to_v6(), 128);
            if (!failed) out.v6_.push_back(network.canonical());
        }
        if (failed)
            return invalid("address_list.format",
                           "\"" + text + "\" is neither an address nor a network, such as 192.0.2.7 or 10.0.0.0/8.");
    }
    return out;
}

bool AddressList::has(std::string_view text) const {
    boost::system::error_code failed;
    auto const address = plain(ip::make_address(std::string(text), failed));
    if (failed) return false;
    return address.is_v4() ? holds(v4_, address.to_v4()) : holds(v6_, address.to_v6());
}

}  // namespace lotse::net
