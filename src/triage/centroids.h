// SPDX-License-Identifier: Apache-2.0
// Classes judged by what their examples have in common: the sum of their vectors, compared by cosine. For those that are too
// rare, or of which there are too many, to have weights. A value; asking is thread-safe while nobody adds. Internal to the
// linear model.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "triage/features.h"

namespace lotse::triage {

struct Centroid {
    std::uint32_t label = 0;
    Features sum = {};  // of the unit vectors of its examples; not empty, values positive
};

class Centroids {
  public:
    std::size_t size() const { return all_.size(); }
    bool is_empty() const { return all_.empty(); }
    std::vector<Centroid> const& all() const { return all_; }
    Features const* find(std::uint32_t label) const;  // null: none

    void put(Centroid centroid);  // the label has none yet
    void add(std::uint32_t label, Features const& features);
    Features take(std::uint32_t label);  // and forgets it; the label has one
    void rename(std::uint32_t from, std::uint32_t to);  // `to` has none

    // Keeps the strongest coordinates of each where all together are more than a few million, and makes an index by
    // coordinate, so that ten thousand classes are asked in less than a millisecond. Those added to since are asked one by
    // one. Also forgets, in each, what is weak beside the rest.
    void tidy();

    // Cosine of the vector with each, in the order of all(). The vector's length is 1 or it is empty.
    std::vector<double> likeness(Features const& features) const;

  private:
    struct Posting {
        std::uint32_t position = 0;  // in all_
        float value = 0;
    };
    std::optional<std::size_t> position_of(std::uint32_t label) const;
    void touch(std::size_t position);

    std::vector<Centroid> all_;
    std::vector<double> length_;  // of each sum
    std::vector<std::uint32_t> from_;  // by feature index: where its postings begin; empty without an index
    std::vector<Posting> postings_;
    std::vector<std::uint32_t> touched_;  // positions that the index does not know as they are
};

}  // namespace lotse::triage
