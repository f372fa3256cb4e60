// SPDX-License-Identifier: Apache-2.0
#include "desk/macros.h"

#include <algorithm>

#include "desk/answers.h"
#include "desk/custom_fields.h"
#include "desk/drafts.h"
#include "desk/reverse_event.h"
#include "desk/run_macro.h"
#include "desk/tags.h"
#include "desk/take_back.h"
#include "desk/teamwork.h"
#include "desk/update_ticket.h"
#include "store/articles.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using domain::Status;

class Macros : public DeskTest {
  protected:
    Macros() {
        anna_ = add_agent("Anna Kowalska").id;
        bo_ = add_agent("Bo Berg").id;
        ticket_ = accept(mail("grace@customer.example", "Printer", "It prints nothing.")).ticket;
        settle();
        desk::TicketPatch nobody;
        nobody.agent = domain::AgentId{};
        nobody.status = Status::open;
        need(desk::update_ticket(*desk_, as(bo_), ticket_, 0, nobody));
        settle();
        clock_.advance(std::chrono::minutes{1});
    }
    static JsonObject texts(std::string english, std::string german) {
        return JsonObject{{"texts", JsonObject{{"en", english}, {"de", german}}}};
    }
    domain::Macro make(desk::MacroFields fields) {
        fields.name = fields.name.value_or("All of it");
        return need(desk::make_macro(*desk_, as(anna_), fields, {})).value;
    }
    domain::Macro all_of_it() {
        desk::TagPatch tag;
        tag.name = "hardware";
        need(desk::make_tag(*desk_, as(anna_), tag, {}));
        desk::MacroFields fields;
        fields.changes = JsonObject{{"status", "solved"}, {"priority", "high"}, {"tags_add", JsonArray{"hardware"}}};
        fields.takes = true;
        fields.reply = texts("Hello {{customer.first_name}}, done. {{agent.name}}", "Hallo");
        fields.note = JsonObject{{"text", "Macro for @Bo Berg on {{ticket.id}}"}};
        return make(std::move(fields));
    }
    desk::MacroRun a_run(domain::Macro const& macro, std::string key = {}) const {
        desk::MacroRun out;
        out.ticket = ticket_;
        out.macro = macro.id;
        if (!key.empty()) out.key = {"session:1", "use_macro", std::move(key), "hash"};
        return out;
    }
    Error refused(desk::MacroFields fields) {
        fields.name = "x";
        auto const made = desk::make_macro(*desk_, as(anna_), fields, {});
        if (made) throw std::runtime_error("it was taken");
        return made.error();
    }
    std::size_t articles() { return view(ticket_).articles.size(); }

    domain::AgentId anna_;
    domain::AgentId bo_;
    domain::TicketId ticket_;
};

TEST_F(Macros, ChangeAnswerAndNoteInOneStep) {
    auto const done = need(desk::run_macro(*desk_, as(anna_), a_run(all_of_it())));
    auto const seen = view(ticket_);
    EXPECT_EQ(seen.ticket.status, Status::solved);
    EXPECT_EQ(seen.ticket.priority, domain::Priority::high);
    EXPECT_EQ(seen.ticket.agent, anna_);
    EXPECT_EQ(seen.ticket.tags.size(), 1U);
    EXPECT_EQ(done.version, seen.ticket.version);
    ASSERT_TRUE(done.reply && done.note);
    EXPECT_TRUE(done.reply->sending_at.has_value()) << "held as any answer";
    EXPECT_EQ(seen.articles[1].text, "Hello Grace, done. Anna Kowalska");
    EXPECT_EQ(seen.articles[2].text, "Macro for @Bo Berg on " + std::to_string(ticket_.value));
    EXPECT_EQ(need(desk::my_mentions(*desk_, as(bo_), true, "", 10)).items.size(), 1U);
    EXPECT_EQ(text_at(object_at(seen.events.back().data, "macro"), "name"), "All of it");
}

