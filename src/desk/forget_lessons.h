// SPDX-License-Identifier: Apache-2.0
// Lessons hold the words of messages, so they go as those go: by age, by number, or all that were told of one message. What
// the model in memory has learned of them goes with its next fit.
#pragma once

#include <string_view>

#include "access/principal.h"
#include "desk/desk.h"

namespace lotse::desk {

// With those that it had corrected: they hold the same words. Error: not_found "lesson.missing".
Result<void> forget_lesson(Desk& desk, access::Principal const& principal, domain::LessonId id);
// All whose reference is this one ("ticket 17" for lessons about a ticket of this desk). Gives how many went. Reads all
// lessons of the desk, at most 20,000, in pages. Error: invalid "lesson.reference" where it is empty.
Result<int> forget_lessons_about(Desk& desk, access::Principal const& principal, std::string_view reference);
// Older than the desk's setting says (domain::DeskSettings::lesson_days), in pieces.
Result<void> forget_old_lessons(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
