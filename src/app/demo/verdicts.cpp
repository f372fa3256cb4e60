// SPDX-License-Identifier: Apache-2.0
#include "app/demo/verdicts.h"

#include <array>

#include "base/json.h"
#include "base/text.h"

namespace lotse::embedded {
std::string_view demo_texts_surveys_jsonl();
}

namespace lotse::app {
namespace {

// Of a hundred customers who are asked, so many answer, and of those so many write something.
constexpr double kAnswers = 0.4;
constexpr double kWrites = 0.35;
// How the scores 1 to 5 are shared out.
constexpr std::array<double, 5> kInTime{0.02, 0.03, 0.08, 0.27, 0.60};
constexpr std::array<double, 5> kLate{0.20, 0.22, 0.25, 0.20, 0.13};

int draw_score(Random& random, std::array<double, 5> const& shares) {
    double left = random.unit();
    for (int score = 1; score < 5; ++score) {
        left -= shares[static_cast<std::size_t>(score - 1)];
        if (left < 0) return score;
    }
    return 5;
}

}  // namespace

Result<Verdicts> Verdicts::read(std::uint64_t seed) {
    Verdicts out(seed);
    for (auto const line : split(embedded::demo_texts_surveys_jsonl(), '\n')) {
        if (trim(line).empty()) continue;
        TRY(auto const value, parse_json(line));
        if (!value.is_object()) return invalid("demo.survey", "A line of the demo surveys is no object.");
        auto const& object = value.get_object();
        out.texts_.push_back({std::string(text_at(object, "language")),
                              {static_cast<int>(int_at(object, "score")), std::string(text_at(object, "comment"))}});
    }
    return out;
}

std::optional<Verdict> Verdicts::draw(std::string_view language, bool has_waited) {
    // All numbers are drawn each time: what one customer does moves nobody else.
    bool const answers = random_.chance(kAnswers);
    Verdict out{draw_score(random_, has_waited ? kLate : kInTime), {}};
    bool const writes = random_.chance(kWrites);
    std::vector<Said const*> fitting;
    for (auto const& said : texts_)
        if (said.language == language && said.verdict.score == out.score) fitting.push_back(&said);
    auto const which = random_.next();
    if (!answers) return std::nullopt;
    if (writes && !fitting.empty()) out.comment = fitting[which % fitting.size()]->verdict.comment;
    return out;
}

}  // namespace lotse::app
