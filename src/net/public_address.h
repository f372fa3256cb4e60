// SPDX-License-Identifier: Apache-2.0
// Which addresses lie in the open internet, for the guard of what goes out. Pure but for own_addresses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lotse::net {

// True for a unicast address that the registries give to anybody (RFC 6890 and what came after): neither this machine
// nor a private, shared, link-local, documentation, benchmark or multicast network, nor one that carries an IPv4 address
// through a translator or tunnel (NAT64, 6to4, Teredo), whose other end is not known. A mapped IPv4 address
// ("::ffff:192.0.2.7") is judged as that. False for what is no address.
bool is_public_address(std::string_view address);

// The addresses of this machine's interfaces at this moment, without zones. Empty when the system does not tell.
std::vector<std::string> own_addresses();

}  // namespace lotse::net
