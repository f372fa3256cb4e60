// SPDX-License-Identifier: Apache-2.0
// What a model learns from a settled ticket or from a lesson. Pure.
#pragma once

#include "desk/reliability.h"
#include "desk/setup.h"
#include "domain/lesson.h"
#include "store/models.h"
#include "triage/model.h"

namespace lotse::desk {

triage::TriageInput input_of(domain::Lesson const& lesson);
triage::TrainingExample example_of(domain::Lesson const& lesson);
// Without what a person decided whom the others contradict.
triage::TrainingExample example_of(domain::Lesson const& lesson, Reliability const& reliability);

triage::TriageInput input_of(store::Example const& stored, Setup const& setup);
triage::TrainingExample example_of(store::Example const& stored, Setup const& setup);
triage::TrainingExample example_of(store::Example const& stored, Setup const& setup, Reliability const& reliability);

}  // namespace lotse::desk
