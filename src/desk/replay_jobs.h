// SPDX-License-Identifier: Apache-2.0
// A replay as a job: whoever asks first starts it, whoever asks again is told how far it is, and the same question is
// answered once in ten minutes. A job that was cut off begins anew.
#pragma once

#include "desk/desk.h"
#include "domain/replay.h"

namespace lotse::desk {

// Errors: as check_question.
Result<domain::ReplayJob> ask_replay(Desk& desk, domain::TenantScope const& scope,
                                     domain::ReplayQuestion const& question);

// Works off the oldest waiting one of each desk; true: there may be more. An error is one of the store; why a question has
// no answer is kept in its job.
Result<bool> run_replay_step(Desk& desk);

}  // namespace lotse::desk
