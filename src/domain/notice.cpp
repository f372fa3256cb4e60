// SPDX-License-Identifier: Apache-2.0
#include "domain/notice.h"

#include <array>
#include <utility>

#include "base/must.h"

namespace lotse::domain {
namespace {

constexpr std::array<std::string_view, 12> kNames{"confirmation",     "reply",    "solved", "reopened", "assigned",
                                                  "customer_replied", "warning",  "breach", "forward",  "mentioned",
                                                  "delayed",          "escalated"};

}  // namespace

std::string_view name_of(NoticeKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

NoticeKind notice_kind_from(std::string_view name) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == name) return static_cast<NoticeKind>(i);
    must(false, "known notice kind");
    std::unreachable();
}

}  // namespace lotse::domain
