// SPDX-License-Identifier: Apache-2.0
// An agent signs in at a desk by its name.
#pragma once

#include <string>

#include "access/authenticate.h"
#include "desk/desk.h"

namespace lotse::desk {

// `slug` "" means the first desk that is no demo. An unknown desk, an unknown address and a wrong password take as long
// and read alike (H-24): unauthenticated "access.login". Blocks for one argon2 run.
Result<access::Login> sign_in(Desk& desk, std::string_view slug, std::string_view email,
                              Secret<std::string> const& password);

}  // namespace lotse::desk
