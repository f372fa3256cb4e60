// SPDX-License-Identifier: Apache-2.0
#include "desk/macros.h"

#include "base/text.h"
#include "desk/answers.h"
#include "desk/bulk_jobs.h"
#include "desk/placeholders.h"
#include "desk/update_ticket.h"
#include "store/wording.h"

namespace lotse::desk {
namespace {

// What is at fault stands below this part of the macro.
Result<void> within(Result<void> const& done, std::string const& part) {
    if (done) return {};
    auto error = done.error();
    if (error.field.starts_with('/') && !error.field.starts_with(part)) error.field = part + error.field;
    return error;
}

Result<void> check_changes(store::ReadTxn& txn, Setup const& setup, JsonObject const& changes) {
    auto const patch = patch_from(setup, changes);
    if (!patch) return within(patch.error(), "/changes");
    return within(check_patch(txn, setup, *patch), "/changes");
}

Result<void> check_reply(store::ReadTxn& txn, JsonObject const& document) {
    auto const& reply = object_at(document, "reply");
    auto const answer = int_at(reply, "answer");
    if (text_at(object_at(document, "changes"), "status") == "closed")
        return invalid("macro.closed_reply", "Nobody is answered in a ticket that is closed; solve it instead.",
                       "/changes/status");
    if (answer == 0) return within(check_texts(texts_of(reply)), "/reply");
    if (reply.contains("texts"))
        return invalid("macro.two_words", "Write the answer here, or take a canned one.", "/reply/texts");
    return at_field(store::get_answer(txn, domain::AnswerId{answer}), "/reply/answer");
}

Result<void> check_document(store::ReadTxn& txn, Setup const& setup, JsonObject const& document) {
    if (document.empty())
        return invalid("macro.empty", "A macro changes something, answers or writes a note.", "/changes");
    CHECK_OK(check_changes(txn, setup, object_at(document, "changes")));
    if (document.contains("reply")) CHECK_OK(check_reply(txn, document));
    if (!document.contains("note")) return {};
    auto const text = text_at(object_at(document, "note"), "text");
    if (trim(text).empty()) return invalid("text.empty", "There is no text.", "/note/text");
    return check_placeholders(text, "/note/text");
}

void put_part(JsonObject& document, char const* name, std::optional<JsonObject> const& part) {
    if (!part) return;
    if (part->empty()) document.erase(name);
    else document[name] = *part;
}

Result<void> apply(store::ReadTxn& txn, Setup const& setup, MacroFields const& fields, domain::Macro& macro) {
    if (fields.name) {
        TRY(macro.name, check_name(*fields.name));
    }
    if (fields.queues) {
        CHECK_OK(check_queues(txn, *fields.queues));
        macro.queues = *fields.queues;
    }
    put_part(macro.document, "changes", fields.changes);
    put_part(macro.document, "reply", fields.reply);
    put_part(macro.document, "note", fields.note);
    if (fields.takes) {
        macro.document.erase("takes");
        if (*fields.takes) macro.document["takes"] = true;
    }
    return check_document(txn, setup, macro.document);
}

}  // namespace

domain::Texts texts_of(JsonObject const& part) {
    domain::Texts out;
    for (auto const& [language, words] : object_at(part, "texts"))
        if (words.is_string()) out.emplace(std::string(language), std::string(words.get_string()));
    return out;
}

Result<std::vector<domain::Macro>> list_macros(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_macros(txn); });
}

Result<domain::Macro> get_macro(Desk& desk, domain::TenantScope const& scope, domain::MacroId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_macro(txn, id); });
}

Result<Made<domain::Macro>> make_macro(Desk& desk, access::Principal const& principal, MacroFields const& fields,
                                       CallKey const& key) {
    return make_once<domain::Macro>(desk, principal, key, store::get_macro,
                                    [&](store::WriteTxn& txn) -> Result<domain::Macro> {
                                        TRY(auto const setup, desk.setups.get(txn));
                                        domain::Macro macro;
                                        TRY(macro.name, check_name(fields.name.value_or("")));
                                        CHECK_OK(apply(txn, *setup, fields, macro));
                                        return store::add_macro(txn, std::move(macro));
                                    });
}

Result<domain::Macro> change_macro(Desk& desk, access::Principal const& principal, domain::MacroId id,
                                   std::int64_t expected_version, MacroFields const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Macro> {
        TRY(auto const setup, desk.setups.get(txn));
        TRY(auto macro, store::get_macro(txn, id));
        if (expected_version != 0) macro.version = expected_version;
        CHECK_OK(apply(txn, *setup, fields, macro));
        return store::update_macro(txn, std::move(macro));
    });
}

Result<void> remove_macro(Desk& desk, access::Principal const& principal, domain::MacroId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) { return store::remove_macro(txn, id); });
}

}  // namespace lotse::desk
