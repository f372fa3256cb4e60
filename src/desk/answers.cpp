// SPDX-License-Identifier: Apache-2.0
#include "desk/answers.h"

#include <fmt/format.h>

#include "base/text.h"
#include "desk/placeholders.h"
#include "store/agents.h"
#include "store/customers.h"
#include "store/setup.h"
#include "store/tickets.h"
#include "store/wording.h"

namespace lotse::desk {
namespace {

Result<void> apply(store::ReadTxn& txn, AnswerFields const& fields, domain::Answer& answer) {
    if (fields.name) {
        TRY(answer.name, check_name(*fields.name));
    }
    if (fields.shortcut) answer.shortcut = to_valid_utf8(trim(*fields.shortcut));
    if (answer.shortcut.find(' ') != std::string::npos)
        return invalid("answer.shortcut", "A shortcut is one word.", "/shortcut");
    if (fields.queues) {
        CHECK_OK(check_queues(txn, *fields.queues));
        answer.queues = *fields.queues;
    }
    if (fields.texts) {
        CHECK_OK(check_texts(*fields.texts));
        answer.texts = *fields.texts;
    }
    return {};
}

FilledText filled(domain::Texts const& texts, Setup const& setup, domain::Ticket const& ticket,
                  domain::Customer const& customer, domain::AgentId agent) {
    auto const* found = text_for(texts, setup, ticket.language.empty() ? customer.language : ticket.language);
    if (found == nullptr) return {};
    auto const values = placeholder_values(setup, ticket, customer, setup.find_agent(agent));
    return {fill_placeholders(found->second, values), found->first};
}

}  // namespace

Result<void> check_queues(store::ReadTxn& txn, std::vector<domain::QueueId> const& queues) {
    for (std::size_t i = 0; i < queues.size(); ++i)
        CHECK_OK(at_field(store::get_queue(txn, queues[i]), fmt::format("/queues/{}", i).c_str()));
    return {};
}

Result<std::vector<domain::Answer>> list_answers(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_answers(txn); });
}

Result<domain::Answer> get_answer(Desk& desk, domain::TenantScope const& scope, domain::AnswerId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_answer(txn, id); });
}

Result<Made<domain::Answer>> make_answer(Desk& desk, access::Principal const& principal, AnswerFields const& fields,
                                         CallKey const& key) {
    return make_once<domain::Answer>(desk, principal, key, store::get_answer,
                                     [&](store::WriteTxn& txn) -> Result<domain::Answer> {
                                         domain::Answer answer;
                                         CHECK_OK(apply(txn, fields, answer));
                                         TRY(answer.name, check_name(answer.name));
                                         CHECK_OK(check_texts(answer.texts));
                                         return store::add_answer(txn, std::move(answer));
                                     });
}

Result<domain::Answer> change_answer(Desk& desk, access::Principal const& principal, domain::AnswerId id,
                                     std::int64_t expected_version, AnswerFields const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Answer> {
        TRY(auto answer, store::get_answer(txn, id));
        if (expected_version != 0) answer.version = expected_version;
        CHECK_OK(apply(txn, fields, answer));
        return store::update_answer(txn, std::move(answer));
    });
}

Result<void> remove_answer(Desk& desk, access::Principal const& principal, domain::AnswerId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) { return store::remove_answer(txn, id); });
}

Result<FilledText> answer_text(Desk& desk, access::Principal const& principal, domain::AnswerId id,
                               domain::TicketId ticket_id) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<FilledText> {
        TRY(auto setup, desk.setups.get(txn));
        TRY(auto answer, store::get_answer(txn, id));
        TRY(auto ticket, store::get_ticket(txn, ticket_id));
        TRY(auto customer, store::get_customer(txn, ticket.customer));
        return filled(answer.texts, *setup, ticket, customer, principal.agent);
    });
}

Result<domain::Texts> read_signature(Desk& desk, domain::TenantScope const& scope, domain::QueueId queue) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<domain::Texts> {
        TRY([[maybe_unused]] auto is_there, store::get_queue(txn, queue));
        return store::read_signature(txn, queue);
    });
}

Result<domain::Texts> read_signature(Desk& desk, domain::TenantScope const& scope, domain::AgentId agent) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<domain::Texts> {
        TRY([[maybe_unused]] auto is_there, store::get_agent(txn, agent));
        return store::read_signature(txn, agent);
    });
}

Result<void> write_signature(Desk& desk, access::Principal const& principal, domain::QueueId queue,
                             domain::Texts const& texts) {
    CHECK_OK(check_texts(texts, true));
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY([[maybe_unused]] auto is_there, store::get_queue(txn, queue));
        return store::write_signature(txn, queue, texts);
    });
}

Result<void> write_signature(Desk& desk, access::Principal const& principal, domain::AgentId agent,
                             domain::Texts const& texts) {
    CHECK_OK(check_texts(texts, true));
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY([[maybe_unused]] auto is_there, store::get_agent(txn, agent));
        return store::write_signature(txn, agent, texts);
    });
}

Result<FilledText> signature_for(Desk& desk, access::Principal const& principal, domain::Ticket const& ticket,
                                 domain::Customer const& customer) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<FilledText> {
        TRY(auto setup, desk.setups.get(txn));
        domain::Texts texts;
        if (principal.agent) {
            TRY(texts, store::read_signature(txn, principal.agent));
        }
        if (texts.empty()) {
            TRY(texts, store::read_signature(txn, ticket.queue));
        }
        return filled(texts, *setup, ticket, customer, principal.agent);
    });
}

}  // namespace lotse::desk
