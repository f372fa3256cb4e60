// SPDX-License-Identifier: Apache-2.0
// Read this file first: it is the desk's whole mind, in order.
#include "desk/settle.h"

#include "desk/decide_deadlines.h"
#include "desk/decide_escalations.h"
#include "desk/decide_labels.h"
#include "desk/decide_place.h"
#include "desk/decide_promises.h"
#include "desk/decide_status.h"
#include "desk/notices.h"
#include "desk/ticket_edit.h"

namespace lotse::desk {

Result<Settlement> settle(Facts const& facts) {
    Settlement out;
    TicketEdit edit(facts.ticket);

    // What does the customer want, in which language, how much does it matter? Only when there are new words.
    out.suggestion = suggest_labels(facts);
    if (out.suggestion) apply_labels(facts, *out.suggestion, edit, out);

    // Where does the ticket stand now? A customer's answer re-opens, a due timer escalates or closes.
    decide_status(facts, edit);

    // Who takes it? Nobody fits: it stays in the queue, with the reason.
    decide_place(facts, out.suggestion, edit, out);

    // By when? Computed from the whole log, never patched.
    CHECK_OK(decide_deadlines(facts, edit, out));

    // And by when do such tickets really come to an end? What the customer is told, if it has proved true.
    decide_promises(facts, edit, out);

    // Who is told if it goes wrong, and is it over? Steps are taken when they are due, by desk/run_escalations.
    CHECK_OK(decide_escalations(facts, edit, out));

    edit.touch(facts.now);
    out.ticket = edit.ticket();
    out.changes = edit.changes();

    // Who must hear of it?
    out.notices = notices_for(facts, out);
    return out;
}

}  // namespace lotse::desk
