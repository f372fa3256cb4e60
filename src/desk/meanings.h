// SPDX-License-Identifier: Apache-2.0
// The language model as it serves now, and the vectors that are searched: there or not, changed while the desk runs. Whoever
// asks goes on without where there is none.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/mutex.h"
#include "desk/vector_index.h"
#include "domain/ids.h"
#include "encoder/text_encoder.h"
#include "triage/model.h"

namespace lotse::desk {

enum class MeaningState { absent, damaged, on };
std::string_view name_of(MeaningState state);

// Thread-safe.
class Meanings {
  public:
    struct Status {
        MeaningState state = MeaningState::absent;
        std::string version;  // of the model; "" while there is none
        std::string says;  // why it is damaged; else ""
    };
    Status status() const;
    encoder::SharedEncoder encoder() const;  // null: there is none

    // From now on; indexes of another model go.
    void turn_on(encoder::SharedEncoder encoder);
    // `why`: "" it is not installed; else it is, and cannot be used.
    void turn_off(std::string why);

    // The meaning of a text; empty where there is no model. 2 to 200 ms of the caller's thread, unless the same text was asked
    // for a moment ago: the last 256 are kept, so that settle and the job that stores vectors encode a new message once.
    Result<triage::Meaning> of(std::string_view text);

    // Null until the follower has made one (desk/follow_vectors.h).
    std::shared_ptr<VectorIndex> index(domain::TenantId tenant) const;
    void put_index(domain::TenantId tenant, std::shared_ptr<VectorIndex> index);

  private:
    struct Current {
        encoder::SharedEncoder encoder;
        Status status;
        std::unordered_map<std::int64_t, std::shared_ptr<VectorIndex>> indexes;
    };
    struct Recent {
        std::unordered_map<std::string, triage::Meaning> meanings;  // by a hash of model and text
        std::deque<std::string> order;
    };
    Mutex<Current> current_;
    Mutex<Recent> recent_;
};

// What of a message is read for its meaning.
std::string meaning_text(std::string_view subject, std::string_view text);

}  // namespace lotse::desk
