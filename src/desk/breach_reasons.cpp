// SPDX-License-Identifier: Apache-2.0
#include "desk/breach_reasons.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

using domain::BreachReasonWord;
using Reasons = std::vector<BreachReasonWord>;

bool has(Reasons const& reasons, int id) {
    return std::ranges::find(reasons, id, &BreachReasonWord::id) != reasons.end();
}

Result<void> check(Reasons const& known, Reasons& wanted) {
    std::set<std::string> names;
    std::set<int> ids;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        auto& one = wanted[i];
        auto const field = fmt::format("/items/{}", i);
        one.name = std::string(trim(one.name));
        bool const is_of_every_desk = one.id > 0 && one.id < domain::kFirstOwnReason;
        if (one.name.empty() && !is_of_every_desk)
            return invalid("breach_reason.name", "A reason has a name.", field + "/name");
        if (one.id != 0 && !has(known, one.id))
            return invalid("breach_reason.unknown", "The desk has no such reason; leave the key out for a new one.",
                           field + "/key");
        bool const is_new = (one.id == 0 || ids.insert(one.id).second) &&
                            (one.name.empty() || names.insert(to_lower_ascii(one.name)).second);
        if (!is_new) return invalid("breach_reason.twice", "This reason is there already.", field + "/name");
    }
    if (std::ranges::none_of(wanted, &BreachReasonWord::is_offered))
        return invalid("breach_reason.none", "Offer at least one reason.", "/items");
    return {};
}

void number(Reasons const& known, Reasons& wanted) {
    int last = domain::kFirstOwnReason - 1;
    for (auto const& one : known) last = std::max(last, one.id);
    for (auto& one : wanted)
        if (one.id == 0) one.id = ++last;
    for (auto one : known) {
        if (has(wanted, one.id)) continue;
        one.is_offered = false;
        wanted.push_back(std::move(one));
    }
}

}  // namespace

std::int64_t version_of(Reasons const& reasons) {
    std::string content;
    for (auto const& one : reasons)
        content += fmt::format("{}\n{}\n{}\n{}\n", one.id, one.name, one.is_offered, one.wants_remark);
    return content_mark(content);
}

Result<Reasons> list_breach_reasons(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) -> Result<Reasons> {
        TRY(auto const settings, store::read_settings(txn));
        return domain::reasons_of(settings);
    });
}

Result<Reasons> replace_breach_reasons(Desk& desk, access::Principal const& principal, std::int64_t expected_version,
                                       Reasons wanted) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<Reasons> {
        TRY(auto settings, store::read_settings(txn));
        auto const known = domain::reasons_of(settings);
        if (expected_version != 0 && version_of(known) != expected_version)
            return conflict("breach_reason.stale_version",
                            "Somebody has changed the reasons meanwhile; read them again.");
        CHECK_OK(check(known, wanted));
        number(known, wanted);
        if (wanted.size() > kMostReasons)
            return invalid("breach_reason.many",
                           "A desk keeps at most 50 reasons, those that are not offered included.", "/items");
        settings.breach_reasons = wanted;
        CHECK_OK(store::write_settings(txn, settings));
        announce_setup(desk, txn);
        return wanted;
    });
}

}  // namespace lotse::desk
