// SPDX-License-Identifier: Apache-2.0
#include "desk/letters.h"

#include <fmt/format.h>

#include "base/crypto.h"
#include "base/log.h"
#include "base/text.h"
#include "desk/deliver_notices.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

// Longer than the longest send, so that a slow server does not get the same letter from a second worker.
constexpr std::chrono::minutes kLease{5};
constexpr std::string_view kTooLate = "It could not be sent while it was of use.";

std::string seal_context(domain::TenantId tenant, store::LetterId id) {
    return fmt::format("letter|{}|{}|text", tenant.value, id.value);
}

// A line break would end the header.
std::string on_one_line(std::string text) {
    for (auto& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return text;
}

Result<void> give_up(store::WriteTxn& txn, store::Letter const& letter, std::string_view why) {
    log_error("a letter was given up", unavailable("letter.given_up", std::string(why)),
              {{"tenant", txn.tenant().value}, {"letter", letter.id.value}, {"kind", store::name_of(letter.kind)}});
    return store::mark_letter_failed(txn, letter.id, why, std::nullopt);
}

// What is still worth sending of what was claimed, with its text readable.
Result<std::vector<store::Letter>> claim_useful(Desk const& desk, store::WriteTxn& txn, Instant now, int limit) {
    std::vector<store::Letter> out;
    TRY(auto claimed, store::claim_letters(txn, now, now + kLease, limit));
    for (auto& letter : claimed) {
        if (letter.expires_at <= now) {
            CHECK_OK(give_up(txn, letter, kTooLate));
            continue;
        }
        auto text = unseal(desk.master_key.reveal(), letter.text.reveal(), seal_context(txn.tenant(), letter.id));
        if (!text) {
            CHECK_OK(give_up(txn, letter, text.error().message));
            continue;
        }
        letter.text = Secret<std::string>(std::move(*text));
        out.push_back(std::move(letter));
    }
    return out;
}

}  // namespace

Result<void> write_letter(Desk& desk, store::WriteTxn& txn, LetterText const& wanted) {
    TRY(auto const tenant, store::get_tenant(txn));
    store::Letter letter;
    TRY(letter.id, store::next_letter_id(txn));
    letter.kind = wanted.kind;
    letter.created_at = desk.clock.now();
    letter.expires_at = wanted.expires_at;
    letter.from_name = on_one_line(wanted.from_name);
    letter.to_name = on_one_line(wanted.to_name);
    letter.to_address = wanted.to_address;
    letter.language = wanted.language;
    auto const at = tenant.mail_from.rfind('@');
    letter.message_id = fmt::format("letter.{}@{}", base32_lower(random_bytes(15)),
                                    at == std::string::npos ? "lotse.invalid" : tenant.mail_from.substr(at + 1));
    letter.subject = on_one_line(wanted.subject);
    letter.text =
        Secret<std::string>(seal(desk.master_key.reveal(), wanted.text, seal_context(txn.tenant(), letter.id)));
    CHECK_OK(store::add_letter(txn, letter));
    txn.after_commit([&desk, id = txn.tenant()] { desk.signals.letter_stored(id); });
    return {};
}

std::string letter_as_html(std::string_view text) {
    std::string out;
    for (auto const line : split(text, '\n')) {
        auto const plain = trim(line);
        bool const is_link = (plain.starts_with("https://") || plain.starts_with("http://")) &&
                             plain.find_first_of(" \t") == std::string_view::npos;
        auto const escaped = html_escape(plain);
        if (!out.empty()) out += "<br>\n";
        out += is_link ? "<a href=\"" + escaped + "\">" + escaped + "</a>" : escaped;
    }
    return "<div>" + out + "</div>\n";
}

Result<std::vector<DueLetter>> claim_due_letters(Desk& desk, int limit, HasWayOut const& has_way_out) {
    std::vector<DueLetter> out;
    TRY(auto const tenants, store::list_tenants(desk.store));
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        auto const now = desk.clock.now();
        TRY(auto const next, desk.store.read(scope, [](store::ReadTxn& txn) { return store::next_letter_at(txn); }));
        if (!next || *next > now) continue;
        TRY(auto const has_way, has_way_out(tenant.id));
        if (!has_way) continue;
        TRY(auto letters,
            desk.store.write(scope, [&](store::WriteTxn& txn) { return claim_useful(desk, txn, now, limit); }));
        for (auto& letter : letters) {
            auto from_name = letter.from_name.empty() ? tenant.name : letter.from_name;
            out.push_back({tenant.id, std::move(from_name), tenant.mail_from, std::move(letter)});
        }
    }
    return out;
}

Result<void> note_letter_outcome(Desk& desk, DueLetter const& due, Result<void> const& outcome) {
    auto const scope = domain::ScopeMint::for_tenant(due.tenant);
    auto const next = desk.clock.now() + retry_pause(due.letter.tries + 1, 0.5);
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        if (outcome) return store::remove_letter(txn, due.letter.id);
        auto const& why = outcome.error();
        bool const is_last = !answer_for(why.kind).retry || due.letter.tries + 1 >= kNoticeTries;
        if (is_last || next >= due.letter.expires_at) return give_up(txn, due.letter, why.message);
        return store::mark_letter_failed(txn, due.letter.id, why.message, next);
    });
}

}  // namespace lotse::desk
