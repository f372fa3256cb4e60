// SPDX-License-Identifier: Apache-2.0
#include "desk/model_pin.h"

#include "base/json.h"
#include "store/models.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr std::string_view kNote = "model_pin";

}  // namespace

Result<std::optional<ModelPin>> read_model_pin(store::ReadTxn& txn) {
    TRY(auto const note, store::read_note(txn, kNote));
    if (note.empty()) return std::optional<ModelPin>();
    TRY(auto const stored, parse_json(note));
    if (!stored.is_object()) return std::optional<ModelPin>();
    auto const& object = stored.get_object();
    ModelPin out{std::string(text_at(object, "version")), domain::AgentId{int_at(object, "by")},
                 instant(int_at(object, "at"))};
    TRY(auto const serving, store::serving_version(txn));
    if (out.version != serving) return std::optional<ModelPin>();
    return std::optional(std::move(out));
}

Result<void> pin_model(store::WriteTxn& txn, ModelPin const& pin) {
    return store::write_note(
        txn, kNote, to_string(JsonObject{{"version", pin.version}, {"by", pin.by.value}, {"at", micros(pin.at)}}));
}

Result<void> lift_model_pin(store::WriteTxn& txn) { return store::write_note(txn, kNote, ""); }

}  // namespace lotse::desk
