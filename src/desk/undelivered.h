// SPDX-License-Identifier: Apache-2.0
// Mail that was given up: what belongs to a ticket can be tried again; a letter of the desk itself cannot, since its text is
// gone, it may have held a link that signs somebody in.
#pragma once

#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "domain/notice.h"
#include "store/letters.h"

namespace lotse::desk {

struct Undelivered {
    std::int64_t notices = 0;
    std::int64_t letters = 0;
    std::int64_t calls = 0;  // of webhooks
};
Result<Undelivered> count_undelivered(Desk& desk, domain::TenantScope const& scope);
// Newest first, those before `before` (0 = from the newest).
Result<std::vector<domain::Notice>> list_undelivered(Desk& desk, domain::TenantScope const& scope,
                                                     domain::NoticeId before, int limit);
Result<std::vector<store::DeadLetter>> list_lost_letters(Desk& desk, domain::TenantScope const& scope,
                                                         store::LetterId before, int limit);

// It leaves with the next that wait. Errors: not_found "notice.missing"; conflict "notice.not_dead" for one that waits, was
// sent, or was let be.
Result<void> try_again(Desk& desk, access::Principal const& principal, domain::NoticeId id);
// All of them, at most kRevivedAtOnce in one go; gives how many. Ask again until it is 0.
inline constexpr int kRevivedAtOnce = 500;
Result<std::int64_t> try_all_again(Desk& desk, access::Principal const& principal);
// Leaves the list; its ticket goes on telling that it did not arrive. Errors as above.
Result<void> let_be(Desk& desk, access::Principal const& principal, domain::NoticeId id);
// Error: not_found "letter.missing".
Result<void> forget_letter(Desk& desk, access::Principal const& principal, store::LetterId id);

}  // namespace lotse::desk
