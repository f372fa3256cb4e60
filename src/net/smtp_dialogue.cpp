// SPDX-License-Identifier: Apache-2.0
#include "net/smtp_dialogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace lotse::net {
namespace {

constexpr std::size_t kPathBytes = 320;  // 64 + "@" + 255
constexpr std::size_t kHeloBytes = 255;

struct Path {
    std::string address;
    std::string_view parameters;
};

// "<anna@example.org> SIZE=100"; source routes ("<@a,@b:c@d>") are dropped, quoted local parts are kept whole.
std::optional<Path> read_path(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.front() != '<') return std::nullopt;
    bool quoted = false;
    std::size_t end = std::string_view::npos;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (quoted && text[i] == '\\') {
            ++i;
        } else if (text[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && text[i] == '>') {
            end = i;
            break;
        }
    }
    if (end == std::string_view::npos || quoted) return std::nullopt;
    auto address = text.substr(1, end - 1);
    if (address.starts_with('@')) {
        auto const colon = address.find(':');
        if (colon == std::string_view::npos) return std::nullopt;
        address.remove_prefix(colon + 1);
    }
    if (address.size() > kPathBytes || (end + 1 < text.size() && text[end + 1] != ' ')) return std::nullopt;
    return Path{std::string(address), trim(text.substr(end + 1))};
}

bool is_mailbox(std::string_view address) {
    auto const at = address.rfind('@');
    if (equals_ignoring_case(address, "postmaster")) return true;
    return at != std::string_view::npos && at > 0 && at + 1 < address.size() &&
           address.find_first_of(" \t", at) == std::string_view::npos;
}

std::string reply_of(Error const& error) {
    auto const answer = answer_for(error.kind);
    auto text = error.message.empty() ? std::string("Not now.") : error.message;
    std::ranges::replace_if(text, [](char c) { return c == '\r' || c == '\n'; }, ' ');
    return fmt::format("{} {} {}\r\n", answer.smtp, answer.enhanced, text);
}

bool is_clean(std::string_view line) {
    return is_utf8(line) &&
           std::ranges::all_of(line, [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; });
}

}  // namespace

SmtpDialogue::SmtpDialogue(MailServerOptions const& options, std::string peer) : options_(options) {
    envelope_.peer = std::move(peer);
}

std::string SmtpDialogue::greeting() const {
    return fmt::format("220 {} {} Lotse\r\n", options_.server_name,
                       options_.protocol == MailProtocol::lmtp ? "LMTP" : "ESMTP");
}

SmtpAction SmtpDialogue::command(std::string_view line) {
    if (!is_clean(line)) return error("500 5.5.2 A command is printable text.\r\n");
    auto const space = line.find(' ');
    auto const verb = to_lower_ascii(line.substr(0, space));
    auto const argument = space == std::string_view::npos ? std::string_view() : trim(line.substr(space + 1));
    if (verb == "ehlo" || verb == "helo" || verb == "lhlo") return hello(verb, argument);
    if (verb == "mail") return mail_from(argument);
    if (verb == "rcpt") return rcpt_to(argument);
    if (verb == "data") return data(argument);
    if (verb == "starttls") return start_tls(argument);
    if (verb == "quit")
        return {SmtpStep::quit, fmt::format("221 2.0.0 {} says good-bye.\r\n", options_.server_name), {}};
    if (verb == "noop") return {SmtpStep::reply, "250 2.0.0 Ok.\r\n", {}};
    if (verb == "rset") {
        reset();
        return {SmtpStep::reply, "250 2.0.0 Ok.\r\n", {}};
    }
    // No address is confirmed to somebody who only asks.
    if (verb == "vrfy") return {SmtpStep::reply, "252 2.5.0 Send the message, then we shall see.\r\n", {}};
    if (verb == "help") return {SmtpStep::reply, "214 2.0.0 See RFC 5321.\r\n", {}};
    return error("500 5.5.1 This command is not known here.\r\n");
}

SmtpAction SmtpDialogue::hello(std::string_view verb, std::string_view argument) {
    bool const is_lmtp = options_.protocol == MailProtocol::lmtp;
    if (is_lmtp != (verb == "lhlo"))
        return error(is_lmtp ? "500 5.5.1 This is LMTP; say LHLO.\r\n" : "500 5.5.1 This is SMTP; say EHLO.\r\n");
    if (argument.empty() || argument.size() > kHeloBytes) return error("501 5.5.4 Say who you are: EHLO your.name\r\n");
    reset();
    is_greeted_ = true;
    envelope_.helo = argument;
    if (verb == "helo") return {SmtpStep::reply, fmt::format("250 {}\r\n", options_.server_name), {}};
    auto text = fmt::format("250-{}\r\n250-PIPELINING\r\n250-SIZE {}\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n",
                            options_.server_name, options_.message_bytes);
    if (options_.tls && !envelope_.is_tls) text += "250-STARTTLS\r\n";
    text += "250 ENHANCEDSTATUSCODES\r\n";
    return {SmtpStep::reply, std::move(text), {}};
}