TEST_F(Macros, AreTakenBackAsOneStep) {
    auto const before = view(ticket_);
    auto const done = need(desk::run_macro(*desk_, as(anna_), a_run(all_of_it())));
    need(desk::reverse_event(*desk_, as(anna_), ticket_, done.event, {}));
    auto const after = view(ticket_);
    EXPECT_EQ(after.ticket.status, before.ticket.status);
    EXPECT_EQ(after.ticket.priority, before.ticket.priority);
    EXPECT_EQ(after.ticket.agent, before.ticket.agent);
    EXPECT_TRUE(after.ticket.tags.empty());
    EXPECT_EQ(after.articles.size(), before.articles.size());
    EXPECT_TRUE(need(desk::my_mentions(*desk_, as(bo_), false, "", 10)).items.empty());
    for (auto const& notice : notices_to(ticket_, "grace@customer.example"))
        EXPECT_NE(notice.kind, domain::NoticeKind::reply);
    auto const draft = need(desk::read_draft(*desk_, *scope_, ticket_, domain::ArticleKind::message));
    EXPECT_TRUE(draft.draft.is_empty) << "nobody wrote these words";
    EXPECT_EQ(desk::reverse_event(*desk_, as(anna_), ticket_, done.event, {}).error().code, "macro.undone");
}

TEST_F(Macros, AreNotTakenBackWhereSomebodyHasGoneOn) {
    auto const done = need(desk::run_macro(*desk_, as(anna_), a_run(all_of_it())));
    desk::TicketPatch patch;
    patch.priority = domain::Priority::low;
    need(desk::update_ticket(*desk_, as(bo_), ticket_, 0, patch));
    auto const undone = desk::reverse_event(*desk_, as(anna_), ticket_, done.event, {});
    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().code, "change.moved_on");
    EXPECT_EQ(articles(), 3U) << "all or nothing: the words stand too";
}

TEST_F(Macros, AreNotTakenBackOnceTheAnswerHasLeft) {
    auto const done = need(desk::run_macro(*desk_, as(anna_), a_run(all_of_it())));
    clock_.advance(std::chrono::minutes{5});
    // A mail waits until the one before it to the same person has gone.
    for (int i = 0; i < 5; ++i)
        need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
            TRY(auto const mails, store::claim_notices(txn, clock_.now(), clock_.now() + std::chrono::minutes{1}, 50));
            for (auto const& sent : mails) CHECK_OK(store::mark_sent(txn, sent.id, clock_.now()));
            return {};
        }));
    EXPECT_EQ(desk::reverse_event(*desk_, as(anna_), ticket_, done.event, {}).error().code, "sending.gone");
    EXPECT_EQ(view(ticket_).ticket.status, Status::solved);
}

TEST_F(Macros, RunOnceForOneKey) {
    auto const macro = all_of_it();
    auto const first = need(desk::run_macro(*desk_, as(anna_), a_run(macro, "k1")));
    auto const again = need(desk::run_macro(*desk_, as(anna_), a_run(macro, "k1")));
    EXPECT_TRUE(again.is_known);
    EXPECT_EQ(again.event, first.event);
    EXPECT_EQ(again.version, first.version);
    EXPECT_EQ(again.changes.size(), first.changes.size());
    ASSERT_TRUE(again.reply && again.note);
    EXPECT_EQ(again.reply->article, first.reply->article);
    EXPECT_EQ(again.reply->sending_at, first.reply->sending_at);
    EXPECT_EQ(*again.note, *first.note);
    EXPECT_EQ(articles(), 3U);
}

TEST_F(Macros, DoNothingWhereTheTicketMovedOrAFieldIsRequired) {
    auto const macro = all_of_it();
    auto const before = view(ticket_);
    auto run = a_run(macro);
    run.seen_article = before.articles.back().id;
    auto answer = mail("grace@customer.example", "Re: Printer", "It burns!");
    answer.references = {notices_to(ticket_, "grace@customer.example").front().message_id};
    accept(answer);
    EXPECT_EQ(desk::run_macro(*desk_, as(anna_), run).error().code, "ticket.moved");
    EXPECT_EQ(view(ticket_).ticket.priority, before.ticket.priority) << "the changes went back with the answer";

    desk::FieldPatch office;
    office.key = "office";
    office.names = domain::NamesByLanguage{{"en", "Office"}};
    office.kind = domain::FieldKind::text;
    office.required_at = domain::FieldStage::solve;
    need(desk::make_field(*desk_, as(anna_), office, {}));
    auto const empty = desk::run_macro(*desk_, as(anna_), a_run(macro));
    ASSERT_FALSE(empty);
    EXPECT_EQ(empty.error().code, "field.required");
    EXPECT_EQ(empty.error().field, "/fields/office");
}

