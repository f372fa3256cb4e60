// SPDX-License-Identifier: Apache-2.0
// What the gate has given and taken, in one line for who has just started the demo.
#pragma once

#include <string>

#include "desk/desk.h"

namespace lotse::app {

// The last right to act alone that was earned and the last that was lost, with day, evidence and reason. "" where none was
// earned yet. One bounded read.
Result<std::string> rights_line(desk::Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::app
