// SPDX-License-Identifier: Apache-2.0
// The API as a page to read: every operation with its parameters, fields and a curl line. Static HTML; its style is a file
// of its own, so that it needs no exception from the content security policy. Pure.
#pragma once

#include <string>

namespace lotse::api {

std::string reference_page();

}  // namespace lotse::api
