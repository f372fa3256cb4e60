// SPDX-License-Identifier: Apache-2.0
#include "mail/auto_reply.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "mail/bounce_text.h"
#include "mail/message.h"

namespace lotse::mail {
namespace {

// Subjects that mail programs give to automatic answers, at the beginning or after "Re:".
constexpr std::array<std::string_view, 40> kAwaySubjects{"automatic reply",
                                                         "auto reply",
                                                         "autoreply",
                                                         "auto-reply",
                                                         "auto response",
                                                         "autoresponse",
                                                         "auto-response",
                                                         "automated reply",
                                                         "automated response",
                                                         "auto:",
                                                         "out of office",
                                                         "out of the office",
                                                         "out-of-office",
                                                         "ooo:",
                                                         "vacation",
                                                         "away from",
                                                         "abwesenheit",
                                                         "automatische antwort",
                                                         "automatische rückmeldung",
                                                         "auto-antwort",
                                                         "außer haus",
                                                         "nicht im büro",
                                                         "autoodpowiedź",
                                                         "odpowiedź automatyczna",
                                                         "automatyczna odpowiedź",
                                                         "nieobecność",
                                                         "poza biurem",
                                                         "réponse automatique",
                                                         "absence du bureau",
                                                         "respuesta automática",
                                                         "fuera de la oficina",
                                                         "risposta automatica",
                                                         "fuori sede",
                                                         "resposta automática",
                                                         "automatisch antwoord",
                                                         "afwezig",
                                                         "autosvar",
                                                         "frånvaro",
                                                         "automatisk svar",
                                                         "автоматический ответ"};

constexpr std::array<std::string_view, 26> kAwayPhrases{"i am out of the office",
                                                        "i'm out of the office",
                                                        "i am currently out of",
                                                        "i will be out of the office",
                                                        "i am on vacation",
                                                        "i am away",
                                                        "i'm away",
                                                        "on annual leave",
                                                        "on parental leave",
                                                        "will be back on",
                                                        "limited access to email",
                                                        "limited access to my email",
                                                        "this is an automatic",
                                                        "this is an automated",
                                                        "automatically generated",
                                                        "ich bin derzeit nicht",
                                                        "ich bin zur zeit nicht",
                                                        "nicht im büro",
                                                        "nicht im hause",
                                                        "bin ich nicht erreichbar",
                                                        "automatisch erstellt",
                                                        "jestem nieobecn",
                                                        "przebywam na urlopie",
                                                        "poza biurem",
                                                        "wiadomość wygenerowana automatycznie",
                                                        "je suis absent"};

constexpr std::array<std::string_view, 12> kRobotHeaders{
    "x-autoreply",        "x-autorespond",         "x-autoresponder", "x-autoreply-from",
    "x-autoreply-domain", "x-mail-autoreply",      "x-autogenerated", "x-facebook-notify",
    "x-cron-env",         "x-fc-machinegenerated", "x-vacation",      "x-ebay-mailtracker"};

// What speaks for a machine. Two points make a verdict; hints alone never do.
struct Signs {
    int points = 0;
    bool answers = false;  // it is an answer of a machine, rather than a machine's own message
    std::vector<std::string> named;

