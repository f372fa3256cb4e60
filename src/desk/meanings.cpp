// SPDX-License-Identifier: Apache-2.0
#include "desk/meanings.h"

#include "base/crypto.h"
#include "base/text.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kRecent = 256;
// The encoder reads 256 tokens; no language of ours has tokens of more than 16 bytes on average.
constexpr std::size_t kMostRead = 4096;

}  // namespace

std::string_view name_of(MeaningState state) {
    return state == MeaningState::on ? "on" : state == MeaningState::damaged ? "damaged" : "absent";
}

std::string meaning_text(std::string_view subject, std::string_view text) {
    std::string out(trim(cut_utf8(subject, kMostRead)));
    if (!out.empty()) out += '\n';
    out += trim(cut_utf8(text, kMostRead));
    return std::string(trim(cut_utf8(out, kMostRead)));
}

Meanings::Status Meanings::status() const {
    return current_.with([](Current const& current) { return current.status; });
}

encoder::SharedEncoder Meanings::encoder() const {
    return current_.with([](Current const& current) { return current.encoder; });
}

void Meanings::turn_on(encoder::SharedEncoder encoder) {
    current_.with([&](Current& current) {
        if (current.status.version != encoder->version()) current.indexes.clear();
        current.status = {MeaningState::on, encoder->version(), ""};
        current.encoder = std::move(encoder);
    });
}

void Meanings::turn_off(std::string why) {
    current_.with([&](Current& current) {
        current.status = {why.empty() ? MeaningState::absent : MeaningState::damaged, "", std::move(why)};
        current.encoder.reset();
        current.indexes.clear();
    });
}

Result<triage::Meaning> Meanings::of(std::string_view text) {
    auto const using_now = encoder();
    if (!using_now || trim(text).empty()) return triage::Meaning{};
    auto const key = sha256(using_now->version() + "\n" + std::string(text));
    triage::Meaning out = recent_.with([&](Recent& recent) {
        auto const found = recent.meanings.find(key);
        return found == recent.meanings.end() ? triage::Meaning{} : found->second;
    });
    if (!out.vector.empty()) return out;
    TRY(out.vector, using_now->encode_one(text, encoder::Role::query));
    out.encoder = using_now->version();
    recent_.with([&](Recent& recent) {
        if (!recent.meanings.emplace(key, out).second) return;
        recent.order.push_back(key);
        if (recent.order.size() <= kRecent) return;
        recent.meanings.erase(recent.order.front());
        recent.order.pop_front();
    });
    return out;
}

std::shared_ptr<VectorIndex> Meanings::index(domain::TenantId tenant) const {
    return current_.with([&](Current const& current) -> std::shared_ptr<VectorIndex> {
        auto const found = current.indexes.find(tenant.value);
        return found == current.indexes.end() ? nullptr : found->second;
    });
}

void Meanings::put_index(domain::TenantId tenant, std::shared_ptr<VectorIndex> index) {
    current_.with([&](Current& current) {
        if (index && current.encoder) current.indexes[tenant.value] = std::move(index);
        else current.indexes.erase(tenant.value);
    });
}

}  // namespace lotse::desk
