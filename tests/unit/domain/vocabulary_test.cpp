// SPDX-License-Identifier: Apache-2.0
// The closed vocabularies and their stored documents: every value has a name, and reads back.
#include <gtest/gtest.h>

#include <set>

#include "base/must.h"
#include "domain/because.h"
#include "domain/desk_setup.h"
#include "domain/enums.h"
#include "domain/event.h"
#include "domain/notice.h"
#include "domain/suggestion.h"
#include "domain/timer.h"

namespace lotse::domain {
namespace {

template <class E>
void expect_names_read_back() {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < EnumNames<E>::all.size(); ++i) {
        auto const value = static_cast<E>(i);
        EXPECT_FALSE(name_of(value).empty());
        EXPECT_EQ(find_enum<E>(name_of(value)), value);
        seen.insert(name_of(value));
    }
    EXPECT_EQ(seen.size(), EnumNames<E>::all.size());
    EXPECT_FALSE(find_enum<E>("").has_value());
    EXPECT_FALSE(find_enum<E>("NEW").has_value());
}

TEST(Vocabulary, EveryNameReadsBack) {
    expect_names_read_back<Status>();
    expect_names_read_back<Priority>();
    expect_names_read_back<Level>();
    expect_names_read_back<TicketType>();
    expect_names_read_back<Channel>();
    expect_names_read_back<ArticleKind>();
    expect_names_read_back<Author>();
    expect_names_read_back<Role>();
    expect_names_read_back<SenderProof>();
}

TEST(Vocabulary, EventAndNoticeNamesReadBackAndOthersAreBugs) {
    for (auto kind :
         {EventKind::opened, EventKind::customer_wrote, EventKind::agent_replied, EventKind::noted, EventKind::updated,
          EventKind::settled, EventKind::timer_fired, EventKind::notice_failed, EventKind::settle_failed})
        EXPECT_EQ(event_kind_from(name_of(kind)), kind);
    for (auto actor : {Actor::customer, Actor::agent, Actor::api, Actor::lotse})
        EXPECT_EQ(actor_from(name_of(actor)), actor);
    for (auto kind : {NoticeKind::confirmation, NoticeKind::reply, NoticeKind::solved, NoticeKind::reopened,
                      NoticeKind::assigned, NoticeKind::customer_replied, NoticeKind::warning, NoticeKind::breach})
        EXPECT_EQ(notice_kind_from(name_of(kind)), kind);
    EXPECT_THROW(event_kind_from("exploded"), Bug);
    EXPECT_THROW(actor_from(""), Bug);
    EXPECT_THROW(notice_kind_from("spam"), Bug);
    EXPECT_EQ(name_of(TimerKind::close), "close");
}

TEST(PriorityMatrix, RisesWithImpactAndUrgency) {
    PriorityMatrix const matrix;
    EXPECT_EQ(matrix.at(Level::low, Level::low), Priority::low);
    EXPECT_EQ(matrix.at(Level::high, Level::high), Priority::urgent);
    EXPECT_EQ(matrix.at(Level::low, Level::high), matrix.at(Level::high, Level::low));
}

TEST(Because, ReadsBackAndLeavesOutWhatIsUnknown) {
    Because full{"model", "triage.category", "It reads like access.", 0.93, "7", true};
    EXPECT_EQ(because_from(to_json(full)), full);
    Because const bare{"person", "p", "Anna chose it.", {}, "", false};
    EXPECT_EQ(because_from(to_json(bare)), bare);
    EXPECT_EQ(to_string(to_json(bare)), R"({"source":"person","code":"p","text":"Anna chose it."})");
    EXPECT_EQ(because_from({}), Because{});
}

TEST(Suggestion, ReadsBackWithAbstentions) {
    Suggestion out;
    out.model_version = "keywords";
    out.labels.push_back({"category",
                          "access",
                          {"keywords", "k", "The text says 'password'.", 0.5, "", true},
                          {{"access", 0.5}, {"mail", 0.2}},
                          {}});
    out.labels.push_back({"type", "", {"prior", "a", "Too little text.", {}, "", false}, {}, {}});
    auto const back = suggestion_from(to_json(out));
    EXPECT_EQ(to_json(back), to_json(out));
    ASSERT_NE(back.find("type"), nullptr);
    EXPECT_TRUE(back.find("type")->abstains());
    EXPECT_FALSE(back.find("category")->abstains());
    EXPECT_EQ(back.find("absent"), nullptr);
}

TEST(Suggestion, DamagedDocumentsReadAsWhatIsLeft) {
    auto const damaged = parse_json(R"({"labels":[1,{"field":7,"alternatives":[2,{"value":"x"}]}],"model_version":3})");
    auto const back = suggestion_from(damaged->get_object());
    ASSERT_EQ(back.labels.size(), 1U);
    EXPECT_EQ(back.labels[0].alternatives.size(), 1U);
    EXPECT_EQ(back.model_version, "");
}

}  // namespace
}  // namespace lotse::domain
