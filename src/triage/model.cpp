// SPDX-License-Identifier: Apache-2.0
#include "triage/model.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/crypto.h"
#include "base/text.h"
#include "triage/bytes.h"
#include "triage/language.h"

namespace lotse::triage {
namespace {

constexpr std::uint32_t kMagic = 0x324D544C;     // "LTM2"
constexpr std::uint32_t kOldMagic = 0x314D544C;  // "LTM1", without an encoder

// Four-hour blocks: the night shift's alarms differ from the office's questions, single hours do not.
std::string hour_block(int hour) { return hour < 0 || hour > 23 ? std::string() : std::to_string(hour / 4); }

// What a classifier says of one decided label.
struct Verdict {
    double loss = 0;
    bool is_right = false;
};
Verdict judge(Classifier const& model, Features const& features, std::span<float const> meaning,
              std::string_view truth) {
    double chance = 0;
    auto const chances = model.probabilities(features, meaning);
    double best = 0;
    std::string_view best_name;
    for (std::size_t i = 0; i < chances.size(); ++i) {
        if (model.classes()[i].name == truth) chance = chances[i];
        if (chances[i] > best) best = chances[i], best_name = model.classes()[i].name;
    }
    return {-std::log(std::max(chance, 1e-4)), !best_name.empty() && best_name == truth};
}

}  // namespace

std::string TriageModel::version() const {
    if (is_empty()) return "keywords";
    return (fitted.empty() ? "linear-online" : fitted) + (corrections > 0 ? "+" + std::to_string(corrections) : "");
}

std::span<float const> TriageModel::meaning_of(TriageInput const& input) const {
    if (encoder.empty() || input.meaning.encoder != encoder) return {};
    return input.meaning.vector;
}

std::span<float const> TriageModel::meaning_of(PreparedExample const& example) const {
    if (encoder.empty() || example.encoder != encoder) return {};
    return example.meaning;
}

PreparedExample prepare(TrainingExample const& example) {
    PreparedExample out{features_of(example.input),
                        example.input.meaning.vector,
                        example.input.meaning.encoder,
                        example.category,
                        example.type,
                        static_cast<float>(example.weight)};
    out.features.shrink_to_fit();
    return out;
}

std::vector<PreparedExample> prepare(std::vector<TrainingExample> const& examples) {
    std::vector<PreparedExample> out;
    out.reserve(examples.size());
    for (auto const& one : examples) out.push_back(prepare(one));
    return out;
}

Features features_of(TriageInput const& input) {
    auto const guess = detect_language(input.subject, input.new_text,
                                       {input.customer_language, input.content_language, "", {"en", "de", "pl"}});
    FeatureInput out{input.subject, input.new_text, {}};
    out.metadata = {{"mailbox", to_lower_ascii(input.mailbox)},
                    {"organization", input.organization ? std::to_string(input.organization.value) : std::string()},
                    {"channel", std::string(domain::name_of(input.channel))},
                    {"language", guess.language},
                    {"hours", hour_block(input.hour)}};
    return extract_features(out);
}

FittedTriage fit_and_judge_triage(std::span<PreparedExample const> examples, FitOptions const& options,
                                  Progress const& progress) {
    FittedTriage out;
    // The encoder of the newest ticket is the one that serves.
    for (auto const& one : examples)
        if (!one.meaning.empty()) out.model.encoder = one.encoder;
    std::vector<TrainingRow> rows;
    rows.reserve(examples.size());
    for (auto const& one : examples)
        rows.push_back({&one.features, one.category, one.weight, out.model.meaning_of(one)});
    auto const share = [&](double from, double to) -> Progress {
        if (!progress) return {};
        return [&progress, from, to](double done) { progress(from + (to - from) * done); };
    };
    auto category = Classifier::fit_all(rows, options, share(0, 0.7));
    out.model.category = std::move(category.model);
    out.category = std::move(category.held_out);
    out.category_by_words = category.by_words;
    out.category_mixed = category.mixed;
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].label = examples[i].type;
    auto type = Classifier::fit_all(rows, options, share(0.7, 1));
    if (options.is_given_up()) return {};
    if (progress) progress(1);
    out.model.type = std::move(type.model);
    out.type = std::move(type.held_out);
    bool const is_mixed = out.model.category.meaning_share() > 0 || out.model.type.meaning_share() > 0;
    if (!is_mixed) out.model.encoder.clear();
    if (!out.model.is_empty())
        out.model.fitted =
            (is_mixed ? "mixed-" : "linear-") +
            sha256_hex(out.model.category.save() + out.model.type.save() + out.model.encoder).substr(0, 8);
    return out;
}