TEST_F(Macros, LeaveADraftAlone) {
    desk::DraftFields begun;
    begun.text = "What Bo has begun to write";
    need(desk::save_draft(*desk_, as(bo_), ticket_, domain::ArticleKind::message, {}, begun));
    need(desk::run_macro(*desk_, as(anna_), a_run(all_of_it())));
    auto const draft = need(desk::read_draft(*desk_, *scope_, ticket_, domain::ArticleKind::message));
    EXPECT_EQ(draft.draft.text, begun.text);
}

TEST_F(Macros, TakeACannedAnswerInTheLanguageOfTheTicket) {
    desk::AnswerFields fields;
    fields.name = "Hello";
    fields.texts = domain::Texts{{"de", "Guten Tag {{customer.name}}"}, {"en", "Hello"}};
    auto const canned = need(desk::make_answer(*desk_, as(anna_), fields, {})).value;
    desk::MacroFields wanted;
    wanted.reply = JsonObject{{"answer", canned.id.value}, {"then", "open"}};
    auto const macro = make(wanted);
    desk::TicketPatch german;
    german.language = "de";
    need(desk::update_ticket(*desk_, as(bo_), ticket_, 0, german));
    need(desk::run_macro(*desk_, as(anna_), a_run(macro)));
    EXPECT_EQ(view(ticket_).articles.back().text, "Guten Tag Grace Hopper");
    EXPECT_EQ(view(ticket_).ticket.status, Status::open);
    need(desk::remove_answer(*desk_, as(anna_), canned.id));
    EXPECT_EQ(desk::run_macro(*desk_, as(anna_), a_run(macro)).error().code, "macro.answer_gone");
}

TEST_F(Macros, AreCheckedWhenTheyAreSaved) {
    desk::MacroFields fields;
    EXPECT_EQ(refused(fields).code, "macro.empty");
    fields.changes = JsonObject{{"queue", 99}};
    EXPECT_EQ(refused(fields).field, "/changes/queue");
    fields.changes = JsonObject{{"tags_add", JsonArray{"nothing of that name"}}};
    EXPECT_EQ(refused(fields).field, "/changes/tags_add/0");
    fields.changes = JsonObject{{"fields", JsonObject{{"nothing", "x"}}}};
    EXPECT_EQ(refused(fields).field, "/changes/fields/nothing");
    fields.changes = JsonObject{{"status", "closed"}};
    fields.reply = texts("a", "b");
    EXPECT_EQ(refused(fields).code, "macro.closed_reply");
    fields.changes.reset();
    fields.reply = texts("Hello {{customer.shoe_size}}", "b");
    EXPECT_EQ(refused(fields).field, "/reply/texts/en");
    fields.reply = JsonObject{{"answer", 99}};
    EXPECT_EQ(refused(fields).field, "/reply/answer");
    fields.reply.reset();
    fields.note = JsonObject{{"text", " "}};
    EXPECT_EQ(refused(fields).field, "/note/text");
}

TEST_F(Macros, KeepTheirOtherPartsWhenOneIsChanged) {
    auto const macro = all_of_it();
    desk::MacroFields fields;
    fields.note = JsonObject{};
    fields.takes = false;
    auto const changed = need(desk::change_macro(*desk_, as(anna_), macro.id, macro.version, fields));
    EXPECT_FALSE(changed.document.contains("note") || changed.document.contains("takes"));
    EXPECT_TRUE(changed.document.contains("reply") && changed.document.contains("changes"));
    EXPECT_EQ(desk::change_macro(*desk_, as(anna_), macro.id, macro.version, fields).error().code,
              "macro.stale_version");
    need(desk::remove_macro(*desk_, as(anna_), macro.id));
    EXPECT_EQ(desk::get_macro(*desk_, *scope_, macro.id).error().code, "macro.missing");
}

}  // namespace
}  // namespace lotse
