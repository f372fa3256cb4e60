// SPDX-License-Identifier: Apache-2.0
#include "app/demo/ready_words.h"

#include <array>
#include <vector>

#include "store/setup.h"
#include "store/wording.h"

namespace lotse::app {
namespace {

std::vector<domain::Answer> answers() {
    domain::Answer restart;
    restart.name = "Ask for a restart";
    restart.shortcut = "restart";
    restart.texts = {
        {"en",
         "Hello {{customer.first_name}},\n\nplease restart the device once and try again. If it does not help, "
         "reply to this mail and I will call you.\n\nKind regards\n{{agent.name}}"},
        {"de",
         "Guten Tag {{customer.name}},\n\nbitte starten Sie das Gerät einmal neu und versuchen Sie es noch einmal. "
         "Hilft das nicht, antworten Sie einfach auf diese Mail, dann rufe ich an.\n\nFreundliche Grüße\n"
         "{{agent.name}}"},
        {"pl",
         "Dzień dobry,\n\nproszę raz uruchomić urządzenie ponownie i spróbować jeszcze raz. Jeśli to nie pomoże, "
         "wystarczy odpowiedzieć na tę wiadomość, a zadzwonię.\n\nPozdrawiam\n{{agent.name}}"}};
    domain::Answer number;
    number.name = "Ask for the device number";
    number.shortcut = "device";
    number.texts = {
        {"en",
         "Hello {{customer.first_name}},\n\nwhich device is it? The number stands on a sticker below it and begins "
         "with PC-.\n\nKind regards\n{{agent.name}}"},
        {"de",
         "Guten Tag {{customer.name}},\n\num welches Gerät geht es? Die Nummer steht auf einem Aufkleber an der "
         "Unterseite und beginnt mit PC-.\n\nFreundliche Grüße\n{{agent.name}}"},
        {"pl",
         "Dzień dobry,\n\no które urządzenie chodzi? Numer jest na naklejce od spodu i zaczyna się od "
         "PC-.\n\nPozdrawiam\n{{agent.name}}"}};
    return {restart, number};
}

domain::Macro ask_for_device(domain::AnswerId answer) {
    domain::Macro out;
    out.name = "Mine: ask for the device number";
    out.document = JsonObject{{"changes", JsonObject{{"status", "waiting"}}},
                              {"takes", true},
                              {"reply", JsonObject{{"answer", answer.value}, {"then", "waiting"}}}};
    return out;
}

constexpr std::array<std::array<char const*, 2>, 3> kEntities{
    {{"Order", R"(\bNS-\d{5}\b)"}, {"Invoice", R"(\bRE-\d{4}-\d{5}\b)"}, {"Device", R"(\bPC-\d{4}\b)"}}};

}  // namespace

Result<void> add_ready_words(store::WriteTxn& txn) {
    domain::AnswerId device;
    for (auto& answer : answers()) {
        TRY(auto const added, store::add_answer(txn, std::move(answer)));
        device = added.id;
    }
    TRY([[maybe_unused]] auto const macro, store::add_macro(txn, ask_for_device(device)));
    for (auto const& [name, pattern] : kEntities) {
        domain::EntityKind kind;
        kind.name = name;
        kind.pattern = pattern;
        TRY([[maybe_unused]] auto const added, store::add_entity_kind(txn, std::move(kind)));
    }
    return {};
}

}  // namespace lotse::app
