// SPDX-License-Identifier: Apache-2.0
// What would triage have done? Replays the last days on what people decided, for every threshold at once, and the gate
// under another wish. No model is judged on rows that it was fitted on:
//   ledger   what models said at the time, before anybody decided (store/ledger);
//   stored   a stored model on tickets that were opened after it was made;
//   held_out there is neither: a model is fitted on the tickets before these days, and judged on theirs.
// Of the ledger only blind decisions judge. Where a model is run anew, they judge if there are kLeastBlind of them;
// otherwise all labels that people set, some of them with a suggestion in sight, and the answer says so.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "domain/replay.h"
#include "gate/replay.h"

namespace lotse::desk {

constexpr std::size_t kLeastBlind = 30;

enum class Basis : std::uint8_t { ledger, stored, held_out };
std::string_view name_of(Basis basis);

// A wrong act, were it one: with its ticket, so that a person may look.
struct WrongAct {
    domain::TicketId ticket;
    std::string said;
    std::string decided;
    double score = 0;
    bool is_blind = false;  // false: it was acted on, and changed
};

struct ConfusedPair {
    std::string decided;
    std::string said;
    std::vector<std::size_t> rows;  // at each point of the curve
};

struct ValueRun {
    std::string value;
    gate::SliceRun now;
    gate::SliceRun then;
};

struct Replay {
    Basis basis = Basis::ledger;
    std::vector<std::pair<std::string, std::size_t>> models;  // whose choices these are, with their number
    Instant from{};
    Instant until{};
    std::size_t tickets = 0;   // with a choice of the field, or an abstention where a model was run anew
    std::size_t judged = 0;
    bool is_blind = true;      // those who judged had not seen a choice
    std::size_t excluded = 0;  // tickets that the model was fitted on
    bool is_cut = false;       // there was more than is looked at: the newest count, since `from`
    std::vector<gate::CurvePoint> curve;
    std::vector<WrongAct> wrong;           // the surest 100
    std::vector<ConfusedPair> confusions;  // the most frequent 20
    gate::Target now_wished;
    gate::Target then_wished;
    gate::GateRun now;   // the gate from nothing over these days, as it is wished now
    gate::GateRun then;  // as the question wishes
    std::vector<ValueRun> values;
};

// Told the share done, 0..1. May be empty.
using ReplayProgress = std::function<void(double)>;

// Reads in pages, each a transaction of its own; seconds where a model has to be run. Errors: invalid "replay.days",
// "replay.field", "replay.precision", "replay.delta"; not_found "model.missing"; invalid "replay.nothing" where there are
// neither choices nor decisions to replay.
Result<Replay> replay(Desk& desk, domain::TenantScope const& scope, domain::ReplayQuestion const& question,
                      ReplayProgress const& progress = {});
Result<void> check_question(domain::ReplayQuestion const& question);

JsonObject to_json(Replay const& replay);

}  // namespace lotse::desk
