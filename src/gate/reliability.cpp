// SPDX-License-Identifier: Apache-2.0
#include "gate/reliability.h"

namespace lotse::gate {
namespace {

constexpr std::int64_t kFew = 5;
constexpr double kSure = 0.99;  // somebody looks every day, so one look must not err often

RateInterval shown(std::int64_t hits, std::int64_t rows) {
    return wilson(static_cast<std::size_t>(hits), static_cast<std::size_t>(rows));
}

struct Hits {
    std::int64_t hits = 0;
    std::int64_t rows = 0;
    RateInterval interval() const {
        return clopper_pearson(static_cast<std::size_t>(hits), static_cast<std::size_t>(rows), kSure);
    }
};

bool is_below(Hits const& one, Hits const& others) {
    return one.rows >= kFew && others.rows >= kFew && one.interval().high < others.interval().low;
}

}  // namespace

std::map<std::int64_t, Person> judge(std::span<Pair const> pairs, std::span<Compared const> compared) {
    std::map<std::int64_t, Person> out;
    std::int64_t all = 0;
    std::int64_t agreeing = 0;
    for (auto const& pair : pairs) {
        ++all;
        agreeing += pair.agrees ? 1 : 0;
        for (auto const person : {pair.first, pair.second}) {
            ++out[person].pairs;
            out[person].agreeing += pair.agrees ? 1 : 0;
        }
    }
    std::int64_t blind = 0;
    std::int64_t as_machine = 0;
    for (auto const& one : compared) {
        ++blind;
        as_machine += one.as_machine ? 1 : 0;
        ++out[one.person].blind;
        out[one.person].as_machine += one.as_machine ? 1 : 0;
    }
    for (auto& [id, person] : out) {
        person.interval = shown(person.agreeing, person.pairs);
        person.others = all - person.pairs;
        person.of_others = shown(agreeing - person.agreeing, person.others);
        person.is_contradicted = is_below({person.agreeing, person.pairs}, {agreeing - person.agreeing, person.others});
        person.is_in_doubt =
            is_below({person.as_machine, person.blind}, {as_machine - person.as_machine, blind - person.blind});
    }
    return out;
}

}  // namespace lotse::gate