FittedTriage fit_and_judge_triage(std::vector<TrainingExample> const& examples, FitOptions const& options,
                                  Progress const& progress) {
    auto const prepared = prepare(examples);
    return fit_and_judge_triage(std::span<PreparedExample const>(prepared), options, progress);
}

TriageModel fit_triage(std::vector<TrainingExample> const& examples, FitOptions const& options,
                       Progress const& progress) {
    return fit_and_judge_triage(examples, options, progress).model;
}

void learn_one(TriageModel& model, TrainingExample const& example) {
    if (!(example.weight > 0) || (example.category.empty() && example.type.empty())) return;
    auto const features = features_of(example.input);
    auto const meaning = model.meaning_of(example.input);
    model.category.learn(features, meaning, example.category, static_cast<float>(example.weight));
    model.type.learn(features, meaning, example.type, static_cast<float>(example.weight));
    ++model.corrections;
}

Comparison compare(TriageModel const& candidate, TriageModel const& serving,
                   std::span<PreparedExample const> held_out) {
    Comparison out;
    std::array<double, 2> right{};
    std::array<double, 2> loss{};
    for (auto const& example : held_out) {
        if (!(example.weight > 0)) continue;
        auto const add = [&](Classifier const& ours, Classifier const& theirs, std::string const& truth) {
            if (truth.empty()) return;
            ++out.examples;
            auto const first = judge(ours, example.features, candidate.meaning_of(example), truth);
            auto const second = judge(theirs, example.features, serving.meaning_of(example), truth);
            right[0] += first.is_right ? 1 : 0;
            right[1] += second.is_right ? 1 : 0;
            out.only_candidate += first.is_right && !second.is_right ? 1 : 0;
            out.only_serving += second.is_right && !first.is_right ? 1 : 0;
            loss[0] += first.loss;
            loss[1] += second.loss;
        };
        add(candidate.category, serving.category, example.category);
        add(candidate.type, serving.type, example.type);
    }
    auto const n = static_cast<double>(std::max<std::size_t>(1, out.examples));
    out.candidate_accuracy = right[0] / n;
    out.serving_accuracy = right[1] / n;
    out.candidate_log_loss = loss[0] / n;
    out.serving_log_loss = loss[1] / n;
    out.candidate_wins = !candidate.is_empty() &&
                         (serving.is_empty() || (out.examples > 0 && right[0] >= right[1] && loss[0] < loss[1]));
    return out;
}

std::string save(TriageModel const& model) {
    ByteWriter out;
    out.number(kMagic);
    out.text(model.fitted);
    out.text(model.encoder);
    out.number(static_cast<std::uint64_t>(model.corrections));
    out.text(model.category.save());
    out.text(model.type.save());
    return out.finish();
}

Result<TriageModel> load_triage_model(std::string_view bytes) {
    ByteReader in(bytes);
    TriageModel model;
    auto const magic = in.number<std::uint32_t>();
    bool const is_ours = magic == kMagic || magic == kOldMagic;
    if (!is_ours && is_other_format(magic, kMagic)) return other_format();
    model.fitted = in.text();
    if (magic == kMagic) model.encoder = in.text();
    model.corrections = static_cast<std::int64_t>(in.number<std::uint64_t>() & 0xFFFFFFFFU);
    auto const category = in.text();
    auto const type = in.text();
    if (!is_ours || in.is_bad() || in.left() != 0 || model.fitted.size() > 100 || model.encoder.size() > 100)
        return Error{Kind::corrupt, "model.damaged", "The stored triage model is damaged; train it again.",
                     "outer frame", ""};
    TRY(model.category, Classifier::load(category));
    TRY(model.type, Classifier::load(type));
    return model;
}

}  // namespace lotse::triage
