// SPDX-License-Identifier: Apache-2.0
#include "desk/vector_index.h"

#include <algorithm>
#include <array>

namespace lotse::desk {
namespace {

constexpr std::size_t kSlots = 1024;  // of a block: 0.4 MB to copy for a change

// Cosines of texts that have nothing to do with each other, in multilingual-e5 (docs/decisions/0017-vectors-of-tickets.md).
constexpr double kUsualOfALanguage = 0.85;
constexpr double kUsualAcross = 0.8;
constexpr double kUsualWeight = 50;

bool is_closer(VectorMatch const& a, VectorMatch const& b) {
    return a.closeness != b.closeness ? a.closeness > b.closeness : a.ticket.value > b.ticket.value;
}

// Two letters; 0 unknown. Not worth a table: a desk has a handful.
std::uint16_t code_of(std::string_view language) {
    if (language.size() != 2) return 0;
    return static_cast<std::uint16_t>(static_cast<unsigned char>(language[0]) << 8U |
                                      static_cast<unsigned char>(language[1]));
}
std::string name_of(std::uint16_t code) {
    if (code == 0) return {};
    return {static_cast<char>(code >> 8U), static_cast<char>(code & 0xFFU)};
}

struct OfLanguage {
    std::uint16_t code = 0;
    double sum = 0;
    std::size_t count = 0;
    double usual = 0;
};
// Tickets of a language mostly stand together, so the last one asked for is tried first.
class Languages {
  public:
    OfLanguage& of(std::uint16_t code) {
        if (last_ < all_.size() && all_[last_].code == code) return all_[last_];
        for (last_ = 0; last_ < all_.size(); ++last_)
            if (all_[last_].code == code) return all_[last_];
        all_.push_back({code});
        return all_.back();
    }
    std::vector<OfLanguage>& all() { return all_; }

  private:
    std::vector<OfLanguage> all_;
    std::size_t last_ = 0;
};

// Keeps the closest `count`.
class Best {
  public:
    Best(std::vector<VectorMatch>& heap, std::size_t count) : heap_(heap), count_(count) {}
    void offer(std::int64_t ticket, double close) {
        if (heap_.size() == count_) {
            if (close <= heap_.front().closeness) return;
            std::ranges::pop_heap(heap_, is_closer);
            heap_.pop_back();
        }
        heap_.push_back({domain::TicketId{ticket}, close});
        std::ranges::push_heap(heap_, is_closer);
    }

  private:
    std::vector<VectorMatch>& heap_;  // the least close in front
    std::size_t count_;
};

}  // namespace

struct VectorIndex::Block {
    std::array<std::int64_t, kSlots> tickets{};  // 0: free
    std::array<float, kSlots> scales{};
    std::array<std::uint16_t, kSlots> languages{};
    std::vector<std::int8_t> steps;
};

// The changes of one call: each block that is touched is copied once.
class VectorIndex::Writing {
  public:
    Writing(State& state, std::size_t dimensions) : state_(state), dimensions_(dimensions) {}

    void put(std::int64_t ticket, encoder::CompactVector const& vector, std::string_view language) {
        auto const found = state_.places.find(ticket);
        auto const place = found != state_.places.end() ? found->second : new_place();
        auto& block = opened(place.block);
        block.tickets[place.slot] = ticket;
        block.scales[place.slot] = vector.scale;
        block.languages[place.slot] = code_of(language);
        std::ranges::copy(vector.steps, block.steps.begin() + static_cast<std::ptrdiff_t>(place.slot * dimensions_));
        state_.places[ticket] = place;
    }
    void remove(std::int64_t ticket) {
        auto const found = state_.places.find(ticket);
        if (found == state_.places.end()) return;
        opened(found->second.block).tickets[found->second.slot] = 0;
        state_.free.push_back(found->second);
        state_.places.erase(found);
    }
    // A hundredth more than need be, so that it is not done for each new ticket.
    void keep_newest(std::size_t most) {
        if (state_.places.size() <= most) return;
        std::vector<std::int64_t> tickets;
        tickets.reserve(state_.places.size());
        for (auto const& [ticket, place] : state_.places) tickets.push_back(ticket);
        auto const leaving = static_cast<std::ptrdiff_t>(tickets.size() - most + most / 100);
        std::ranges::nth_element(tickets, tickets.begin() + leaving);
        for (auto it = tickets.begin(); it != tickets.begin() + leaving; ++it) remove(*it);
    }

