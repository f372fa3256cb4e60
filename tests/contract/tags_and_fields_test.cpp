// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <random>

#include "base/text.h"
#include "contract/support/samples.h"
#include "store/setup.h"
#include "store/ticket_facets.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

class TagsAndFields : public OnEachStore {
  protected:
    template <class F>
    std::string code_of(F&& fn) {
        auto const result = write(std::forward<F>(fn));
        return result ? "ok" : result.error().code;
    }
    domain::Tag add_tag(std::string name) {
        return must_have(
            write([&](store::WriteTxn& txn) { return store::add_tag(txn, {{}, 1, name, domain::TagColour::teal}); }));
    }
    std::map<std::int64_t, std::int64_t> counts() {
        std::map<std::int64_t, std::int64_t> out;
        for (auto const& one : must_have(read([](store::ReadTxn& txn) { return store::count_by_tag(txn); })))
            if (one.count != 0) out[one.tag.value] = one.count;
        return out;
    }
};
LOTSE_ON_EACH_STORE(TagsAndFields);

domain::Field a_field(std::string key) {
    domain::Field out;
    out.key = std::move(key);
    out.names = {{"en", "Office"}, {"pl", kHostile}};
    out.kind = domain::FieldKind::tree;
    out.options = {{"Berlin", {{"en", "Berlin"}}}, {"Berlin/Mitte", {}}};
    out.shown_when = domain::ShownWhen{"kind", {"a", kHostile}};
    out.required_at = domain::FieldStage::solve;
    out.position = 4;
    out.queues = {domain::QueueId{2}};
    out.categories = {domain::CategoryId{3}, domain::CategoryId{5}};
    return out;
}

std::string whole(domain::Field const& field) {
    std::string out = field.key + std::to_string(field.id.value) + "/" + std::to_string(field.version) + "/" +
                      std::string(domain::name_of(field.kind)) + std::string(domain::name_of(field.required_at)) +
                      std::to_string(field.position);
    for (auto const& [language, name] : field.names) out += language + "=" + name + ";";
    for (auto const& option : field.options) {
        out += option.value;
        for (auto const& [language, name] : option.names) out += language + "=" + name + ";";
    }
    if (field.shown_when) out += field.shown_when->field + join(field.shown_when->values, "|");
    for (auto const id : field.queues) out += "q" + std::to_string(id.value);
    for (auto const id : field.categories) out += "c" + std::to_string(id.value);
    return out;
}

TEST_P(TagsAndFields, AreReadAsTheyWereWritten) {
    auto const tag = add_tag("VIP ł");
    auto const read_back = must_have(read([&](store::ReadTxn& txn) { return store::get_tag(txn, tag.id); }));
    EXPECT_EQ(read_back.name, "VIP ł");
    EXPECT_EQ(read_back.colour, domain::TagColour::teal);
    auto const field = must_have(write([](store::WriteTxn& txn) { return store::add_field(txn, a_field("office")); }));
    EXPECT_EQ(whole(must_have(read([&](store::ReadTxn& txn) { return store::get_field(txn, field.id); }))),
              whole(field));
}

TEST_P(TagsAndFields, HaveNamesOfTheirOwnWhateverTheCase) {
    add_tag("Zażółć");
    EXPECT_EQ(code_of([](store::WriteTxn& txn) { return store::add_tag(txn, {{}, 1, "zaŻÓŁĆ", {}}); }),
              "tag.name_taken");
    must_have(write([](store::WriteTxn& txn) { return store::add_field(txn, a_field("office")); }));
    EXPECT_EQ(code_of([](store::WriteTxn& txn) { return store::add_field(txn, a_field("office")); }),
              "field.key_taken");
}

TEST_P(TagsAndFields, AreChangedByVersionAndGoWhenRemoved) {
    auto tag = add_tag("a");
    tag.name = "b";
    tag = must_have(write([&](store::WriteTxn& txn) { return store::update_tag(txn, tag); }));
    EXPECT_EQ(tag.version, 2);
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::update_tag(txn, {tag.id, 1, "c", {}}); }),
              "tag.stale_version");
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::remove_tag(txn, tag.id); }), "ok");
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::remove_tag(txn, tag.id); }), "tag.missing");
    auto field = must_have(write([](store::WriteTxn& txn) { return store::add_field(txn, a_field("x")); }));
    field.position = 9;
    field = must_have(write([&](store::WriteTxn& txn) { return store::update_field(txn, field); }));
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) {
                  auto stale = field;
                  stale.version = 1;
                  return store::update_field(txn, stale);
              }),
              "field.stale_version");
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::remove_field(txn, field.id); }), "ok");
    EXPECT_EQ(code_of([&](store::WriteTxn& txn) { return store::get_field(txn, field.id); }), "field.missing");
}