    void add(int weight, std::string sentence) {
        points += weight;
        named.push_back(std::move(sentence));
    }
    std::string told() const { return join(named, "; "); }
};

std::string without_reply_prefix(std::string_view subject) {
    std::string lower = to_lower_utf8(trim(subject));
    for (std::string_view const prefix : {"re:", "aw:", "odp:", "sv:"})
        if (lower.starts_with(prefix)) lower = std::string(trim(std::string_view(lower).substr(prefix.size())));
    return lower;
}

void weigh_headers(Signs& signs, Message const& message) {
    std::string_view const submitted = message.auto_submitted;
    if (submitted.starts_with("auto-")) {
        signs.add(2, "Auto-Submitted says \"" + std::string(submitted.substr(0, 40)) + "\"");
        signs.answers |= submitted.starts_with("auto-replied");
    }
    for (std::string_view const name : kRobotHeaders) {
        std::string_view const value = header_of(message, name);
        if (value.empty() || equals_ignoring_case(value, "no") || equals_ignoring_case(value, "false")) continue;
        signs.add(2, "the header " + std::string(name) + " is present");
        signs.answers |= name.contains("reply") || name.contains("respond") || name.contains("vacation");
        break;
    }
    if (message.precedence == "auto_reply" || message.precedence == "auto-reply") {
        signs.add(2, "Precedence says \"auto_reply\"");
        signs.answers = true;
    }
    if (is_read_receipt(message)) {
        signs.add(2, "it is a read receipt");
        signs.answers = true;
    }
    if (message.return_path == "<>") signs.add(1, "the return path is null");
    if (!header_of(message, "x-auto-response-suppress").empty()) signs.add(0, "X-Auto-Response-Suppress is present");
    if (!header_of(message, "x-loop").empty()) signs.add(1, "the header X-Loop is present");
}

void weigh_words(Signs& signs, Message const& message) {
    std::string const subject = without_reply_prefix(message.subject);
    for (std::string_view const known : kAwaySubjects) {
        if (!subject.starts_with(known)) continue;
        signs.add(2, "the subject begins with \"" + std::string(known) + "\"");
        signs.answers = true;
        break;
    }
    std::string const start = to_lower_utf8(cut_utf8(message.new_text, 2000));
    for (std::string_view const phrase : kAwayPhrases) {
        if (!start.contains(phrase)) continue;
        signs.add(1, "the text says \"" + std::string(phrase) + "\"");
        break;
    }
    if (message.from.empty()) return;
    // A form on a web site sends as no-reply and names the person in Reply-To.
    std::string_view const from = message.from.front().address;
    bool const person_named = !message.reply_to.empty() && !is_robot_address(message.reply_to.front().address);
    bool const robot = is_robot_address(from) && !person_named;
    if (robot || is_daemon_address(from)) signs.add(robot ? 2 : 1, "the sender is " + std::string(cut_utf8(from, 80)));
}

// A person who answers quotes what was said and adds words; vacation programs do not. Systems that pass human answers
// on (ServiceNow) mark them automatic all the same (H-12).
bool looks_human(Message const& message) {
    bool const answers = !message.in_reply_to.empty() || !message.references.empty();
    bool const words = trim(message.new_text).size() >= 2;
    return answers && words && !trim(message.quoted).empty();
}

std::string list_sign(Message const& message) {
    if (!message.list_id.empty()) return "List-Id is present";
    for (std::string_view const value : {"list", "bulk", "junk"})
        if (message.precedence == value) return "Precedence says \"" + std::string(value) + "\"";
    for (std::string_view const name : {"mailing-list", "x-mailing-list", "list-post", "x-list"})
        if (!header_of(message, name).empty()) return "the header " + std::string(name) + " is present";
    return {};
}

}  // namespace

AutoVerdict judge_auto_reply(Message const& message) {
    if (!message.own_headers.empty())
        return {AutoKind::own, "It carries our own header " + message.own_headers.front().name + "."};
    if (message.delivery_report)
        return {AutoKind::bounce, message.delivery_report->is_feedback ? "It is a feedback report (complaint)."
                                                                       : "It is a delivery report."};
    Signs signs;
    weigh_headers(signs, message);
    std::size_t const header_signs = signs.named.size();
    int const header_points = signs.points;
    weigh_words(signs, message);
    bool const only_headers = signs.points == header_points;
    std::string const list = list_sign(message);
    if (signs.points >= 2 && only_headers && list.empty() && looks_human(message))
        return {AutoKind::human, "A person answers here with a quote, although " + signs.told() + "."};
    if (signs.points >= 2 && (list.empty() || signs.answers)) {
        AutoKind const kind = signs.answers ? AutoKind::auto_reply : AutoKind::auto_generated;
        return {kind, "It was sent by a machine: " + signs.told() + "."};
    }
    if (!list.empty()) return {AutoKind::list, "It came through a mailing list or in bulk: " + list + "."};
    if (header_signs == 0) return {};
    return {AutoKind::human, "Too little speaks for a machine: " + signs.told() + "."};
}

std::string_view name_of(AutoKind kind) {
    switch (kind) {
        case AutoKind::human: return "human";
        case AutoKind::auto_reply: return "auto_reply";
        case AutoKind::auto_generated: return "auto_generated";
        case AutoKind::bounce: return "bounce";
        case AutoKind::list: return "list";
        case AutoKind::own: return "own";
    }
    return "human";
}

}  // namespace lotse::mail
