// SPDX-License-Identifier: Apache-2.0
#include "mail/bounce_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "mail/encoded_words.h"
#include "mail/header_values.h"

namespace lotse::mail {
namespace {

constexpr std::size_t kMostRecipients = 20;
constexpr std::size_t kMostLines = 400;
constexpr std::size_t kLongestDiagnostic = 500;
constexpr std::size_t kLongestLine = 1000;

constexpr std::array<std::string_view, 41> kSubjects{"undelivered mail",
                                                     "undeliverable",
                                                     "delivery status notification",
                                                     "delivery failure",
                                                     "delivery failed",
                                                     "delivery has failed",
                                                     "mail delivery failed",
                                                     "mail delivery failure",
                                                     "mail delivery system",
                                                     "mail delivery status",
                                                     "mail delivery report",
                                                     "failure notice",
                                                     "failure delivery",
                                                     "returned mail",
                                                     "returned to sender",
                                                     "mail system error",
                                                     "mail could not be delivered",
                                                     "message could not be delivered",
                                                     "could not be delivered",
                                                     "could not send",
                                                     "delivery error",
                                                     "delivery notification",
                                                     "delivery report",
                                                     "delivery problem",
                                                     "nondeliverable",
                                                     "non delivery",
                                                     "non-delivery",
                                                     "not delivered",
                                                     "unzustellbar",
                                                     "zustellung fehlgeschlagen",
                                                     "fehler bei der zustellung",
                                                     "nie można dostarczyć",
                                                     "niedostarczona",
                                                     "non remis",
                                                     "delayed mail",
                                                     "message delayed",
                                                     "undelivered message",
                                                     "メールエラー",
                                                     "送信エラー",
                                                     "配信エラー",
                                                     "配信不能"};

constexpr std::array<std::string_view, 10> kDaemons{"mailer-daemon", "mailerdaemon", "mailer_daemon", "mail-daemon",
                                                    "mail.daemon",   "maildaemon",   "postmaster",    "post_master",
                                                    "mailsystem",    "mdaemon"};

constexpr std::array<std::string_view, 7> kRobots{"no-reply",   "noreply",      "no_reply", "no.reply",
                                                  "donotreply", "do-not-reply", "autoreply"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_address_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view("!#$%&'*+-/=?^_`{|}~.").contains(c);
}

// Where the copy of our own mail begins; what stands below is not the server speaking.
bool starts_copy(std::string_view line) {
    std::string const lower = to_lower_ascii(trim(line));
    static constexpr std::array<std::string_view, 13> kMarks{"received: ",
                                                             "return-path:",
                                                             "message-id:",
                                                             "original message",
                                                             "original headers",
                                                             "message header follows",
                                                             "unsent message below",
                                                             "the header of the original message",
                                                             "-- the header of",
                                                             "--- original message",
                                                             "----- original message",
                                                             "--- below this line is a copy",
                                                             "------ this is a copy of"};
    return std::ranges::any_of(kMarks, [&](std::string_view mark) { return lower.starts_with(mark); });
}

// The address around an '@' of a line, or "".
std::string address_at(std::string_view line, std::size_t at) {
    std::size_t first = at;
    while (first > 0 && is_address_byte(line[first - 1])) --first;
    std::size_t last = at + 1;
    while (last < line.size() && is_address_byte(line[last])) ++last;
    std::string_view domain = line.substr(at + 1, last - at - 1);
    std::string_view local = line.substr(first, at - first);
    while (domain.ends_with('.')) domain.remove_suffix(1);
    while (local.starts_with('\'') || local.starts_with('.')) local.remove_prefix(1);
    if (domain.ends_with('\'')) domain.remove_suffix(1);
    if (local.empty() || !domain.contains('.') || domain.starts_with('.')) return {};
    return std::string(local) + "@" + std::string(domain);
}

std::vector<std::string> addresses_in(std::string_view line) {
    std::vector<std::string> found;
    line = line.substr(0, kLongestLine);
    for (std::size_t at = line.find('@'); at != std::string_view::npos && found.size() < 4;
         at = line.find('@', at + 1)) {
        std::string address = address_at(line, at);
        if (!address.empty()) found.push_back(std::move(address));
    }
    return found;
}

// "550 ", "554-", also after a colon: a reply code of SMTP.
bool has_reply_code(std::string_view line) {
    for (std::size_t i = 0; i + 3 < line.size(); ++i) {
        bool const code = (line[i] == '4' || line[i] == '5') && is_digit(line[i + 1]) && is_digit(line[i + 2]);
        bool const starts = i == 0 || (!is_digit(line[i - 1]) && line[i - 1] != '.' && line[i - 1] != '-');
        bool const ends = line[i + 3] == ' ' || line[i + 3] == '-' || line[i + 3] == '#';
        if (code && starts && ends && line[i + 1] <= '7') return true;
    }
    return false;
}

bool says_why(std::string_view line) {
    if (has_reply_code(line) || !find_status_code(line).empty()) return true;
    static constexpr std::array<std::string_view, 22> kReasons{
        "unknown",     "no such",    "does not exist", "doesn't exist", "not found", "full",
        "quota",       "rejected",   "refused",        "denied",        "disabled",  "blocked",
        "unavailable", "not listed", "no mailbox",     "invalid",       "timed out", "time out",
        "unrouteable", "not accept", "suspended",      "too large"};
    std::string const lower = to_lower_ascii(line);
    return std::ranges::any_of(kReasons, [&](std::string_view reason) { return lower.contains(reason); });
}

void add_recipient(std::vector<FailedRecipient>& found, std::string const& address,
                   std::vector<std::string> const& ours) {
    auto const same = [&](std::string const& other) { return equals_ignoring_case(other, address); };
    if (is_daemon_address(address) || std::ranges::any_of(ours, same)) return;
    auto const known = [&](FailedRecipient const& r) { return same(r.address); };
    if (found.size() >= kMostRecipients || std::ranges::any_of(found, known)) return;
    found.push_back({address, "failed", {}, {}});
}

}  // namespace

std::string find_status_code(std::string_view text) {
    for (std::size_t i = 0; i + 4 < text.size(); ++i) {
        if ((text[i] != '4' && text[i] != '5' && text[i] != '2') || text[i + 1] != '.' || !is_digit(text[i + 2]))
            continue;
        if (i > 0 && (is_digit(text[i - 1]) || text[i - 1] == '.')) continue;
        std::size_t at = i + 2;
        std::size_t const subject = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        if (at - subject > 3 || at >= text.size() || text[at] != '.') continue;
        std::size_t const detail = ++at;
        while (at < text.size() && is_digit(text[at])) ++at;
        bool const goes_on = at < text.size() && text[at] == '.' && at + 1 < text.size() && is_digit(text[at + 1]);
        if (at > detail && at - detail <= 3 && !goes_on) return std::string(text.substr(i, at - i));
    }
    return {};
}

std::string find_quoted_message_id(std::string_view text) {
    for (std::string_view const line : split(text, '\n')) {
        std::size_t const start = std::min(line.find_first_not_of("> \t|"), line.size());
        std::string_view const field = line.substr(start);
        if (!starts_with_ignoring_case(field, "message-id:")) continue;
        auto const ids = parse_message_ids(field.substr(11), 1);
        if (!ids.empty() && ids.front().contains('@')) return ids.front();
    }
    return {};
}

std::vector<FailedRecipient> find_failed_recipients(std::string_view text, std::vector<std::string> const& ours) {
    std::vector<FailedRecipient> found;
    std::size_t line_number = 0;
    for (std::string_view const line : split(text, '\n')) {
        if (++line_number > kMostLines || (starts_copy(line) && !found.empty())) break;
        bool const mentions = line.contains('@');
        if (mentions)
            for (std::string const& address : addresses_in(line)) add_recipient(found, address, ours);
        if (found.empty() || !says_why(line)) continue;
        FailedRecipient& last = found.back();
        if (last.status.empty()) last.status = find_status_code(line);
        if (last.diagnostic.empty()) last.diagnostic = cut_utf8(to_one_line(line), kLongestDiagnostic);
    }
    return found;
}

bool is_bounce_subject(std::string_view subject) {
    std::string const lower = to_lower_utf8(subject);
    return std::ranges::any_of(kSubjects, [&](std::string_view known) { return lower.contains(known); });
}

bool is_delay_subject(std::string_view subject) {
    std::string const lower = to_lower_utf8(subject);
    static constexpr std::array<std::string_view, 6> kDelays{"delay",    "warning:", "being retried",
                                                             "verzöger", "opóźni",   "retard"};
    return std::ranges::any_of(kDelays, [&](std::string_view known) { return lower.contains(known); });
}

bool is_daemon_address(std::string_view address) {
    std::string const local = to_lower_ascii(address.substr(0, address.find('@')));
    return std::ranges::any_of(kDaemons, [&](std::string_view daemon) { return local.starts_with(daemon); });
}

bool is_robot_address(std::string_view address) {
    std::string const local = to_lower_ascii(address.substr(0, address.find('@')));
    return std::ranges::any_of(kRobots, [&](std::string_view robot) { return local.starts_with(robot); });
}

}  // namespace lotse::mail
