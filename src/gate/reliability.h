// SPDX-License-Identifier: Apache-2.0
// Whose decisions the others contradict. Judged by people alone: a machine that could silence whoever disagrees with it
// would prove itself right. Its own disagreement only decides whose decisions are looked at a second time more often. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <span>

#include "base/rate_interval.h"

namespace lotse::gate {

// Two people decided the same, who did not see each other's choice.
struct Pair {
    std::int64_t first = 0;  // person
    std::int64_t second = 0;
    bool agrees = false;
};

struct Person {
    static constexpr double kShare = 0.03;  // of the blind decisions is offered to a second person
    static constexpr double kShareInDoubt = 0.30;

    std::int64_t pairs = 0;
    std::int64_t agreeing = 0;
    RateInterval interval;  // Wilson, 95 %
    std::int64_t others = 0;  // pairs without this person
    RateInterval of_others;
    // The upper end of this person's agreement lies below the lower end of that among the others (Clopper-Pearson, 99 %).
    bool is_contradicted = false;

    std::int64_t blind = 0;  // decisions that the machine's choice can be compared with
    std::int64_t as_machine = 0;
    // The machine agrees with this person less than with the others, beyond chance (intervals apart, as above).
    bool is_in_doubt = false;

    double second_share() const { return is_contradicted || is_in_doubt ? kShareInDoubt : kShare; }
};

// A blind decision of one person, beside what the machine had chosen.
struct Compared {
    std::int64_t person = 0;
    bool as_machine = false;
};

// By person. Nobody is contradicted by fewer than 5 pairs, nor where there are fewer than 5 without this person: of two
// people who disagree nobody can say which one is wrong.
std::map<std::int64_t, Person> judge(std::span<Pair const> pairs, std::span<Compared const> compared);

}  // namespace lotse::gate
