// SPDX-License-Identifier: Apache-2.0
// A calendar as the API shows and the database stores it. Id and version travel outside the document.
//   {"name": "Office", "time_zone": "Europe/Berlin",
//    "week": {"monday": [["09:00", "12:30"], ["13:30", "18:00"]], ...},
//    "holidays": [{"date": "2026-12-25", "name": "Christmas Day"},
//                 {"date": "2026-12-24", "name": "Christmas Eve", "closed": ["12:00", "24:00"]}],
//    "regions": ["de-by"], "worked": ["2026-08-15"]}
// All seven days are written; a day, or a list that is left out means none, a holiday without "closed" the whole day. "24:00" is the end of a day.
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "domain/calendar.h"

namespace lotse::domain {

JsonObject to_json(Calendar const& calendar);

// Strict: an unknown, missing or ill-typed field is an error, and so is what check() refuses. Error: invalid, with the
// field as JSON pointer ("/week/monday/1/0"). calendar_from(to_json(c)) gives c again, with id 0 and version 1.
Result<Calendar> calendar_from(JsonObject const& document);

}  // namespace lotse::domain
