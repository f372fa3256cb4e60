// SPDX-License-Identifier: Apache-2.0
// Floors on the demo desk's texts, 500 messages in three languages that are odd on purpose. The word lists were looked
// over once against them, so these are guards against getting worse, not claims.
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "base/json.h"
#include "triage/calibration.h"
#include "triage/suggest.h"
#include "triage/taxonomy.h"

namespace lotse::triage {
namespace {

struct Tally {
    std::size_t asked = 0;
    std::size_t answered = 0;
    std::size_t right = 0;
    std::vector<Judged> judged;
    double precision() const { return static_cast<double>(right) / static_cast<double>(answered); }
};

std::map<std::string, Tally> judge_demo_texts() {
    std::map<std::string, Tally> out;
    auto const setup = make_triage_setup(default_taxonomy());
    for (std::string const language : {"en", "de", "pl"}) {
        std::ifstream file(std::string(LOTSE_SOURCE_DIR) + "/demo/texts/" + language + ".jsonl");
        for (std::string line; std::getline(file, line);) {
            auto const parsed = parse_json(line);
            if (!parsed) continue;
            auto const& object = parsed->get_object();
            TriageInput input;
            input.subject = text_at(object, "subject");
            input.new_text = text_at(object, "body");
            for (auto const& label : suggest(input, {}, setup).labels) {
                auto const truth = label.field == "language" ? language : std::string(text_at(object, label.field));
                if (truth.empty()) continue;
                auto& tally = out[label.field];
                ++tally.asked;
                if (label.abstains()) continue;
                ++tally.answered;
                tally.right += label.value == truth ? 1 : 0;
                tally.judged.push_back({*label.because.confidence, label.value == truth});
            }
        }
    }
    return out;
}

TEST(ColdStartFloor, HoldsOnTheDemoTexts) {
    auto tallies = judge_demo_texts();
    ASSERT_GE(tallies["category"].asked, 400U);
    EXPECT_GE(tallies["language"].precision(), 0.99);
    EXPECT_GE(tallies["category"].precision(), 0.68);
    EXPECT_GE(tallies["type"].precision(), 0.57);
    for (auto const* field : {"category", "type"}) {
        auto const& tally = tallies[field];
        EXPECT_GE(static_cast<double>(tally.answered), 0.75 * static_cast<double>(tally.asked)) << field;
        EXPECT_LE(expected_calibration_error(tally.judged, 10), 0.13) << field << " says more than it knows";
    }
}

}  // namespace
}  // namespace lotse::triage
