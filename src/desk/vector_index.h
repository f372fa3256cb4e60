// SPDX-License-Identifier: Apache-2.0
// The vectors of one desk's solved tickets in memory, searched by looking at all of them: nothing is approximate, a change
// is a few bytes, and nothing is kept on disk. 430 bytes a ticket.
//
// What is searched for is closeness, not the cosine: two texts of one language are alike by that alone, in multilingual-e5 to
// .85 where a text in another language reaches .8, so a ticket must stand out among those of its own language.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/mutex.h"
#include "domain/ids.h"
#include "encoder/compact_vector.h"

namespace lotse::desk {

// Of the newest solved tickets so many are kept, 108 MB; older ones are found by their words alone.
constexpr std::size_t kMostVectors = 250'000;

// 1 the same text, 0 as any ticket of that language: (cosine - usual) / (1 - usual), in [0, 1].
double closeness(double cosine, double usual);
// The mean cosine of a question with the tickets of one language. A few of them say little, so 50 usual ones stand beside.
double usual_likeness(double sum, std::size_t count, bool is_same_language);

struct VectorMatch {
    domain::TicketId ticket;
    double closeness = 0;
};
struct NearestVectors {
    std::vector<VectorMatch> items;  // the closest first
    std::map<std::string, double> usual;  // by language
    std::size_t looked_at = 0;
};

// Thread-safe. Who searches holds no lock while looking, and sees the tickets of one moment.
class VectorIndex {
  public:
    explicit VectorIndex(std::size_t dimensions, std::size_t most = kMostVectors);

    struct Change {
        domain::TicketId ticket;
        std::optional<encoder::CompactVector> vector;  // none: the ticket leaves
        std::string language = {};  // ISO 639-1; "" unknown
    };
    // Vectors of another length are left out. Beyond `most` the tickets with the lowest numbers leave.
    void apply(std::span<Change const> changes);
    std::size_t size() const;

    struct Question {
        encoder::CompactVector vector;
        std::string language;
        domain::TicketId except;  // whose it is
    };
    // Looks at every vector: some 3 ms for 100,000 (./dev bench --only similar). Empty if the length does not fit.
    NearestVectors nearest(Question const& question, std::size_t count) const;
    // How close these are; `among`: what nearest() gave. Nothing for a ticket that is not here.
    std::vector<std::optional<double>> closeness_of(Question const& question, NearestVectors const& among,
                                                    std::span<domain::TicketId const> tickets) const;

  private:
    struct Block;
    struct Place {
        std::size_t block = 0;
        std::size_t slot = 0;
    };
    // A block that a search may hold is never written: a change replaces it by a copy.
    struct State {
        std::vector<std::shared_ptr<Block const>> blocks;
        std::unordered_map<std::int64_t, Place> places;
        std::vector<Place> free;
    };
    class Writing;

    std::size_t dimensions_;
    std::size_t most_;
    Mutex<State> state_;
};

}  // namespace lotse::desk
