// SPDX-License-Identifier: Apache-2.0
#include "api/show_preview.h"

#include "api/show.h"

namespace lotse::api {
namespace {

Json share_of(std::int64_t kept, std::int64_t judged) {
    return judged == 0 ? Json(nullptr) : Json(static_cast<double>(kept) / static_cast<double>(judged));
}

}  // namespace

JsonObject show(desk::DeadlinePreview const& preview) {
    JsonArray shares;
    for (auto const kind : domain::kClockKinds) {
        auto const& one = preview.shares[static_cast<std::size_t>(kind)];
        shares.push_back(JsonObject{{"clock", domain::name_of(kind)},
                                    {"judged_before", one.judged_before},
                                    {"share_before", share_of(one.kept_before, one.judged_before)},
                                    {"judged_after", one.judged_after},
                                    {"share_after", share_of(one.kept_after, one.judged_after)}});
    }
    return {{"open", preview.open},
            {"has_more_open", preview.has_more_open},
            {"earlier", preview.earlier},
            {"later", preview.later},
            {"breached", preview.breached},
            {"unbreached", preview.unbreached},
            {"days", desk::kPreviewDays.count()},
            {"ended", preview.ended},
            {"has_more_ended", preview.has_more_ended},
            {"clocks", std::move(shares)}};
}

Schema preview_schema() {
    auto const count = integer(0, INT64_MAX);
    auto const clock = object({need("clock", choice<domain::ClockKind>()), need("judged_before", count),
                               need("share_before", share().or_null()), need("judged_after", count),
                               need("share_after", share().or_null())});
    return object(
        {need("open", Schema(count).say("Open tickets looked at; the newest 600 at most.")),
         need("has_more_open", boolean().say("true: the counts are of a part only.")),
         need("earlier", Schema(count).say("The next thing due comes sooner, or there is one now.")),
         need("later", Schema(count).say("It comes later, or never.")),
         need("breached", Schema(count).say("Would have missed a target, and has missed none.")),
         need("unbreached", Schema(count).say("Have missed a target, and would have missed none.")),
         need("days", count),
         need("ended", Schema(count).say("Tickets solved within so many days; the newest 600 at most.")),
         need("has_more_ended", boolean()),
         need("clocks", list(clock).say("How the targets of those would have been kept, before and after."))});
}

}  // namespace lotse::api
