// SPDX-License-Identifier: Apache-2.0
#include "desk/label_task.h"

#include <algorithm>

#include "base/text.h"
#include "desk/ask_for_labels.h"
#include "desk/confirm_guess.h"
#include "store/articles.h"
#include "store/customers.h"
#include "store/events.h"

namespace lotse::desk {
namespace {

using domain::AskKind;

constexpr int kArticlesBack = 50;
constexpr std::size_t kLongestText = 20'000;

template <class E>
std::vector<LabelChoice> words_of() {
    std::vector<LabelChoice> out;
    for (auto const name : domain::EnumNames<E>::all) out.push_back({std::string(name), {}, {}});
    return out;
}

// What triage thought of comes first, the likeliest at the head.
void put_first(std::vector<LabelChoice>& choices, domain::Label const& label) {
    auto front = choices.begin();
    for (auto const& one : label.alternatives) {
        auto const found =
            std::find_if(front, choices.end(), [&](auto const& each) { return each.value == one.value; });
        if (found == choices.end()) continue;
        found->confidence = one.confidence;
        std::rotate(front, found, found + 1);
        ++front;
    }
}

std::string standing_of(Setup const& setup, domain::Ticket const& ticket, std::string_view field) {
    if (field == "category") {
        auto const* category = setup.find_category(ticket.category);
        return category != nullptr ? category->key : std::string();
    }
    if (field == "type") return ticket.has_type ? std::string(domain::name_of(ticket.type)) : std::string();
    return std::string(domain::name_of(field == "impact" ? ticket.impact : ticket.urgency));
}

Result<void> add_words(store::ReadTxn& txn, LabelTask& out) {
    TRY(auto const first, store::list_articles(txn, out.request.ticket, {}, 1));
    auto const words = [](domain::Article const& article) {
        return cut_utf8(article.new_text.empty() ? article.text : article.new_text, kLongestText);
    };
    if (first.empty()) return {};
    out.text = words(first.front());
    TRY(auto const newest, store::list_articles_before(txn, out.request.ticket, {}, kArticlesBack));
    for (auto const& article : newest)
        if (article.author == domain::Author::customer && article.id != first.front().id)
            out.later_text = words(article);
    return {};
}

}  // namespace

Result<bool> still_asks(store::ReadTxn& txn, domain::Ticket const& ticket, domain::LabelRequest& request) {
    if (request.kind == AskKind::second) return !request.fields.empty();
    if (ticket.status == domain::Status::solved || ticket.status == domain::Status::closed) return false;
    TRY(auto const decided, fields_of_people(txn, ticket.id));
    std::erase_if(request.fields, [&](auto const& field) { return decided.contains(field); });
    return !request.fields.empty();
}

domain::LabelRequest as_shown(domain::LabelRequest request) {
    if (request.kind == AskKind::second) request.kind = AskKind::blind;
    return request;
}

std::vector<LabelChoice> values_of(Setup const& setup, std::string_view field) {
    if (field == "type") return words_of<domain::TicketType>();
    if (field == "impact" || field == "urgency") return words_of<domain::Level>();
    std::vector<LabelChoice> out;
    for (auto const& category : setup.categories) out.push_back({category.key, category.name, {}});
    std::ranges::sort(out, {}, [](auto const& one) { return to_lower_utf8(one.name); });
    return out;
}

Result<LabelTask> label_task(store::ReadTxn& txn, Setup const& setup, domain::Ticket const& ticket,
                             domain::LabelRequest request) {
    LabelTask out;
    bool const is_blind = request.kind == AskKind::blind || request.kind == AskKind::second;
    out.request = as_shown(std::move(request));
    out.subject = ticket.subject;
    out.language = ticket.language;
    out.created_at = ticket.created_at;
    CHECK_OK(add_words(txn, out));
    TRY(auto const customer, store::get_customer(txn, ticket.customer));
    out.customer = customer.name.empty() ? customer.email : customer.name;
    if (ticket.organization) {
        auto const organization = store::get_organization(txn, ticket.organization);
        if (organization) out.organization = organization->name;
    }
    std::optional<domain::Suggestion> said;
    if (!is_blind) {
        TRY(said, store::last_suggestion(txn, ticket.id));
    }
    for (auto& field : nearest_first(setup.gate, out.request.fields)) {
        LabelField one{field, {}, values_of(setup, field)};
        if (!is_blind) one.standing = standing_of(setup, ticket, field);
        if (auto const* label = said ? said->find(field) : nullptr) put_first(one.choices, *label);
        out.fields.push_back(std::move(one));
    }
    return out;
}

}  // namespace lotse::desk
