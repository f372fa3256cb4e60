// SPDX-License-Identifier: Apache-2.0
#include "gateway/inbound_from_mail.h"

#include <algorithm>

#include "base/crypto.h"
#include "base/text.h"
#include "mail/parse_message.h"

namespace lotse::gateway {
namespace {

constexpr std::size_t kTextBytes = 1 << 20;  // of the article; the raw mail keeps the rest

std::string addresses(std::vector<mail::Address> const& list) {
    std::vector<std::string> shown;
    for (auto const& one : list) shown.push_back(one.name.empty() ? one.address : one.name + " <" + one.address + ">");
    return join(shown, ", ");
}

domain::Person person_of(mail::Address const& address) {
    auto const canonical = mail::canonical_address(address.address);
    return {address.name, canonical ? canonical->key() : to_lower_ascii(address.address)};
}

// Plus tags of every address of ours that the mail names; a tag is only ever believed for its signature.
void collect_tokens(mail::Message const& message, Route const& route, domain::Inbound& out) {
    auto const add = [&](std::string const& tag) {
        if (!tag.empty() && std::ranges::find(out.reply_tokens, tag) == out.reply_tokens.end())
            out.reply_tokens.push_back(tag);
    };
    add(route.tag);
    for (auto const* list : {&message.to, &message.cc})
        for (auto const& one : *list)
            if (auto const canonical = mail::canonical_address(one.address)) add(canonical->tag);
}

void fill_text(mail::Message const& message, domain::Inbound& out) {
    out.subject = message.subject;
    out.text = cut_utf8(message.text, kTextBytes);
    out.new_text = cut_utf8(message.new_text, kTextBytes);
    out.quoted = cut_utf8(message.quoted, kTextBytes);
    out.signature = cut_utf8(message.signature, kTextBytes);
    out.html = message.html.size() <= kTextBytes ? message.html : std::string();
    out.language_hint = message.language_hint;
    out.defects = message.defects;
    if (out.text.size() < message.text.size())
        out.defects.emplace_back("The text is longer than shown here; the rest is in the raw message.");
}

void fill_verdict(mail::Message const& message, MailDelivery const& delivery, domain::Inbound& out) {
    auto verdict = message.auto_verdict;
    // RFC 5321: the null path is for messages that must not be answered.
    bool const null_path = delivery.has_envelope && delivery.envelope_from.empty();
    if (null_path && verdict.kind == mail::AutoKind::human)
        verdict = {mail::AutoKind::auto_generated, "It was sent with the empty return path, as machines do."};
    out.is_automatic = verdict.kind != mail::AutoKind::human;
    out.is_bulk = verdict.kind == mail::AutoKind::list;
    if (out.is_automatic) out.verdict = verdict.reason;
    if (!message.delivery_report || message.delivery_report->is_feedback) return;
    auto const& report = *message.delivery_report;
    for (auto const& failed : report.recipients)
        if (failed.action == "failed")
            out.failures.push_back({failed.address, failed.status, failed.diagnostic, report.original_message_id});
    // A bounce names our message by its id; that id carries the token of the ticket.
    if (!report.original_message_id.empty()) out.references.push_back(report.original_message_id);
}

}  // namespace

domain::Inbound inbound_from_mail(std::string_view raw, MailDelivery const& delivery) {
    auto message = mail::parse_message(raw);
    domain::Inbound out;
    out.channel = domain::Channel::email;
    out.door = delivery.door;
    out.recipient = delivery.route.recipient;
    out.queue = delivery.route.queue;
    out.received_at = delivery.received_at;
    out.raw = raw;
    out.unreadable = message.unreadable;
    if (!message.from.empty()) {
        out.from = person_of(message.from.front());
    } else if (auto const canonical = mail::canonical_address(delivery.envelope_from)) {
        out.from = {"", canonical->key()};
    }
    out.from_count = static_cast<int>(message.from.size());
    out.proof = proof_of(message.authentication_results, delivery.trusted_receivers);
    if (message.original_sender) out.original_sender = person_of(*message.original_sender);
    out.to = addresses(message.to);
    out.cc = addresses(message.cc);
    out.message_id = message.message_id;
    if (!message.in_reply_to.empty()) out.references.push_back(message.in_reply_to);
    out.references.insert(out.references.end(), message.references.begin(), message.references.end());
    fill_text(message, out);
    fill_verdict(message, delivery, out);
    collect_tokens(message, delivery.route, out);
    out.delivery_key = delivery_key(raw, message.message_id, mail::header_of(message, "Date"), delivery);
    for (auto& attachment : message.attachments)
        out.files.push_back({std::move(attachment.name), std::move(attachment.content_type),
                             std::move(attachment.content_id), attachment.is_inline, std::move(attachment.bytes)});
    return out;
}

std::string delivery_key(std::string_view raw, std::string_view message_id, std::string_view date,
                         MailDelivery const& delivery) {
    if (message_id.empty() && date.empty())
        return delivery.uid.empty() ? std::string() : sha256_hex("uid|" + delivery.door + "|" + delivery.uid);
    auto split_at = raw.find("\r\n\r\n");
    if (split_at == std::string_view::npos) split_at = raw.find("\n\n");
    auto const body = split_at == std::string_view::npos ? raw : raw.substr(split_at);
    std::string text = "mail|";
    text += delivery.route.recipient;
    text += '|';
    text += message_id.empty() ? date : message_id;
    text += '|';
    text += sha256(body);
    return sha256_hex(text);
}

domain::SenderProof proof_of(std::string_view authentication_results, std::vector<std::string> const& trusted) {
    auto const semicolon = authentication_results.find(';');
    if (semicolon == std::string_view::npos) return domain::SenderProof::none;
    auto server = trim(authentication_results.substr(0, semicolon));
    server = server.substr(0, server.find_first_of(" \t"));  // a version may follow the id
    bool const is_trusted =
        std::ranges::any_of(trusted, [&](auto const& id) { return equals_ignoring_case(id, server); });
    if (!is_trusted) return domain::SenderProof::none;
    for (auto part : split(authentication_results.substr(semicolon + 1), ';')) {
        part = trim(part);
        if (!starts_with_ignoring_case(part, "dmarc=")) continue;
        auto const verdict = part.substr(6, part.substr(6).find_first_of(" \t("));
        if (equals_ignoring_case(verdict, "pass")) return domain::SenderProof::pass;
        if (equals_ignoring_case(verdict, "fail")) return domain::SenderProof::fail;
    }
    return domain::SenderProof::none;
}

}  // namespace lotse::gateway
