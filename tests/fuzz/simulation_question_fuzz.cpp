// SPDX-License-Identifier: Apache-2.0
// A question to the simulator of any bytes: refused, or read, written and read again the same, and safe to ask of a desk.
#include <cmath>

#include "base/must.h"
#include "insight/what_if.h"

namespace {

using namespace lotse;

insight::DeskModel small_desk() {
    insight::DeskModel out;
    for (std::int64_t i = 1; i <= 2; ++i) {
        domain::Queue queue;
        queue.id = domain::QueueId(i);
        out.queues.push_back(queue);
        insight::WorkKind kind;
        kind.queue = out.queues.size() - 1;
        kind.requirement.queue = queue.id;
        kind.category = domain::CategoryId(i);
        out.kinds.push_back(kind);
        insight::ModelPerson person;
        person.agent.id = domain::AgentId(i);
        person.shifts = {{instant(0), instant(1'000'000)}};
        out.people.push_back(std::move(person));
    }
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const json = parse_json({reinterpret_cast<char const*>(data), size});
    if (!json || !json->is_object()) return 0;
    auto const question = domain::simulation_question_from(json->get_object());
    if (!question) {
        must(question.error().kind == Kind::invalid, "what cannot be read is the asker's to mend");
        return 0;
    }
    must(domain::check(*question).has_value(), "what is read may be asked");
    auto const written = to_json(*question);
    auto const again = domain::simulation_question_from(written);
    must(again.has_value() && to_json(*again) == written, "the same question");
    must(question->what.is_empty() == again->what.is_empty(), "as empty as before");
    static auto const desk = small_desk();
    auto const asked = insight::apply(desk, question->what);
    if (!asked) return 0;
    must(asked->model.people.size() <= desk.people.size() + 5000, "no more people than were asked for");
    for (auto const factor : asked->volume)
        must(std::isfinite(factor) && factor >= 0 && factor <= domain::kMostVolume,
             "no more work than may be asked for");
    return 0;
}
