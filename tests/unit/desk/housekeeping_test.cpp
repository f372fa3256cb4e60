// SPDX-License-Identifier: Apache-2.0
#include "desk/housekeeping.h"

#include <filesystem>

#include "desk/note.h"
#include "desk/uploads.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class Housekeeping : public DeskTest {
  protected:
    Housekeeping() { anna_ = add_agent("Anna Kowalska").id; }
    domain::Upload upload(std::string name, std::string bytes) {
        return need(desk::upload(*desk_, as(anna_), {std::move(name), "text/plain", false, std::move(bytes)}));
    }
    bool has_bytes(domain::Upload const& upload) { return blobs_->get(*scope_, upload.sha256).has_value(); }
    // As if so much time had passed, also for the files.
    void pass(std::chrono::hours time) {
        clock_.advance(time);
        for (auto const& entry : std::filesystem::recursive_directory_iterator(blobs_->folder()))
            if (entry.is_regular_file()) std::filesystem::last_write_time(entry.path(), entry.last_write_time() - time);
        need(desk::keep_house(*desk_));
    }
    domain::AgentId anna_;
};

TEST_F(Housekeeping, RemovesTheBytesOfAnUploadADayAfterItExpired) {
    auto const forgotten = upload("a.txt", "nobody sends this");
    pass(std::chrono::hours{47});
    EXPECT_TRUE(has_bytes(forgotten));
    EXPECT_TRUE(desk::read_upload(*desk_, *scope_, forgotten.id));
    pass(std::chrono::hours{2});
    EXPECT_FALSE(desk::read_upload(*desk_, *scope_, forgotten.id));
    EXPECT_TRUE(has_bytes(forgotten)) << "a backup may be on its way";
    pass(std::chrono::hours{25});
    EXPECT_FALSE(has_bytes(forgotten));
}

TEST_F(Housekeeping, KeepsBytesThatAnythingElseHas) {
    auto const ticket = accept(mail("grace@customer.example", "Printer", "It prints nothing.")).ticket;
    auto const first = upload("a.txt", "sent and forgotten");
    auto const second = upload("b.txt", "sent and forgotten");
    ASSERT_EQ(first.sha256, second.sha256);
    desk::NewNote note;
    note.ticket = ticket;
    note.text = "with a file";
    note.attachments = {second.id};
    need(desk::add_note(*desk_, as(anna_), note));
    pass(std::chrono::hours{49});
    pass(std::chrono::hours{25});
    EXPECT_FALSE(desk::read_upload(*desk_, *scope_, first.id));
    EXPECT_TRUE(has_bytes(first)) << "the note has a file of the same content";
    auto const shown = need(desk::read_attachment(*desk_, *scope_, view(ticket).attachments.at(0).id));
    EXPECT_EQ(shown.bytes, "sent and forgotten");
}

TEST_F(Housekeeping, KeepsBytesThatAreUploadedAgainMeanwhile) {
    auto const first = upload("a.txt", "again");
    need(desk::drop_upload(*desk_, *scope_, first.id));
    pass(std::chrono::hours{12});
    auto const second = upload("b.txt", "again");
    pass(std::chrono::hours{13});
    EXPECT_TRUE(has_bytes(second));
    pass(std::chrono::hours{36});
    pass(std::chrono::hours{25});
    EXPECT_FALSE(has_bytes(second)) << "nobody wanted it in the end";
}

}  // namespace
}  // namespace lotse
