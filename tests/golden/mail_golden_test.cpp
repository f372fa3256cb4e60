// SPDX-License-Identifier: Apache-2.0
// Every mail in tests/golden/mail is named for what breaks in it; the .json beside it says what we read from it.
// With LOTSE_GOLDEN_ACCEPT=1 the .json files are written anew, to be reviewed as a diff.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "base/crypto.h"
#include "base/json.h"
#include "base/text.h"
#include "mail/parse_message.h"

namespace lotse::mail {
namespace {

namespace fs = std::filesystem;

std::string read_file(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void put(JsonObject& into, std::string_view key, std::string_view value) {
    if (!value.empty()) into[key] = value;
}

std::string shown(Address const& address) {
    return address.name.empty() ? address.address : address.name + " <" + address.address + ">";
}

void put(JsonObject& into, std::string_view key, std::vector<Address> const& list) {
    JsonArray array;
    for (Address const& address : list) array.emplace_back(shown(address));
    if (!array.empty()) into[key] = std::move(array);
}

void put(JsonObject& into, std::string_view key, std::vector<std::string> const& list) {
    JsonArray array;
    for (std::string const& text : list) array.emplace_back(text);
    if (!array.empty()) into[key] = std::move(array);
}

std::string_view kind_name(AttachmentKind kind) {
    switch (kind) {
        case AttachmentKind::file: return "file";
        case AttachmentKind::calendar: return "calendar";
        case AttachmentKind::message: return "message";
        case AttachmentKind::winmail: return "winmail";
        case AttachmentKind::delivery_status: return "delivery_status";
    }
    return "file";
}

void put_attachments(JsonObject& into, Message const& message) {
    JsonArray array;
    for (Attachment const& attachment : message.attachments) {
        JsonObject object;
        put(object, "name", attachment.name);
        put(object, "content_type", attachment.content_type);
        put(object, "content_id", attachment.content_id);
        if (attachment.is_inline) object["is_inline"] = true;
        object["kind"] = kind_name(attachment.kind);
        object["size"] = attachment.bytes.size();
        object["sha256"] = sha256_hex(attachment.bytes).substr(0, 16);
        array.emplace_back(std::move(object));
    }
    if (!array.empty()) into["attachments"] = std::move(array);
}

void put_report(JsonObject& into, DeliveryReport const& report) {
    JsonArray recipients;
    for (FailedRecipient const& failed : report.recipients) {
        JsonObject object;
        put(object, "address", failed.address);
        put(object, "action", failed.action);
        put(object, "status", failed.status);
        put(object, "diagnostic", failed.diagnostic);
        recipients.emplace_back(std::move(object));
    }
    JsonObject object{{"recipients", std::move(recipients)}};
    put(object, "original_message_id", report.original_message_id);
    if (report.is_feedback) object["is_feedback"] = true;
    into["delivery_report"] = std::move(object);
}

// What is empty is left out, so that each file shows what its mail is about.
std::string as_json(Message const& message) {
    JsonObject object;
    put(object, "message_id", message.message_id);
    put(object, "in_reply_to", message.in_reply_to);
    put(object, "references", message.references);
    put(object, "from", message.from);
    if (message.sender) put(object, "sender", shown(*message.sender));
    put(object, "reply_to", message.reply_to);
    put(object, "to", message.to);
    put(object, "cc", message.cc);
    if (message.date) put(object, "date", to_rfc3339(*message.date));
    put(object, "subject", message.subject);
    put(object, "text", message.text);
    put(object, "html", message.html);
    if (std::string_view(message.new_text) != trim(message.text)) put(object, "new_text", message.new_text);
    put(object, "quoted", message.quoted);
    put(object, "signature", message.signature);
    put(object, "language_hint", message.language_hint);
    put_attachments(object, message);
    object["kind"] = name_of(message.auto_verdict.kind);
    put(object, "reason", message.auto_verdict.reason);
    if (message.delivery_report) put_report(object, *message.delivery_report);
    if (message.original_sender) put(object, "original_sender", shown(*message.original_sender));
    put(object, "return_path", message.return_path);
    put(object, "list_id", message.list_id);
    put(object, "auto_submitted", message.auto_submitted);
    put(object, "precedence", message.precedence);
    if (message.unreadable) object["unreadable"] = true;
    put(object, "defects", message.defects);
    return to_pretty(object);
}

std::vector<fs::path> golden_mails() {
    std::vector<fs::path> mails;
    for (auto const& entry : fs::directory_iterator(fs::path(LOTSE_TEST_DATA) / "golden" / "mail"))
        if (entry.path().extension() == ".eml") mails.push_back(entry.path());
    std::ranges::sort(mails);
    return mails;
}

class GoldenMail : public testing::TestWithParam<fs::path> {};

TEST_P(GoldenMail, IsReadAsAccepted) {
    fs::path expected_path = GetParam();
    expected_path.replace_extension(".json");
    std::string const actual = as_json(parse_message(read_file(GetParam())));
    if (char const* const accept = std::getenv("LOTSE_GOLDEN_ACCEPT");
        accept != nullptr && std::string_view(accept) == "1") {
        std::ofstream(expected_path, std::ios::binary) << actual;
        return;
    }
    ASSERT_TRUE(fs::exists(expected_path)) << "no .json beside this mail; ./dev golden --accept writes it";
    EXPECT_EQ(actual, read_file(expected_path));
}

INSTANTIATE_TEST_SUITE_P(Mail, GoldenMail, testing::ValuesIn(golden_mails()),
                         [](auto const& info) { return info.param.stem().string(); });

TEST(GoldenMails, AreThere) { EXPECT_GE(golden_mails().size(), 40U); }

}  // namespace
}  // namespace lotse::mail
