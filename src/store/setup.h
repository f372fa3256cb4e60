// SPDX-License-Identifier: Apache-2.0
// What an admin sets up: queues, categories, calendars, policies, mailboxes. Lists are whole and ordered by id;
// updates are by version (conflict "<noun>.stale_version"); absent ids are not_found "<noun>.missing".
#pragma once

#include <vector>

#include "domain/calendar.h"
#include "domain/desk_setup.h"
#include "domain/entity.h"
#include "domain/field.h"
#include "domain/tag.h"
#include "store/db.h"

namespace lotse::store {

Result<domain::Queue> add_queue(WriteTxn& txn,
                                domain::Queue queue);  // conflict "queue.address_taken", "queue.name_taken"
Result<domain::Queue> get_queue(ReadTxn& txn, domain::QueueId id);
Result<domain::Queue> update_queue(WriteTxn& txn, domain::Queue queue);
Result<std::vector<domain::Queue>> list_queues(ReadTxn& txn);

Result<domain::Category> add_category(WriteTxn& txn, domain::Category category);  // conflict "category.key_taken"
Result<domain::Category> get_category(ReadTxn& txn, domain::CategoryId id);
Result<domain::Category> update_category(WriteTxn& txn, domain::Category category);
Result<std::vector<domain::Category>> list_categories(ReadTxn& txn);

Result<domain::Calendar> add_calendar(WriteTxn& txn, domain::Calendar calendar);
Result<domain::Calendar> get_calendar(ReadTxn& txn, domain::CalendarId id);
Result<domain::Calendar> update_calendar(WriteTxn& txn, domain::Calendar calendar);
Result<std::vector<domain::Calendar>> list_calendars(ReadTxn& txn);

Result<domain::Policy> add_policy(WriteTxn& txn, domain::Policy policy);
Result<domain::Policy> get_policy(ReadTxn& txn, domain::PolicyId id);
Result<domain::Policy> update_policy(WriteTxn& txn, domain::Policy policy);
Result<std::vector<domain::Policy>> list_policies(ReadTxn& txn);

Result<domain::Tag> add_tag(WriteTxn& txn, domain::Tag tag);  // conflict "tag.name_taken"
Result<domain::Tag> get_tag(ReadTxn& txn, domain::TagId id);
Result<domain::Tag> update_tag(WriteTxn& txn, domain::Tag tag);
// Tickets keep the id, which is never given again: what is not in the list is not shown.
Result<void> remove_tag(WriteTxn& txn, domain::TagId id);
Result<std::vector<domain::Tag>> list_tags(ReadTxn& txn);

Result<domain::Field> add_field(WriteTxn& txn, domain::Field field);  // conflict "field.key_taken"
Result<domain::Field> get_field(ReadTxn& txn, domain::FieldId id);
Result<domain::Field> update_field(WriteTxn& txn, domain::Field field);
Result<void> remove_field(WriteTxn& txn, domain::FieldId id);  // as remove_tag
Result<std::vector<domain::Field>> list_fields(ReadTxn& txn);  // by position

Result<domain::EntityKind> add_entity_kind(WriteTxn& txn, domain::EntityKind kind);  // conflict "entity.name_taken"
Result<domain::EntityKind> get_entity_kind(ReadTxn& txn, domain::EntityKindId id);
Result<domain::EntityKind> update_entity_kind(WriteTxn& txn, domain::EntityKind kind);
Result<void> remove_entity_kind(WriteTxn& txn, domain::EntityKindId id);
Result<std::vector<domain::EntityKind>> list_entity_kinds(ReadTxn& txn);

// `password` is what the caller gives: sealed bytes (access/vault.h), never plain text.
Result<domain::Mailbox> add_mailbox(WriteTxn& txn, domain::Mailbox mailbox);
Result<domain::Mailbox> get_mailbox(ReadTxn& txn, domain::MailboxId id);
Result<domain::Mailbox> update_mailbox(WriteTxn& txn, domain::Mailbox mailbox);
Result<std::vector<domain::Mailbox>> list_mailboxes(ReadTxn& txn);
// Where an IMAP folder was left: messages with a UID up to `last_uid` of this UIDVALIDITY are stored.
struct MailboxCursor {
    std::int64_t uid_validity = 0;
    std::int64_t last_uid = 0;
};
Result<MailboxCursor> read_mailbox_cursor(ReadTxn& txn, domain::MailboxId id);
Result<void> write_mailbox_cursor(WriteTxn& txn, domain::MailboxId id, MailboxCursor cursor);

}  // namespace lotse::store