TEST_P(TagsAndFields, OfOthersAreMissing) {
    auto const tag = add_tag("mine");
    auto const foreign = store().read(other_scope(), [&](store::ReadTxn& txn) { return store::get_tag(txn, tag.id); });
    EXPECT_EQ(foreign.error().code, "tag.missing");
    EXPECT_TRUE(
        must_have(store().read(other_scope(), [](store::ReadTxn& txn) { return store::list_tags(txn); })).empty());
}

// 600 changes of 40 tickets, a quarter of the steps rolled back; then lists and counts equal a look at every ticket.
TEST_P(TagsAndFields, FindAndCountAsALookAtEveryTicketDoes) {
    std::mt19937 random(5);
    auto const below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    std::vector<domain::Ticket> tickets;
    auto const shuffle = [&](domain::Ticket& t) {
        t.status = static_cast<domain::Status>(below(5));
        t.priority = static_cast<domain::Priority>(below(4));
        t.updated_at = minute(below(500));
        if (below(2) == 0) {
            t.tags.clear();
            for (int tag = 1; tag <= 4; ++tag)
                if (below(3) == 0) t.tags.emplace_back(tag);
        }
        if (below(2) == 0) t.fields.clear();
        if (below(2) == 0) t.fields["1"] = JsonObject{{"path", below(2) == 0 ? "Hardware/Printer" : "Hardware"}};
        if (below(3) == 0) t.fields["2"] = JsonArray{"red", "Blue"};
    };
    for (int step = 0; step < 60; ++step) {
        auto const before = tickets;
        auto const done = write([&](store::WriteTxn& txn) -> Result<void> {
            for (int i = 0; i < 10; ++i) {
                if (tickets.size() < 40) {
                    domain::Ticket fresh;
                    shuffle(fresh);
                    TRY(fresh, store::add_ticket(txn, fresh));
                    tickets.push_back(fresh);
                } else {
                    auto& ticket = tickets[static_cast<std::size_t>(below(40))];
                    shuffle(ticket);
                    TRY(ticket, store::update_ticket(txn, ticket));
                }
            }
            if (below(4) == 0) return invalid("test.undo", "rolled back");
            return {};
        });
        if (!done) tickets = before;
    }
    std::map<std::int64_t, std::int64_t> wanted;
    for (auto const& ticket : tickets)
        for (auto const tag : ticket.tags) ++wanted[tag.value];
    EXPECT_EQ(counts(), wanted);
    auto const found = [&](std::string facet, store::TicketSort sort) {
        store::TicketQuery query;
        query.facets = {std::move(facet)};
        query.sort = sort;
        query.limit = 200;
        std::vector<std::int64_t> ids;
        for (auto const& t :
             must_have(read([&](store::ReadTxn& txn) { return store::list_tickets(txn, query); })).items)
            ids.push_back(t.id.value);
        std::ranges::sort(ids);
        return ids;
    };
    auto const those = [&](auto const& is_wanted) {
        std::vector<std::int64_t> ids;
        for (auto const& t : tickets)
            if (is_wanted(t)) ids.push_back(t.id.value);
        std::ranges::sort(ids);
        return ids;
    };
    for (auto const sort : {store::TicketSort::updated, store::TicketSort::created, store::TicketSort::solution_due}) {
        for (int n = 1; n <= 4; ++n) {
            domain::TagId const tag{n};
            EXPECT_EQ(found(store::tag_facet(tag), sort),
                      those([&](auto const& t) { return std::ranges::count(t.tags, tag) == 1; }));
        }
        EXPECT_EQ(found(store::field_facet(domain::FieldId{1}, "hardware"), sort),
                  those([](auto const& t) { return t.fields.contains("1"); }))
            << "what stands below counts";
        EXPECT_EQ(found(store::field_facet(domain::FieldId{1}, "Hardware/Printer"), sort), those([](auto const& t) {
                      return t.fields.contains("1") && text_at(t.fields.at("1").as_object(), "path").size() > 8;
                  }));
        EXPECT_EQ(found(store::field_facet(domain::FieldId{2}, "BLUE"), sort),
                  those([](auto const& t) { return t.fields.contains("2"); }));
        EXPECT_TRUE(found(store::field_facet(domain::FieldId{2}, "Hardware"), sort).empty());
    }
}

}  // namespace
}  // namespace lotse::testing
