// SPDX-License-Identifier: Apache-2.0
#include "desk/ticket_fields.h"

#include "desk/custom_fields.h"
#include "desk/learn.h"
#include "desk/reply.h"
#include "desk/tags.h"
#include "desk/update_ticket.h"
#include "unit/desk/support/desk_fixture.h"

namespace lotse {
namespace {

class TicketFields : public DeskTest {
  protected:
    TicketFields() : anna_(add_agent("Anna Kowalska")) {
        ticket_ = accept(mail("grace@customer.example", "Printer jammed", "Nothing comes out.")).ticket;
        settle();
    }
    access::Principal anna() const { return as(anna_.id); }
    void tag(std::string name) {
        desk::TagPatch wanted;
        wanted.name = std::move(name);
        need(desk::make_tag(*desk_, anna(), wanted, {}));
    }
    domain::Field field(std::string key, domain::FieldKind kind, std::vector<domain::FieldOption> options = {},
                        domain::FieldStage stage = domain::FieldStage::never) {
        desk::FieldPatch wanted;
        wanted.key = key;
        wanted.names = domain::NamesByLanguage{{"en", "The " + key}};
        wanted.kind = kind;
        wanted.options = std::move(options);
        wanted.required_at = stage;
        return need(desk::make_field(*desk_, anna(), wanted, {})).value;
    }
    Result<domain::Ticket> change(desk::TicketPatch const& patch) {
        return desk::update_ticket(*desk_, anna(), ticket_, 0, patch);
    }
    std::string outcome(desk::TicketPatch const& patch) {
        auto const result = change(patch);
        return result ? "ok" : result.error().code + " " + result.error().field;
    }
    static desk::TicketPatch with_fields(JsonObject fields) {
        desk::TicketPatch out;
        out.fields = std::move(fields);
        return out;
    }
    static desk::TicketPatch with_status(domain::Status status) {
        desk::TicketPatch out;
        out.status = status;
        return out;
    }
    std::vector<domain::Change> changes_of(std::string_view name) {
        std::vector<domain::Change> out;
        for (auto const& stored : view(ticket_).changes)
            if (stored.change.field == name) out.push_back(stored.change);
        return out;
    }

