// SPDX-License-Identifier: Apache-2.0
#include "desk/example_of.h"

#include "desk/decide_labels.h"

namespace lotse::desk {

triage::TriageInput input_of(domain::Lesson const& lesson) {
    triage::TriageInput out;
    out.subject = lesson.subject;
    out.new_text = lesson.text;
    out.channel = lesson.channel;
    out.mailbox = lesson.mailbox;
    out.organization = lesson.organization;
    out.customer_language = lesson.customer_language;
    out.content_language = lesson.content_language;
    out.hour = lesson.hour;
    return out;
}

triage::TrainingExample example_of(domain::Lesson const& lesson) {
    return {input_of(lesson), std::string(lesson.decided("category")), std::string(lesson.decided("type")), 1};
}

triage::TrainingExample example_of(domain::Lesson const& lesson, Reliability const& reliability) {
    auto out = example_of(lesson);
    if (!reliability.counts(lesson.agent)) out.weight = 0;
    return out;
}

triage::TriageInput input_of(store::Example const& stored, Setup const& setup) {
    triage::TriageInput out;
    out.subject = stored.subject;
    out.new_text = stored.text;
    out.channel = stored.channel;
    out.mailbox = stored.mailbox;
    out.organization = stored.organization;
    out.customer_language = stored.customer_language;
    out.content_language = stored.content_language;
    out.hour = hour_on_desk(setup, stored.at);
    return out;
}

triage::TrainingExample example_of(store::Example const& stored, Setup const& setup) {
    return {input_of(stored, setup), stored.category, stored.type, stored.weight};
}

triage::TrainingExample example_of(store::Example const& stored, Setup const& setup, Reliability const& reliability) {
    auto out = example_of(stored, setup);
    if (!reliability.counts(stored.category_by)) out.category.clear();
    if (!reliability.counts(stored.type_by)) out.type.clear();
    return out;
}

}  // namespace lotse::desk
