// SPDX-License-Identifier: Apache-2.0
// Whatever is taught in whatever order: chances are chances, bytes come back, counts add up.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

#include "triage/model.h"

namespace lotse::property {
namespace {

struct Lesson {
    std::string text;
    std::string label;
    float weight = 1;
};

rc::Gen<Lesson> any_lesson() {
    auto const word =
        rc::gen::element<std::string>("printer", "Rechnung", "łącze", "VPN", "the", "nie", "42", "\xFF", "");
    return rc::gen::build<Lesson>(
        rc::gen::set(&Lesson::text, rc::gen::map(rc::gen::container<std::vector<std::string>>(word),
                                                 [](std::vector<std::string> const& words) {
                                                     std::string out;
                                                     for (auto const& one : words) out += one + " ";
                                                     return out;
                                                 })),
        rc::gen::set(&Lesson::label, rc::gen::element<std::string>("a", "b", "c", "d", "")),
        rc::gen::set(&Lesson::weight, rc::gen::element(0.0F, 0.5F, 1.0F)));
}

TEST(TriageLearning, KeepsChancesCountsAndBytesStraight) {
    bool const holds = rc::check([](std::uint8_t) {
        auto const lessons = *rc::gen::container<std::vector<Lesson>>(any_lesson());
        triage::LinearModel model;
        std::map<std::string, std::int64_t> counts;
        for (auto const& lesson : lessons) {
            auto const features = triage::extract_features({"", lesson.text, {}});
            model.learn(features, lesson.label, lesson.weight);
            if (lesson.weight > 0 && !lesson.label.empty() && !features.empty()) ++counts[lesson.label];
        }
        RC_ASSERT(model.classes().size() == counts.size());
        for (auto const& [label, count] : counts) RC_ASSERT(model.examples_of(label) == count);
        auto const copy = triage::LinearModel::load(model.save());
        RC_ASSERT(copy.has_value());
        RC_ASSERT(copy->save() == model.save());
        for (auto const& lesson : lessons) {
            auto const features = triage::extract_features({lesson.text, "", {}});
            double sum = 0;
            for (double const chance : model.probabilities(features)) {
                RC_ASSERT(chance >= 0);
                sum += chance;
            }
            RC_ASSERT(model.is_empty() || std::abs(sum - 1) < 1e-6);
            RC_ASSERT(copy->probabilities(features) == model.probabilities(features));
        }
    });
    EXPECT_TRUE(holds);
}

TEST(TriageLearning, FitsWhateverItIsGivenWithoutLosingALabel) {
    bool const holds = rc::check([](std::uint8_t) {
        auto const lessons = *rc::gen::container<std::vector<Lesson>>(any_lesson());
        std::vector<triage::LabelledFeatures> rows;
        std::map<std::string, std::int64_t> counts;
        for (auto const& lesson : lessons) {
            rows.push_back({triage::extract_features({"", lesson.text, {}}), lesson.label, lesson.weight});
            if (lesson.weight > 0 && !lesson.label.empty() && !rows.back().features.empty()) ++counts[lesson.label];
        }
        auto const model = triage::LinearModel::fit(rows);
        RC_ASSERT(model.classes().size() == counts.size());
        for (auto const& [label, count] : counts) RC_ASSERT(model.examples_of(label) == count);
        RC_ASSERT(triage::LinearModel::load(model.save()).has_value());
        for (auto const& row : rows)
            for (auto const& best : model.predict(row.features).best)
                RC_ASSERT(best.confidence >= 0 && best.confidence <= 1.000001);
    });
    EXPECT_TRUE(holds);
}

}  // namespace
}  // namespace lotse::property
