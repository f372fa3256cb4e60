// SPDX-License-Identifier: Apache-2.0
// A stored model of any bytes: refused, or safe to ask, teach and save again.
#include "base/must.h"
#include "triage/model.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace lotse::triage;
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    auto model = load_triage_model(bytes);
    if (!model) return 0;
    TrainingExample example;
    example.input.subject = "Printer jam on floor 3";
    example.input.new_text = "Der Drucker druckt nicht, bitte um Hilfe.";
    example.category = "printing";
    example.type = "incident";
    example.input.meaning = {std::vector<float>(model->category.meanings().dimensions(), 0.05F), model->encoder};
    auto const features = features_of(example.input);
    for (double const chance : model->category.probabilities(features, example.input.meaning.vector))
        lotse::must(chance >= 0 && chance <= 1.000001);
    for (double const chance : model->category.probabilities(features)) lotse::must(chance >= 0 && chance <= 1.000001);
    model->category.predict(features);
    learn_one(*model, example);
    model->type.predict(features);
    lotse::must(load_triage_model(save(*model)).has_value(), "what we save reads back");
    return 0;
}
