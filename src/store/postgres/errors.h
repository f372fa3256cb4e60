// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libpq-fe.h>

#include "base/error.h"

namespace lotse::store::postgres {

// What a failed statement means to a caller (see db.h). Values of rows, which PostgreSQL likes to quote, stay out of
// the detail: it goes to the log. The field of a "store.duplicate" is the constraint's name here.
Error error_of(PGresult const* result);
Error unreachable(PGconn const* connection);

}  // namespace lotse::store::postgres
