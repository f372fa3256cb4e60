// SPDX-License-Identifier: Apache-2.0
// What the demo desk's customers say of a solved ticket, if anything: those who waited long say worse things.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/demo/random.h"
#include "base/result.h"

namespace lotse::app {

struct Verdict {
    int score = 0;        // 1 to 5, see desk/surveys.h
    std::string comment;  // "" if they only pressed a number
};

// Draws from numbers of its own, so that the rest of the story does not depend on who answers.
class Verdicts {
  public:
    // Error: invalid, for a text that is none.
    static Result<Verdicts> read(std::uint64_t seed);

    // `has_waited`: the first reply took longer than a working day. Nothing: this customer did not answer, as most.
    std::optional<Verdict> draw(std::string_view language, bool has_waited);

  private:
    struct Said {
        std::string language;
        Verdict verdict;
    };
    explicit Verdicts(std::uint64_t seed) : random_(seed) {}

    Random random_;
    std::vector<Said> texts_;
};

}  // namespace lotse::app