SmtpAction SmtpDialogue::mail_from(std::string_view argument) {
    if (!is_greeted_) return error("503 5.5.1 Say hello first.\r\n");
    if (has_sender_) return error("503 5.5.1 One sender at a time.\r\n");
    if (messages_ >= options_.messages_per_connection) return error("451 4.7.0 Enough for one connection.\r\n");
    if (!starts_with_ignoring_case(argument, "from:")) return error("501 5.5.4 MAIL FROM:<address>\r\n");
    auto const path = read_path(argument.substr(5));
    if (!path || (!path->address.empty() && !is_mailbox(path->address)))
        return error("501 5.1.7 MAIL FROM:<address>\r\n");
    bool is_utf8_mail = false;
    for (auto const parameter : split(path->parameters, ' ')) {
        if (starts_with_ignoring_case(parameter, "size=")) {
            auto const size = to_int(parameter.substr(5));
            if (!size || *size < 0) return error("501 5.5.4 SIZE is a number of bytes.\r\n");
            if (static_cast<std::uint64_t>(*size) > options_.message_bytes)
                return error(fmt::format("552 5.3.4 A message has at most {} bytes.\r\n", options_.message_bytes));
        } else if (equals_ignoring_case(parameter, "smtputf8")) {
            is_utf8_mail = true;
        } else if (!parameter.empty() && !equals_ignoring_case(parameter, "body=8bitmime") &&
                   !equals_ignoring_case(parameter, "body=7bit")) {
            return error("555 5.5.4 This parameter is not known here.\r\n");
        }
    }
    envelope_.from = path->address;
    envelope_.is_utf8 = is_utf8_mail;
    has_sender_ = true;
    return {SmtpStep::reply, "250 2.1.0 Ok.\r\n", {}};
}

SmtpAction SmtpDialogue::rcpt_to(std::string_view argument) {
    if (!has_sender_) return error("503 5.5.1 MAIL FROM comes first.\r\n");
    if (!starts_with_ignoring_case(argument, "to:")) return error("501 5.5.4 RCPT TO:<address>\r\n");
    auto const path = read_path(argument.substr(3));
    if (!path || !is_mailbox(path->address) || !path->parameters.empty())
        return error("501 5.1.3 RCPT TO:<address>\r\n");
    if (static_cast<int>(envelope_.recipients.size()) >= options_.recipients)
        return error("452 4.5.3 Too many recipients; send the rest in a second message.\r\n");
    return {SmtpStep::check_recipient, {}, path->address};
}

std::string SmtpDialogue::recipient_checked(std::string const& recipient, Result<void> const& verdict) {
    if (verdict) {
        envelope_.recipients.push_back(recipient);
        return "250 2.1.5 Ok.\r\n";
    }
    ++errors_;
    if (verdict.error().kind == Kind::not_found) return "550 5.1.1 There is no such recipient here.\r\n";
    return reply_of(verdict.error());
}

SmtpAction SmtpDialogue::data(std::string_view argument) {
    if (!argument.empty()) return error("501 5.5.4 DATA has no argument.\r\n");
    if (!has_sender_) return error("503 5.5.1 MAIL FROM comes first.\r\n");
    if (envelope_.recipients.empty()) return error("554 5.5.1 No valid recipients.\r\n");
    return {SmtpStep::data, "354 Go on; end with <CRLF>.<CRLF>\r\n", {}};
}

SmtpAction SmtpDialogue::start_tls(std::string_view argument) {
    if (!argument.empty()) return error("501 5.5.4 STARTTLS has no argument.\r\n");
    if (!options_.tls) return error("502 5.5.1 TLS is not set up here.\r\n");
    if (envelope_.is_tls) return error("503 5.5.1 TLS is on already.\r\n");
    return {SmtpStep::start_tls, "220 2.0.0 Go on.\r\n", {}};
}

std::string SmtpDialogue::delivered(std::vector<Result<void>> const& results) {
    std::string out;
    bool const is_lmtp = options_.protocol == MailProtocol::lmtp;
    // SMTP has one answer for all: the first failure, so that the sender keeps what any desk could not store.
    auto const failed = std::ranges::find_if(results, [](auto const& result) { return !result.has_value(); });
    for (auto const& result : results) {
        auto const& shown = is_lmtp || failed == results.end() ? result : *failed;
        out += shown ? "250 2.0.0 Stored.\r\n" : reply_of(shown.error());
        if (!is_lmtp) break;
    }
    ++messages_;
    reset();
    return out;
}

std::string SmtpDialogue::too_large() {
    std::vector<Result<void>> results(
        envelope_.recipients.size(),
        lotse::too_large("smtp.too_large", fmt::format("A message has at most {} bytes.", options_.message_bytes)));
    return delivered(results);
}

// RFC 3207: everything said before TLS is forgotten.
void SmtpDialogue::tls_started() {
    reset();
    is_greeted_ = false;
    envelope_.helo.clear();
    envelope_.is_tls = true;
}

SmtpAction SmtpDialogue::error(std::string text) {
    ++errors_;
    return {SmtpStep::reply, std::move(text), {}};
}

void SmtpDialogue::reset() {
    envelope_.from.clear();
    envelope_.recipients.clear();
    envelope_.is_utf8 = false;
    has_sender_ = false;
}

void DataReader::put(char c) {
    if (message_.size() >= limit_) {
        is_too_large_ = true;
        message_ = {};
    }
    if (!is_too_large_) message_ += c;
}

std::size_t DataReader::feed(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        char const c = bytes[i];
        switch (at_) {
            case At::line_start:
                if (c == '.') {
                    at_ = At::dot;
                    continue;
                }
                break;
            case At::dot:  // the stuffed dot is dropped, unless the message ends here
                if (c == '\r') {
                    at_ = At::dot_cr;
                    continue;
                }
                break;
            case At::dot_cr:
                if (c == '\n') {
                    is_done_ = true;
                    return i + 1;
                }
                put('\r');
                break;
            case At::after_cr:
                if (c == '\n') {
                    put(c);
                    at_ = At::line_start;
                    continue;
                }
                break;
            case At::line: break;
        }
        put(c);
        at_ = c == '\r' ? At::after_cr : At::line;
    }
    return bytes.size();
}

}  // namespace lotse::net