    domain::Agent anna_;
    domain::TicketId ticket_;
};

TEST_F(TicketFields, TagsAreAddedAndTakenAwayAsOftenAsOneLikes) {
    tag("VIP");
    tag("beta");
    desk::TicketPatch add;
    add.tags.add = {"vip", "BETA"};
    EXPECT_EQ(need(change(add)).tags.size(), 2u);
    auto const version = need(change(add)).version;
    EXPECT_EQ(need(change(add)).version, version) << "the same again is no change";
    desk::TicketPatch remove;
    remove.tags.remove = {"vip", "never heard of"};
    EXPECT_EQ(need(change(remove)).tags.size(), 1u);
    desk::TicketPatch whole;
    whole.tags.whole = std::vector<std::string>{"VIP"};
    EXPECT_EQ(need(change(whole)).tags.size(), 1u);
    EXPECT_EQ(changes_of("tag").size(), 5u) << "each tag is a change of its own";
    whole.tags.whole = std::vector<std::string>{"VIP", "nonsense"};
    EXPECT_EQ(outcome(whole), "tag.missing /tags/1");
}

TEST_F(TicketFields, ACountFollowsEveryChange) {
    tag("vip");
    desk::TicketPatch add;
    add.tags.add = {"vip"};
    need(change(add));
    EXPECT_EQ(need(desk::list_tags(*desk_, *scope_)).at(0).count, 1);
    add.tags = {};
    add.tags.remove = {"vip"};
    need(change(add));
    EXPECT_EQ(need(desk::list_tags(*desk_, *scope_)).at(0).count, 0);
}

TEST_F(TicketFields, AValueMovesItsFieldOnly) {
    field("office", domain::FieldKind::choice, {{"Berlin", {}}, {"Gdynia", {}}});
    field("cost", domain::FieldKind::number);
    need(change(with_fields({{"office", "Berlin"}, {"cost", 5}})));
    need(change(with_fields({{"office", nullptr}})));
    auto const ticket = view(ticket_).ticket;
    EXPECT_EQ(ticket.fields.size(), 1u);
    EXPECT_EQ(changes_of("field.office").size(), 2u);
    EXPECT_EQ(changes_of("field.office").back().from, "Berlin");
    EXPECT_EQ(outcome(with_fields({{"office", "Paris"}})), "field.option /fields/office");
    EXPECT_EQ(outcome(with_fields({{"nothing", 1}})), "field.missing /fields/nothing");
}

TEST_F(TicketFields, ARequiredOneIsAskedForBeforeATicketIsDone) {
    field("cause", domain::FieldKind::text, {}, domain::FieldStage::solve);
    field("cost", domain::FieldKind::number, {}, domain::FieldStage::close);
    auto const refused = change(with_status(domain::Status::solved));
    EXPECT_EQ(refused.error().code, "field.required");
    EXPECT_EQ(refused.error().field, "/fields/cause");
    EXPECT_EQ(refused.error().message, "Before a ticket is solved, fill in: The cause.");
    EXPECT_EQ(change(with_status(domain::Status::closed)).error().message,
              "Before a ticket is closed, fill in: The cause, The cost.");
    desk::NewReply answer;
    answer.ticket = ticket_;
    answer.text = "Done.";
    answer.then = domain::Status::solved;
    EXPECT_EQ(desk::reply(*desk_, anna(), answer).error().code, "field.required");
    auto both = with_status(domain::Status::solved);
    both.fields["cause"] = "A paper clip";
    EXPECT_EQ(outcome(both), "ok") << "what comes in the same call counts";
    EXPECT_EQ(outcome(with_status(domain::Status::closed)), "field.required /fields/cost");
}

TEST_F(TicketFields, WhatIsNotShownIsNotAskedFor) {
    field("kind", domain::FieldKind::choice, {{"hardware", {}}, {"other", {}}});
    desk::FieldPatch wanted;
    wanted.key = "serial";
    wanted.names = domain::NamesByLanguage{{"en", "Serial number"}};
    wanted.required_at = domain::FieldStage::solve;
    wanted.shown_when = domain::ShownWhen{"kind", {"hardware"}};
    need(desk::make_field(*desk_, anna(), wanted, {}));
    auto hardware = with_status(domain::Status::solved);
    hardware.fields["kind"] = "hardware";
    EXPECT_EQ(outcome(hardware), "field.required /fields/serial");
    hardware.fields["kind"] = "other";
    EXPECT_EQ(outcome(hardware), "ok");
}

TEST_F(TicketFields, AConditionOnItselfOrInACircleIsRefused) {
    field("a", domain::FieldKind::text);
    desk::FieldPatch wanted;
    wanted.key = "b";
    wanted.names = domain::NamesByLanguage{{"en", "B"}};
    wanted.shown_when = domain::ShownWhen{"b", {"x"}};
    EXPECT_EQ(desk::make_field(*desk_, anna(), wanted, {}).error().field, "/shown_when/field");
    wanted.shown_when = domain::ShownWhen{"a", {"x"}};
    need(desk::make_field(*desk_, anna(), wanted, {}));
    auto const a = need(desk::list_fields(*desk_, *scope_)).at(0);
    desk::FieldPatch circle;
    circle.shown_when = domain::ShownWhen{"b", {"x"}};
    EXPECT_EQ(desk::change_field(*desk_, anna(), a.id, 0, circle).error().code, "field.condition");
}

TEST_F(TicketFields, SendingWhatTriageGuessedConfirmsIt) {
    auto const guessed = view(ticket_).ticket;
    ASSERT_TRUE(guessed.category);
    desk::TicketPatch same;
    same.category = guessed.category;
    same.priority = guessed.priority;
    auto const confirmed = need(change(same));
    EXPECT_EQ(confirmed.category, guessed.category);
    auto const last = changes_of("category").back();
    EXPECT_EQ(last.from, last.to);
    EXPECT_EQ(last.because.source, "person");
    EXPECT_EQ(last.because.text, "Confirmed by Anna Kowalska.");
    EXPECT_EQ(need(change(same)).version, confirmed.version) << "once is enough";
    auto answer = mail("grace@customer.example", "Printer jammed", "I cannot log in, my password is wrong.");
    settle();
    EXPECT_EQ(view(ticket_).ticket.category, guessed.category);
}

TEST_F(TicketFields, ADueTimeByHandStandsBesideTheTargets) {
    auto const before = view(ticket_).ticket;
    desk::TicketPatch patch;
    patch.due_at = clock_.now() + std::chrono::hours{3};
    need(change(patch));
    settle();
    auto const after = view(ticket_).ticket;
    EXPECT_EQ(after.due_at, patch.due_at);
    EXPECT_EQ(after.solution_due_at, before.solution_due_at);
    patch.due_at = Instant{};
    EXPECT_FALSE(need(change(patch)).due_at);
}

}  // namespace
}  // namespace lotse
