// SPDX-License-Identifier: Apache-2.0
#include "desk/training_set.h"

#include <algorithm>
#include <deque>
#include <unordered_map>

#include "desk/example_of.h"
#include "desk/reliability.h"
#include "desk/stored_meaning.h"
#include "store/lessons.h"
#include "store/models.h"
#include "triage/hash.h"

namespace lotse::desk {
namespace {

using domain::Status;

constexpr double kThinner = 0.8;
constexpr double kThinnest = 0.01;  // then the guarantees give way, one by one

// One row as it comes from the store; its words become numbers only where it is kept.
struct Raw {
    triage::TrainingExample example;
    Instant at{};
    double place = 0;  // in [0, 1), by its number: below the share it is in the sample
};

double place_of(std::string_view kind, std::int64_t id) {
    return static_cast<double>(triage::hash_of(std::string(kind) + std::to_string(id)) >> 11U) * 0x1p-53;
}

// Which rows are kept. Rows come newest first.
class Sample {
  public:
    explicit Sample(TrainingLimits const& limits) : limits_(limits) {}

    bool wants(Raw const& raw) const {
        auto const& label = raw.example.category.empty() ? raw.example.type : raw.example.category;
        auto const found = of_label_.find(label);
        return wants(kept_.size(), raw.place, found == of_label_.end() ? 0 : found->second);
    }
    void offer(Raw const& raw) {
        ++read_;
        if (!wants(raw)) return;
        ++of_label_[raw.example.category.empty() ? raw.example.type : raw.example.category];
        kept_.push_back({triage::prepare(raw.example), raw.at, raw.place});
        bytes_ += kept_.back().row.bytes();
        while (bytes_ > limits_.bytes && kept_.size() > 1) thin_out();
    }

    TrainingSet take() {
        TrainingSet out;
        out.read = read_;
        out.left_out = read_ - kept_.size();
        out.share = share_;
        out.rows.reserve(kept_.size());
        for (; !kept_.empty(); kept_.pop_back()) {
            out.rows.push_back(std::move(kept_.back().row));
            out.at.push_back(kept_.back().at);
        }
        return out;
    }

  private:
    struct Kept {
        triage::PreparedExample row;
        Instant at{};
        double place = 0;
        std::string const& label() const { return row.category.empty() ? row.type : row.category; }
    };

    bool wants(std::size_t newer, double place, std::int64_t of_label) const {
        return newer < limits_.newest || place < share_ || of_label < limits_.each_label;
    }
    void thin_out() {
        share_ *= kThinner;
        if (share_ < kThinnest) limits_.each_label = limits_.each_label * 4 / 5;
        if (limits_.each_label == 0) limits_.newest = limits_.newest * 4 / 5;
        std::vector<Kept> before;
        before.swap(kept_);
        of_label_.clear();
        bytes_ = 0;
        for (auto& one : before) {
            if (!wants(kept_.size(), one.place, of_label_[one.label()])) continue;
            ++of_label_[one.label()];
            bytes_ += one.row.bytes();
            kept_.push_back(std::move(one));
        }
    }

    TrainingLimits limits_;
    std::vector<Kept> kept_;  // newest first
    std::unordered_map<std::string, std::int64_t> of_label_;
    double share_ = 1;
    std::size_t bytes_ = 0;
    std::size_t read_ = 0;
};

// Tickets of one status, or lessons, newest first, a page at a time.
class Source {
  public:
    virtual ~Source() = default;
    // The next row without taking it; null at the end.
    Result<Raw const*> peek() {
        while (page_.empty() && !is_over_) CHECK_OK(read_page());
        return page_.empty() ? nullptr : &page_.front();
    }
    Raw take() {
        auto out = std::move(page_.front());
        page_.pop_front();
        return out;
    }

  protected:
    virtual Result<void> read_page() = 0;
    std::deque<Raw> page_;
    bool is_over_ = false;
};

struct Reading {
    Desk& desk;
    domain::TenantScope const& scope;
    Reliability const& reliability;
    Sample const& sample;
    int page = 0;
};

bool has_label(triage::TrainingExample const& one) {
    return one.weight > 0 && !(one.category.empty() && one.type.empty());
}

class Tickets : public Source {
  public:
    Tickets(Reading const& reading, Status status) : reading_(reading), status_(status) {}

  private:
    Result<void> read_page() override {
        return reading_.desk.store.read(reading_.scope, [&](store::ReadTxn& txn) -> Result<void> {
            TRY(auto const setup, reading_.desk.setups.get(txn));
            TRY(auto const found, store::list_example_page(txn, status_, {}, place_, reading_.page));
            for (auto const& one : found.items) {
                Raw raw{example_of(one, *setup, reading_.reliability), one.at, place_of("t", one.ticket.value)};
                if (!has_label(raw.example)) continue;
                // What is not kept needs no vector: the sample never wants more than it does now.
                if (reading_.sample.wants(raw)) {
                    TRY(raw.example.input.meaning,
                        stored_meaning(txn, one.ticket, reading_.desk.meanings.status().version));
                }
                page_.push_back(std::move(raw));
            }
            is_over_ = !found.next;
            if (found.next) place_ = *found.next;
            return {};
        });
    }
    Reading const& reading_;
    Status status_;
    store::ExamplePlace place_{instant(INT64_MAX), {}};
};

class Lessons : public Source {
  public:
    explicit Lessons(Reading const& reading) : reading_(reading) {}

  private:
    Result<void> read_page() override {
        return reading_.desk.store.read(reading_.scope, [&](store::ReadTxn& txn) -> Result<void> {
            TRY(auto const found, store::list_lessons(txn, before_, reading_.page));
            for (auto const& one : found) {
                auto example = example_of(one, reading_.reliability);
                if (has_label(example)) page_.push_back({std::move(example), one.at, place_of("l", one.id.value)});
                before_ = one.id;
            }
            is_over_ = found.size() < static_cast<std::size_t>(reading_.page);
            return {};
        });
    }
    Reading const& reading_;
    domain::LessonId before_;
};

Error stopped() {
    return {Kind::unavailable, "train.stopped", "The fit was stopped, since the program ends; it begins anew later.",
            "", ""};
}

}  // namespace

Result<TrainingSet> read_training_set(Desk& desk, domain::TenantScope const& scope, TrainingLimits const& limits,
                                      triage::Progress const& progress, std::stop_token const& stop) {
    Reliability reliability;
    std::int64_t all = 0;
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(reliability, Reliability::read(txn, desk.clock.now()));
        TRY(all, store::count_done_tickets(txn, {}, instant(INT64_MAX)));
        return {};
    }));
    Sample sample(limits);
    Reading const reading{desk, scope, reliability, sample, limits.page};
    Tickets solved(reading, Status::solved);
    Tickets closed(reading, Status::closed);
    Lessons lessons(reading);
    for (std::int64_t done = 0;; ++done) {
        if (done % limits.page == 0) {
            if (stop.stop_requested()) return stopped();
            if (progress)
                progress(
                    std::min(1.0, static_cast<double>(done) / static_cast<double>(std::max<std::int64_t>(all, 1))));
        }
        Source* newest = nullptr;
        Instant at{};
        for (Source* one :
             {static_cast<Source*>(&solved), static_cast<Source*>(&closed), static_cast<Source*>(&lessons)}) {
            TRY(auto const* next, one->peek());
            if (next != nullptr && (newest == nullptr || next->at > at)) newest = one, at = next->at;
        }
        if (newest == nullptr) break;
        sample.offer(newest->take());
    }
    return sample.take();
}

}  // namespace lotse::desk