  private:
    Place new_place() {
        if (state_.free.empty()) {
            auto block = std::make_shared<Block>();
            block->steps.resize(kSlots * dimensions_);
            state_.blocks.push_back(std::move(block));
            for (std::size_t slot = kSlots; slot-- > 0;) state_.free.push_back({state_.blocks.size() - 1, slot});
        }
        auto const place = state_.free.back();
        state_.free.pop_back();
        return place;
    }
    Block& opened(std::size_t at) {
        auto& copy = copies_[at];
        if (!copy) state_.blocks[at] = copy = std::make_shared<Block>(*state_.blocks[at]);
        return *copy;
    }

    State& state_;
    std::size_t dimensions_;
    std::unordered_map<std::size_t, std::shared_ptr<Block>> copies_;
};

VectorIndex::VectorIndex(std::size_t dimensions, std::size_t most) : dimensions_(dimensions), most_(most) {}

void VectorIndex::apply(std::span<Change const> changes) {
    state_.with([&](State& state) {
        Writing writing(state, dimensions_);
        for (auto const& change : changes) {
            bool const fits = change.vector && change.vector->steps.size() == dimensions_;
            if (fits) writing.put(change.ticket.value, *change.vector, change.language);
            else writing.remove(change.ticket.value);
        }
        writing.keep_newest(most_);
    });
}

std::size_t VectorIndex::size() const {
    return state_.with([](State const& state) { return state.places.size(); });
}

NearestVectors VectorIndex::nearest(Question const& question, std::size_t count) const {
    NearestVectors out;
    auto const& query = question.vector;
    if (query.steps.size() != dimensions_ || count == 0) return out;
    auto const blocks = state_.with([](State const& state) { return state.blocks; });
    std::vector<float> cosines(blocks.size() * kSlots);
    std::array<std::int32_t, kSlots> dots{};
    Languages languages;
    auto* cosine = cosines.data();
    for (auto const& block : blocks) {
        encoder::dot_rows(block->steps.data(), query.steps, dots);
        for (std::size_t slot = 0; slot < kSlots; ++slot, ++cosine) {
            if (block->tickets[slot] == 0 || block->tickets[slot] == question.except.value) continue;
            *cosine = static_cast<float>(dots[slot]) * block->scales[slot] * query.scale;
            auto& of = languages.of(block->languages[slot]);
            of.sum += static_cast<double>(*cosine);
            ++of.count;
        }
    }
    for (auto& of : languages.all()) {
        of.usual = usual_likeness(of.sum, of.count, of.code == code_of(question.language));
        out.usual[name_of(of.code)] = of.usual;
        out.looked_at += of.count;
    }
    Best best(out.items, count);
    cosine = cosines.data();
    for (auto const& block : blocks)
        for (std::size_t slot = 0; slot < kSlots; ++slot, ++cosine) {
            auto const ticket = block->tickets[slot];
            if (ticket == 0 || ticket == question.except.value) continue;
            best.offer(ticket, closeness(static_cast<double>(*cosine), languages.of(block->languages[slot]).usual));
        }
    std::ranges::sort_heap(out.items, is_closer);
    return out;
}

std::vector<std::optional<double>> VectorIndex::closeness_of(Question const& question, NearestVectors const& among,
                                                             std::span<domain::TicketId const> tickets) const {
    std::vector<std::optional<double>> out(tickets.size());
    auto const& query = question.vector;
    if (query.steps.size() != dimensions_) return out;
    state_.with([&](State const& state) {
        for (std::size_t i = 0; i < tickets.size(); ++i) {
            auto const found = state.places.find(tickets[i].value);
            if (found == state.places.end()) continue;
            auto const& block = *state.blocks[found->second.block];
            auto const slot = found->second.slot;
            auto const usual = among.usual.find(name_of(block.languages[slot]));
            if (usual == among.usual.end()) continue;  // came after the look
            std::int32_t dot = 0;
            encoder::dot_rows(block.steps.data() + slot * dimensions_, query.steps, {&dot, 1});
            out[i] = closeness(static_cast<double>(static_cast<float>(dot) * block.scales[slot] * query.scale),
                               usual->second);
        }
    });
    return out;
}

double closeness(double cosine, double usual) { return std::clamp((cosine - usual) / (1 - usual), 0.0, 1.0); }

double usual_likeness(double sum, std::size_t count, bool is_same_language) {
    double const prior = is_same_language ? kUsualOfALanguage : kUsualAcross;
    return std::min(0.99, (kUsualWeight * prior + sum) / (kUsualWeight + static_cast<double>(count)));
}

}  // namespace lotse::desk
