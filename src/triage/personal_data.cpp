// SPDX-License-Identifier: Apache-2.0
#include "triage/personal_data.h"

#include <algorithm>
#include <tuple>

#include "triage/personal_scan.h"

namespace lotse::triage {
namespace {

// What explains more wins: a private key holds anything, an address holds a name, an IBAN holds digits that look like a
// telephone number.
int rank(PersonalKind kind) {
    switch (kind) {
        case PersonalKind::credential: return 0;
        case PersonalKind::iban: return 1;
        case PersonalKind::email: return 2;
        case PersonalKind::regon: return 3;  // only where it is named
        case PersonalKind::card: return 4;
        case PersonalKind::steuer_id:
        case PersonalKind::pesel:
        case PersonalKind::nip: return 5;
        case PersonalKind::ip: return 6;
        case PersonalKind::phone: return 7;
        case PersonalKind::name: return 8;
    }
    return 9;
}

// Better ones first take their place; a later one that touches a taken place is dropped. Names of one kind of reason may
// overlap: the longer stands.
PersonalSpans without_overlap(PersonalSpans found) {
    std::ranges::sort(found, {}, [](PersonalSpan const& one) {
        return std::tuple(rank(one.kind), one.begin, -static_cast<std::ptrdiff_t>(one.end), -one.confidence);
    });
    PersonalSpans out;
    PersonalSpans merged;
    for (auto first = found.begin(); first != found.end();) {
        auto const kind_rank = rank(first->kind);
        auto last = std::find_if(first, found.end(), [&](auto const& one) { return rank(one.kind) != kind_rank; });
        merged.clear();
        auto taken = out.begin();
        std::size_t border = 0;
        for (auto one = first; one != last; ++one) {
            while (taken != out.end() && taken->end <= one->begin) ++taken;
            bool const is_free = one->begin >= border && (taken == out.end() || taken->begin >= one->end);
            if (!is_free) continue;
            merged.push_back(*one);
            border = one->end;
        }
        out.insert(out.end(), merged.begin(), merged.end());
        std::ranges::sort(out, {}, &PersonalSpan::begin);
        first = last;
    }
    return out;
}

}  // namespace

std::vector<PersonalSpan> find_personal_data(std::string_view text, std::string_view sender) {
    auto const read = read_personal_text(text);
    PersonalSpans found;
    find_credentials(read, found);
    find_ibans(read, found);
    find_addresses(read, found);
    find_register_numbers(read, found);
    find_phones(read, found);
    find_names(read, sender, found);
    auto out = without_overlap(std::move(found));
    if (out.size() > kMostPersonalSpans) out.resize(kMostPersonalSpans);
    return out;
}

}  // namespace lotse::triage
