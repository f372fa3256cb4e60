// SPDX-License-Identifier: Apache-2.0
// A message of any bytes gets seven labels with valid text and confidences in range.
#include "base/must.h"
#include "base/text.h"
#include "triage/spans.h"
#include "triage/suggest.h"
#include "triage/taxonomy.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace lotse;
    static auto const setup = triage::make_triage_setup(triage::default_taxonomy());
    static auto const model = [] {
        triage::TriageModel taught;
        for (int i = 0; i < 40; ++i) {
            triage::TrainingExample one;
            one.input.new_text = i % 2 == 0 ? "the printer is broken" : "die Rechnung ist falsch";
            one.category = i % 2 == 0 ? "printing" : "billing";
            one.type = "incident";
            triage::learn_one(taught, one);
        }
        return taught;
    }();
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    auto const cut = bytes.find('\n');
    triage::TriageInput input;
    input.subject = bytes.substr(0, cut);
    input.new_text = cut == std::string_view::npos ? "" : bytes.substr(cut + 1);
    auto const got = triage::suggest(input, size % 2 == 0 ? model : triage::TriageModel(), setup);
    must(got.labels.size() == 7);
    for (auto const& label : got.labels) {
        must(!label.because.text.empty() && label.because.unproven);
        must(is_utf8(label.because.text), "reasons are shown and stored");
        std::size_t last = 0;
        bool was_in_subject = true;
        for (auto const& span : triage::find_spans(input.subject, input.new_text, label.words)) {
            if (was_in_subject && !span.is_in_subject) last = 0;
            was_in_subject = span.is_in_subject;
            must(span.begin >= last && span.end > span.begin, "places in order, none inside another");
            last = span.end;
        }
        must(!label.because.confidence || (*label.because.confidence >= 0 && *label.because.confidence <= 1));
    }
    return 0;
}
