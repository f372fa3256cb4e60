// SPDX-License-Identifier: Apache-2.0
// What triage is worth and what it costs. `accuracy` judges a classifier on rows that it has not seen, with and without the
// language model; `cost` times it. bench/run_triage.py prepares the rows, adds the baseline and prints the tables.
//
//   bench_triage_figures accuracy TRAIN TEST [MODEL]    rows "label<TAB>text"; label "oos" in TEST: belongs to no class
//   bench_triage_figures cost ROWS CLASSES [MODEL]
//   bench_triage_figures choose TRAIN COUNT
#include <sys/resource.h>

#include <chrono>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <random>

#include "app/mapped_file.h"
#include "base/json.h"
#include "base/rate_interval.h"
#include "bench/measure.h"
#include "encoder/e5_encoder.h"
#include "encoder/kernels.h"
#include "triage/calibration.h"
#include "triage/model.h"

namespace lotse::bench {
namespace {

using triage::Classifier;
using triage::LabelledFeatures;

constexpr std::string_view kNoClass = "oos";
constexpr std::size_t kAtOnce = 64;

Result<encoder::SharedEncoder> open_model(std::string const& path,
                                          encoder::Kernels const& kernels = encoder::best_kernels()) {
    if (path.empty()) return encoder::SharedEncoder();
    TRY(auto file, app::map_file(path));
    return encoder::open_e5({file.bytes, std::move(file.owner)}, "e5", kernels);
}

Result<std::vector<LabelledFeatures>> read_rows(std::string const& path, encoder::TextEncoder const* encoder) {
    std::ifstream in(path);
    if (!in) return not_found("bench.rows", "There is no file " + path + ".");
    std::vector<LabelledFeatures> out;
    std::vector<std::string> texts;
    for (std::string line; std::getline(in, line);) {
        auto const tab = line.find('\t');
        if (tab == std::string::npos) continue;
        texts.push_back(line.substr(tab + 1));
        out.push_back({triage::extract_features({"", texts.back(), {}}), line.substr(0, tab)});
    }
    for (std::size_t from = 0; encoder != nullptr && from < texts.size(); from += kAtOnce) {
        auto const to = std::min(texts.size(), from + kAtOnce);
        TRY(auto vectors, encoder->encode({texts.begin() + static_cast<std::ptrdiff_t>(from),
                                           texts.begin() + static_cast<std::ptrdiff_t>(to)},
                                          encoder::Role::query));
        for (std::size_t i = from; i < to; ++i) out[i].meaning = std::move(vectors[i - from]);
    }
    return out;
}

// The chance that a message of some class looks more familiar than one of none (Mann & Whitney); NaN without either.
double auroc(std::vector<double> const& in, std::vector<double> const& out) {
    double wins = 0;
    for (double const a : in)
        for (double const b : out) wins += a > b ? 1 : a == b ? 0.5 : 0;
    return wins / (static_cast<double>(in.size()) * static_cast<double>(out.size()));
}

struct Tally {
    std::vector<triage::Judged> judged;
    std::vector<double> familiar;
    std::vector<double> strange;  // familiarity of rows that belong to no class
    double loss = 0;
    std::size_t kept = 0;  // rows of a class that are not turned away
    std::size_t turned_away = 0;  // rows of no class that are
};

Tally ask(Classifier const& model, std::vector<LabelledFeatures> const& test, bool with_meaning) {
    Tally out;
    auto const least = model.trust(with_meaning && model.meaning_share() > 0).least_familiarity;
    for (auto const& row : test) {
        auto const meaning = with_meaning ? std::span<float const>(row.meaning) : std::span<float const>();
        double const familiar = model.familiarity(row.features, meaning);
        if (row.label == kNoClass) {
            out.strange.push_back(familiar);
            out.turned_away += familiar < least ? 1 : 0;
            continue;
        }
        out.familiar.push_back(familiar);
        out.kept += familiar >= least ? 1 : 0;
        auto const prediction = model.predict(row.features, meaning);
        if (prediction.best.empty()) continue;
        out.judged.push_back({prediction.best[0].confidence, prediction.best[0].value == row.label, {}});
        auto const chances = model.probabilities(row.features, meaning);
        double truth = 0;
        for (std::size_t i = 0; i < chances.size(); ++i)
            if (model.classes()[i].name == row.label) truth = chances[i];
        out.loss -= std::log(std::max(truth, 1e-4));
    }
    return out;
}

JsonObject report(Tally const& tally) {
    auto const n = tally.judged.size();
    auto const right = static_cast<std::size_t>(std::ranges::count(tally.judged, true, &triage::Judged::is_right));
    auto const interval = wilson(right, n);
    JsonObject out{{"rows", n},
                   {"accuracy", static_cast<double>(right) / static_cast<double>(n)},
                   {"low", interval.low},
                   {"high", interval.high},
                   {"ece", triage::expected_calibration_error(tally.judged)},
                   {"log_loss", tally.loss / static_cast<double>(n)}};
    if (tally.strange.empty()) return out;
    out["rows_of_no_class"] = tally.strange.size();
    out["auroc"] = auroc(tally.familiar, tally.strange);
    out["kept"] = static_cast<double>(tally.kept) / static_cast<double>(tally.familiar.size());
    out["turned_away"] = static_cast<double>(tally.turned_away) / static_cast<double>(tally.strange.size());
    return out;
}

JsonObject trust_of(Classifier const& model, bool with_meaning) {
    auto const& trust = model.trust(with_meaning);
    return {{"temperature", trust.temperature},
            {"calibration", trust.bounds.is_empty() ? "temperature" : "venn-abers"},
            {"least_familiarity", trust.least_familiarity}};
}

// Both ways of stating the first class's confidence, as the one that serves decides: the fit takes whichever judged itself
// better on the held-out fifth.
JsonObject calibrations(triage::FittedClassifier const& fitted, std::vector<LabelledFeatures> const& test,
                        bool with_meaning) {
    bool const is_mixed = with_meaning && fitted.model.meaning_share() > 0;
    bool const is_bounded = !fitted.model.trust(is_mixed).bounds.is_empty();
    auto other = fitted.model;
    other.set_bounds(is_mixed, is_bounded ? triage::VennAbers() : triage::VennAbers::fit(fitted.held_out));
    auto const as_served = report(ask(fitted.model, test, is_mixed));
    auto const otherwise = report(ask(other, test, is_mixed));
    return {{"chosen", is_bounded ? "venn-abers" : "temperature"},
            {"temperature", is_bounded ? otherwise : as_served},
            {"venn_abers", is_bounded ? as_served : otherwise}};
}

Result<void> accuracy(std::string const& train_path, std::string const& test_path, std::string const& model_path) {
    TRY(auto const encoder, open_model(model_path));
    TRY(auto train, read_rows(train_path, encoder.get()));
    TRY(auto const test, read_rows(test_path, encoder.get()));
    std::erase_if(train, [](auto const& row) { return row.label == kNoClass; });
    if (train.empty() || test.empty()) return invalid("bench.rows", "There are no rows to train on or to test with.");
    triage::FitOptions options;
    options.is_time_ordered = false;
    double const before = cpu_micros();
    auto const fitted = Classifier::fit(train, options);
    JsonObject out{{"train_rows", train.size()},
                   {"classes", fitted.model.classes().size()},
                   {"fit_seconds", (cpu_micros() - before) / 1e6}};
    auto words = report(ask(fitted.model, test, false));
    words["trust"] = trust_of(fitted.model, false);
    out["words"] = std::move(words);
    if (encoder) {
        auto mixed = report(ask(fitted.model, test, true));
        mixed["trust"] = trust_of(fitted.model, true);
        mixed["meaning_share"] = fitted.model.meaning_share();
        out["mixed"] = std::move(mixed);
    }
    out["calibrations"] = calibrations(fitted, test, encoder != nullptr);
    fmt::print("{}\n", to_string(out));
    return {};
}

// Inside training data: how margin and passes fare with `count` examples a class (0: four fifths of all), judged on rows that are
// left, over three draws.
Result<void> choose(std::string const& train_path, std::size_t count) {
    TRY(auto rows, read_rows(train_path, nullptr));
    std::erase_if(rows, [](auto const& row) { return row.label == kNoClass; });
    struct Fold {
        std::vector<LabelledFeatures> train;
        std::vector<LabelledFeatures> judges;
    };
    std::vector<Fold> folds(3);
    for (std::size_t draw = 0; draw < folds.size(); ++draw) {
        std::mt19937 random(static_cast<unsigned>(draw) + 1);
        std::ranges::shuffle(rows, random);
        std::map<std::string, std::size_t> seen;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            bool const learns = count == 0 ? i < rows.size() * 4 / 5 : seen[rows[i].label]++ < count;
            auto& to = learns ? folds[draw].train : folds[draw].judges;
            if (learns || to.size() < 3000) to.push_back(rows[i]);
        }
    }
    auto const judge = [&](triage::FitOptions const& options) {
        std::string line;
        double sum = 0;
        double const before = cpu_micros();
        for (auto const& fold : folds) {
            auto const model = Classifier::fit(fold.train, options).model;
            auto const right = std::ranges::count_if(fold.judges, [&](auto const& row) {
                auto const best = model.predict(row.features).best;
                return !best.empty() && best[0].value == row.label;
            });
            double const share = static_cast<double>(right) / static_cast<double>(fold.judges.size());
            line += fmt::format(" {:.4f}", share);
            sum += share;
        }
        fmt::print("margin {:.1f}  passes {:>2} + {}  accuracy {:.4f} ({} ) {:.1f} s\n", options.margin.value_or(-1),
                   options.epochs, options.epochs_more, sum / static_cast<double>(folds.size()), line,
                   (cpu_micros() - before) / 1e6);
    };
    triage::FitOptions options;
    options.is_time_ordered = false;
    for (float const margin : {0.0F, 1.0F, 2.0F, 5.0F, 8.0F}) {
        options.margin = margin;
        for (auto const& [epochs, more] : {std::pair(7, 3), std::pair(20, 5)}) {
            options.epochs = epochs;
            options.epochs_more = more;
            judge(options);
        }
    }
    options.margin.reset();
    for (auto const& [epochs, more] :
         {std::pair(7, 1), std::pair(7, 2), std::pair(7, 7), std::pair(5, 2), std::pair(5, 3), std::pair(4, 2)}) {
        options.epochs = epochs;
        options.epochs_more = more;
        judge(options);
    }
    return {};
}

// Words that nobody wrote, with the frequencies that words have: a few often, most seldom; each class prefers some.
class Writer {
  public:
    explicit Writer(std::size_t classes) : classes_(classes) {}
    std::string text(std::size_t label, std::size_t words) {
        std::string out;
        for (std::size_t i = 0; i < words; ++i) {
            bool const is_telling = random_() % 3 == 0;
            auto const rank = static_cast<std::size_t>(std::exp(std::log(20'000.0) * share()));
            out += (i == 0 ? "" : " ") + word(is_telling ? 30'000 + label * 40 + rank % 40 : rank);
        }
        return out;
    }
    std::size_t label() { return random_() % classes_; }

  private:
    double share() { return static_cast<double>(random_() % 1'000'000) / 1e6; }
    static std::string word(std::size_t number) {
        static constexpr std::string_view kSyllables = "kalomirutesanopidegavulebifozushawery";
        std::string out;
        for (std::size_t rest = number + 40; rest > 0; rest /= 17) out += kSyllables.substr(rest % 17 * 2, 2);
        return out;
    }
    std::mt19937 random_{1};
    std::size_t classes_;
};

std::vector<LabelledFeatures> made_rows(std::size_t rows, std::size_t classes, std::size_t dimensions) {
    Writer writer(classes);
    std::mt19937 random(2);
    std::vector<LabelledFeatures> out;
    for (std::size_t i = 0; i < rows; ++i) {
        auto const label = writer.label();
        out.push_back({triage::extract_features({writer.text(label, 5), writer.text(label, 40), {}}),
                       "class-" + std::to_string(label)});
        for (std::size_t k = 0; k < dimensions; ++k)
            out.back().meaning.push_back(static_cast<float>(random() % 2001) / 20'000.0F - 0.05F +
                                         (k % classes == label ? 0.02F : 0));
    }
    return out;
}

double peak_mib() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

template <class F>
double median_micros(int times, F&& run) {
    std::vector<double> samples;
    for (int i = 0; i < times; ++i) {
        double const before = cpu_micros();
        run(i);
        samples.push_back(cpu_micros() - before);
    }
    return quantile(samples, 0.5);
}

Result<JsonArray> encoder_costs(std::string const& model_path) {
    JsonArray out;
    for (auto const* kernels : encoder::available_kernels()) {
        TRY(auto const encoder, open_model(model_path, *kernels));
        for (std::size_t const tokens : {16U, 62U, 128U, 255U}) {
            std::string text;
            while (encoder->count_tokens(text, encoder::Role::query) < tokens) text += " printer";
            int const times = kernels->name == "portable" ? 3 : 15;
            Result<encoder::Embedding> made;
            double const took =
                median_micros(times, [&](int) { made = encoder->encode_one(text, encoder::Role::query); });
            CHECK_OK(made);
            out.push_back(JsonObject{{"instructions", kernels->name}, {"tokens", tokens}, {"ms", rounded(took / 1e3)}});
        }
    }
    return out;
}

// All labels of a message, as settle asks for them, of a model fitted on `rows`.
JsonObject suggest_costs(Classifier& model, std::vector<LabelledFeatures> const& rows) {
    Writer writer(model.classes().size());
    std::vector<std::string> texts;
    for (int i = 0; i < 200; ++i) texts.push_back(writer.text(writer.label(), 60));
    auto const ask = [&](bool with_meaning) {
        return median_micros(200, [&](int i) {
            auto const at = static_cast<std::size_t>(i);
            auto const features = triage::extract_features({"", texts[at], {}});
            auto const& meaning = rows[at % rows.size()].meaning;
            model.predict(features, with_meaning ? std::span<float const>(meaning) : std::span<float const>());
        });
    };
    JsonObject out{{"predict_words_us", rounded(ask(false))}, {"predict_mixed_us", rounded(ask(true))}};
    out["learn_us"] = rounded(median_micros(
        50, [&](int i) { model.learn(rows[static_cast<std::size_t>(i) % rows.size()].features, {}, "class-0"); }));
    // A correction to what was thought second is seen in the next answer.
    auto const& row = rows[0];
    auto const second = model.predict(row.features, row.meaning).best[1].value;
    auto const at = static_cast<std::size_t>(std::ranges::find(model.classes(), second, &triage::ClassCount::name) -
                                             model.classes().begin());
    auto const before = model.words().probabilities(row.features)[at];
    model.learn(row.features, row.meaning, second);
    out["correction_is_seen"] = model.words().probabilities(row.features)[at] > before;
    return out;
}

Result<void> cost(std::size_t count, std::size_t classes, std::string const& model_path) {
    constexpr std::size_t kDimensions = 384;
    auto const rows = made_rows(count, classes, kDimensions);
    JsonObject out{{"rows", count}, {"classes", classes}};
    auto words = rows;
    for (auto& row : words) row.meaning.clear();
    double before = cpu_micros();
    auto const by_words = Classifier::fit(words);
    out["refit_words_seconds"] = rounded((cpu_micros() - before) / 1e6);
    before = cpu_micros();
    auto fitted = Classifier::fit(rows);
    out["refit_mixed_seconds"] = rounded((cpu_micros() - before) / 1e6);
    out["saved_mib"] = rounded(static_cast<double>(fitted.model.save().size()) / (1 << 20));
    out["asking"] = suggest_costs(fitted.model, rows);
    out["peak_mib"] = rounded(peak_mib());
    if (!model_path.empty()) {
        TRY(auto costs, encoder_costs(model_path));
        out["encoder"] = std::move(costs);
    }
    fmt::print("{}\n", to_string(out));
    return {};
}

Result<void> run(std::vector<std::string> const& words) {
    if (words.size() >= 3 && words[0] == "accuracy")
        return accuracy(words[1], words[2], words.size() > 3 ? words[3] : "");
    if (words.size() >= 3 && words[0] == "cost")
        return cost(std::stoul(words[1]), std::stoul(words[2]), words.size() > 3 ? words[3] : "");
    if (words.size() == 3 && words[0] == "choose") return choose(words[1], std::stoul(words[2]));
    return invalid("bench.words",
                   "bench_triage_figures accuracy TRAIN TEST [MODEL] | cost ROWS CLASSES [MODEL] | choose TRAIN COUNT");
}

}  // namespace
}  // namespace lotse::bench

int main(int argc, char** argv) {
    return lotse::bench::finish(lotse::bench::run(std::vector<std::string>(argv + 1, argv + argc)));
}
