// SPDX-License-Identifier: Apache-2.0
// The labelled rows of an export, with its labels told apart from a desk's own.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/commands/train.h"
#include "base/clock.h"

namespace lotse::app {

struct TrainRow {
    std::string subject;
    std::string text;
    std::string category;  // as the file calls it
    std::string type;      // name of domain::TicketType
    Instant at{};
};

struct Seen {
    std::size_t rows = 0;
    std::size_t line = 0;  // of the first
};

struct TrainRows {
    std::vector<TrainRow> rows;
    std::map<std::string, Seen> categories;  // as the file calls them
    std::size_t unlabelled = 0;  // rows without label or without words, left out
};

// Streams the file; of each text 16 KiB are kept, as much as triage reads.
Result<TrainRows> read_train_rows(TrainCommand const& command);

}  // namespace lotse::app
