// SPDX-License-Identifier: Apache-2.0
// "How was it?": two buttons and room for a word. Looking at it counts nothing; pressing does.
#pragma once

#include <optional>

#include "desk/surveys.h"
#include "portal/form.h"
#include "portal/html.h"
#include "portal/visit.h"

namespace lotse::portal {

// Without a heading. `wished`: the score of the link that led here, its button comes first; 0 for none.
Html survey_form(Visit const& visit, std::string_view action, std::optional<desk::SurveyGiven> const& given,
                 int wished);
int score_of(Form const& form);  // 0 if no button was pressed

}  // namespace lotse::portal
