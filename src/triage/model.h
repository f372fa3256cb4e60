// SPDX-License-Identifier: Apache-2.0
// What a desk has learned from its own tickets: one classifier for the category, one for the type. A value; the owner
// guards it. Empty before there is history. Pure: fit, learn, compare and bytes; when to do so is the caller's.
#pragma once

#include <cmath>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/enums.h"
#include "domain/ids.h"
#include "triage/calibration.h"
#include "triage/classifier.h"

namespace lotse::triage {

// What an encoder made of a message. Vectors of different encoders are not compared.
struct Meaning {
    std::vector<float> vector;  // length 1
    std::string encoder;        // its version
};

// One message with what is known of it when it arrives.
struct TriageInput {
    std::string subject;
    std::string new_text;  // quotes and signature cut off
    std::size_t newest_from = 0;  // where in it the newest message begins; what came before was said earlier
    domain::Channel channel = domain::Channel::email;
    std::string mailbox;   // canonical recipient address; "" none
    domain::OrganizationId organization;
    std::string customer_language;  // last known, ISO 639-1; "" unknown
    std::string content_language;   // from the message's header; "" none
    int hour = -1;                  // 0..23 on the desk's clock; -1 unknown
    bool is_automatic = false;      // auto-reply, bounce, list
    Meaning meaning = {};           // of subject and text; empty: no encoder, or not yet
};

// One settled ticket. An empty label is not learned. Which labels may be learned is the caller's: the value at close,
// or unchanged for 72 hours; a value that a machine set and nobody touched has weight 0.
struct TrainingExample {
    TriageInput input;
    std::string category;  // key
    std::string type;      // name of domain::TicketType
    double weight = 1;
};

// The same as numbers: all that a fit reads, a few kB a ticket, without its words.
struct PreparedExample {
    Features features;
    std::vector<float> meaning;
    std::string encoder;  // that made the meaning
    std::string category;
    std::string type;
    float weight = 1;

    std::size_t bytes() const {
        return sizeof *this + features.capacity() * sizeof(Feature) + meaning.size() * sizeof(float);
    }
};
PreparedExample prepare(TrainingExample const& example);
std::vector<PreparedExample> prepare(std::vector<TrainingExample> const& examples);

struct TriageModel {
    Classifier category;
    Classifier type;
    std::string fitted;             // "linear-" or "mixed-" and a hash of what was fitted; "" never
    std::string encoder;            // whose vectors it learned; "" none
    std::int64_t corrections = 0;   // learned one by one since

    bool is_empty() const { return category.is_empty() && type.is_empty(); }
    std::string version() const;    // "linear-1f2e3d4c+17"; "keywords" while empty
    // The part of `input` that this model can use: empty if another encoder made it.
    std::span<float const> meaning_of(TriageInput const& input) const;
    std::span<float const> meaning_of(PreparedExample const& example) const;
};

// The vector that both classifiers see. Detects the language itself, so that learning and using agree.
Features features_of(TriageInput const& input);

// Examples in order of time, oldest first: the last fifth calibrates. Seconds for 10,000 tickets; the caller keeps
// it off the request path and gives the progress callback.
TriageModel fit_triage(std::vector<TrainingExample> const& examples, FitOptions const& options = {},
                       Progress const& progress = {});
// The same, with what models of the first four fifths said of the last, by field: from these rows the gate plans its
// thresholds, since no decision to come is among them.
struct FittedTriage {
    TriageModel model;
    std::vector<Judged> category;
    std::vector<Judged> type;
    FittedClassifier::Measured category_by_words;  // on the held-out fifth, without and with the meanings
    FittedClassifier::Measured category_mixed;
};
FittedTriage fit_and_judge_triage(std::span<PreparedExample const> examples, FitOptions const& options = {},
                                  Progress const& progress = {});
FittedTriage fit_and_judge_triage(std::vector<TrainingExample> const& examples, FitOptions const& options = {},
                                  Progress const& progress = {});
// Microseconds.
void learn_one(TriageModel& model, TrainingExample const& example);

// Which of two models says better what people decided. Neither may have learned from `held_out`; a candidate is for
// use only if it wins on both counts or the other is empty.
struct Comparison {
    std::size_t examples = 0;
    double candidate_accuracy = 0;
    double serving_accuracy = 0;
    double candidate_log_loss = 0;  // per label, probabilities floored at 1e-4
    double serving_log_loss = 0;
    std::size_t only_candidate = 0;  // labels that the candidate says right and the other does not
    std::size_t only_serving = 0;
    bool candidate_wins = false;
    // Beyond chance: it is right where the other is wrong more often than the reverse, by two standard errors (sign test).
    bool wins_clearly() const {
        double const gain = static_cast<double>(only_candidate) - static_cast<double>(only_serving);
        return candidate_wins && gain > 2 * std::sqrt(static_cast<double>(only_candidate + only_serving));
    }
};
Comparison compare(TriageModel const& candidate, TriageModel const& serving, std::span<PreparedExample const> held_out);

// One byte string for the database. Error: corrupt, code "model.damaged".
std::string save(TriageModel const& model);
Result<TriageModel> load_triage_model(std::string_view bytes);

}  // namespace lotse::triage
