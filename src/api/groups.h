// SPDX-License-Identifier: Apache-2.0
// The tables of operations, one per file of this folder, in the order of the document.
#pragma once

#include <vector>

#include "api/route.h"

namespace lotse::api {

Group tickets_group();
Group ticket_group();
Group articles_group();

}  // namespace lotse::api
