// SPDX-License-Identifier: Apache-2.0
#include "gateway/mail_out.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "base/text.h"
#include "desk/letters.h"
#include "gateway/start_curl.h"
#include "mail/build_message.h"

namespace lotse::gateway {
namespace {

struct Pending {
    std::string_view left;
};

std::size_t give(char* buffer, std::size_t size, std::size_t count, void* user) {
    auto& pending = *static_cast<Pending*>(user);
    auto const n = std::min(size * count, pending.left.size());
    std::memcpy(buffer, pending.left.data(), n);
    pending.left.remove_prefix(n);
    return n;
}

bool is_loopback_url(std::string_view url) {
    auto const scheme = url.find("://");
    auto host = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
    host = host.substr(0, host.find('/'));
    if (host.starts_with('[')) return host.starts_with("[::1]");
    host = host.substr(0, host.find(':'));
    return host == "localhost" || host.starts_with("127.");
}

void set_security(CURL* curl, SmtpRelay const& relay) {
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_USE_SSL, relay.security == "starttls" ? CURLUSESSL_ALL : CURLUSESSL_NONE);
    if (!relay.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, relay.ca_file.c_str());
    if (!relay.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, relay.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, relay.password.reveal().c_str());
    }
}

// So that a page can say in its own words what an admin may do about it.
std::string code_of(CURLcode code) {
    switch (code) {
        case CURLE_LOGIN_DENIED: return "relay.login";
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_CONNECT: return "relay.unreachable";
        case CURLE_OPERATION_TIMEDOUT: return "relay.timeout";
        case CURLE_USE_SSL_FAILED:
        case CURLE_SSL_CONNECT_ERROR: return "relay.tls";
        case CURLE_PEER_FAILED_VERIFICATION: return "relay.certificate";
        default: return "relay.failed";
    }
}

Result<void> outcome(CURL* curl, CURLcode code, char const* why) {
    if (code == CURLE_OK) return {};
    long reply = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
    std::string const reason = why[0] != '\0' ? why : curl_easy_strerror(code);
    auto const told = reply > 0 ? fmt::format("The mail server answered {}: {}", reply, reason)
                                : fmt::format("The mail server could not be used: {}", reason);
    // A wrong password is 5xx too, but about us and not about this message.
    bool const is_final = reply >= 500 && reply < 600 && code != CURLE_LOGIN_DENIED && code != CURLE_USE_SSL_FAILED;
    if (is_final) return Error{Kind::invalid, "relay.refused", told, reason, {}};
    return unavailable(code_of(code), told, reason);
}

using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

// `why` outlives the handle and gets the library's words.
Result<Curl> begin(SmtpRelay const& relay, char* why) {
    CHECK_OK(check(relay));
    start_curl();
    Curl curl(curl_easy_init(), &curl_easy_cleanup);
    if (!curl) return unavailable("relay.failed", "The mail client could not start.");
    curl_easy_setopt(curl.get(), CURLOPT_URL, relay.url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);  // no SIGALRM in a threaded program
    curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, 15L);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, static_cast<long>(relay.timeout_seconds));
    curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, why);
    set_security(curl.get(), relay);
    return curl;
}

}  // namespace

Result<void> check(SmtpRelay const& relay) {
    if (relay.url.empty()) return {};
    bool const is_tls = relay.url.starts_with("smtps://") || relay.security == "starttls";
    if (!is_tls && !is_loopback_url(relay.url))
        return invalid("relay.clear_text",
                       "Mail would cross the network in clear text; use smtps:// or security = \"starttls\".",
                       "/relay/security");
    return {};
}

Result<std::string> mail_of_notice(MailFrom const& from, domain::Notice const& notice, Carried const& carried) {
    mail::Outgoing out;
    out.from = {from.name, from.address};
    out.to = mail::parse_address_list(carried.to);
    out.cc = mail::parse_address_list(carried.cc);
    if (out.to.empty()) out.to = {{notice.to_name, notice.to_address}};
    for (auto const& file : carried.files)
        out.attachments.push_back(
            {file.name, file.content_type, file.content_id, file.is_inline, mail::AttachmentKind::file, file.bytes});
    if (!notice.reply_to.empty()) out.reply_to = mail::Address{from.name, notice.reply_to};
    out.subject = notice.subject;
    out.text = notice.text;
    out.html = notice.html;
    out.language = notice.language;
    out.message_id = notice.message_id;
    for (auto const part : split(notice.references, ' '))
        if (!part.empty()) out.references.emplace_back(part);
    if (!out.references.empty()) out.in_reply_to = out.references.back();
    out.date = notice.created_at;
    if (notice.is_automatic) {
        bool const answers =
            notice.kind == domain::NoticeKind::confirmation || notice.kind == domain::NoticeKind::reopened;
        out.auto_submitted = answers ? mail::AutoSubmitted::auto_replied : mail::AutoSubmitted::auto_generated;
        out.suppress_auto_response = true;
        out.notice = domain::name_of(notice.kind);
        out.feedback_id = fmt::format("{}:lotse", domain::name_of(notice.kind));
    }
    return mail::build_message(out);
}

Result<void> send_notice(SmtpRelay const& relay, MailFrom const& from, domain::Notice const& notice,
                         Carried const& carried) {
    TRY(auto bytes, mail_of_notice(from, notice, carried));
    return send_mail(relay, notice.is_automatic ? std::string() : from.address, notice.to_address, bytes);
}

Result<void> send_letter(SmtpRelay const& relay, MailFrom const& from, PlainLetter const& letter) {
    mail::Outgoing out;
    out.from = {from.name, from.address};
    out.to = {{letter.to_name, letter.to_address}};
    out.subject = letter.subject;
    out.text = letter.text;
    out.html = desk::letter_as_html(letter.text);
    out.language = letter.language;
    out.message_id = letter.message_id;
    out.date = letter.at;
    out.auto_submitted = mail::AutoSubmitted::auto_generated;
    out.suppress_auto_response = true;
    out.notice = "letter";
    TRY(auto const bytes, mail::build_message(out));
    return send_mail(relay, {}, letter.to_address, bytes);
}

Result<void> send_mail(SmtpRelay const& relay, std::string const& sender, std::string const& recipient,
                       std::string_view bytes) {
    char why[CURL_ERROR_SIZE] = "";
    TRY(auto const curl, begin(relay, why));
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> const to(
        curl_slist_append(nullptr, ("<" + recipient + ">").c_str()), &curl_slist_free_all);
    Pending pending{bytes};
    auto const path = "<" + sender + ">";
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, path.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, to.get());
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &pending);
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    return outcome(curl.get(), curl_easy_perform(curl.get()), why);
}

Result<void> try_relay(SmtpRelay const& relay) {
    char why[CURL_ERROR_SIZE] = "";
    TRY(auto const curl, begin(relay, why));
    curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, "NOOP");
    curl_easy_setopt(curl.get(), CURLOPT_NOBODY, 1L);
    return outcome(curl.get(), curl_easy_perform(curl.get()), why);
}

}  // namespace lotse::gateway
