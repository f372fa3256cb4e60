// SPDX-License-Identifier: Apache-2.0
// Who wrote a mail that somebody passed on to us: the customer is that person, not the colleague who forwarded.
#pragma once

#include <optional>

#include "mail/message.h"

namespace lotse::mail {

// Looks for a forwarded block in the text ("---------- Forwarded message ----------", "Weitergeleitete Nachricht",
// "Przekazana wiadomość", an Outlook header block under a Fwd/WG/PD subject), then for an attached message under
// such a subject. It is a claim of whoever forwarded, never a proof: use it to suggest a customer.
std::optional<Address> find_original_sender(Message const& message);

}  // namespace lotse::mail
