// SPDX-License-Identifier: Apache-2.0
// A whole desk on SQLite in a folder of its own, with a clock that the test moves.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>

#include "base/text.h"
#include "desk/accept.h"
#include "desk/bootstrap.h"
#include "desk/commit_settlement.h"
#include "desk/desk.h"
#include "desk/view_ticket.h"
#include "store/agents.h"
#include "store/open.h"
#include "store/outbox.h"
#include "store/setup.h"
#include "store/tenants.h"

namespace lotse {

// Fails the test with the error's own words.
template <class T>
T need(Result<T> result, char const* what = "") {
    if (!result) {
        ADD_FAILURE() << what << ": " << result.error().code << " " << result.error().message << " "
                      << result.error().detail;
        throw std::runtime_error(result.error().code);
    }
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

class DeskTest : public testing::Test {
  protected:
    DeskTest()
        : folder_(testing::TempDir() + "lotse_desk_" + std::to_string(::getpid()) + "_" + std::to_string(counter_++)),
          // A Wednesday, 10:00 in Berlin.
          clock_(*parse_rfc3339("2026-03-04T09:00:00Z")),
          setups_(clock_, Duration::zero()) {
        std::filesystem::create_directories(folder_);
        store::OpenOptions options;
        options.data_folder = folder_;
        options.relaxed = true;
        store_ = need(store::open(options), "open");
        blobs_ = std::make_unique<store::Blobs>(need(store::Blobs::open(folder_ + "/files")));
        desk_.reset(new desk::Desk{
            *store_, *blobs_, clock_, Secret<std::string>(std::string(32, 'k')), models_, setups_, meanings_, {}});
        desk::NewDesk wanted;
        wanted.name = "Hafen IT";
        wanted.time_zone = "Europe/Berlin";
        wanted.mail_from = "help@desk.example";
        tenant_ = need(desk::make_desk(*desk_, wanted));
        scope_ = std::make_unique<domain::TenantScope>(domain::ScopeMint::for_tenant(tenant_.id));
    }
    ~DeskTest() override {
        desk_.reset();
        store_.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    domain::Agent add_agent(std::string name, std::vector<std::string> languages = {"en"}) {
        return need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<domain::Agent> {
            TRY(auto queues, store::list_queues(txn));
            domain::Agent agent;
            agent.name = name;
            agent.email = to_lower_ascii(replace_all(name, " ", ".")) + "@team.example";
            agent.languages = std::move(languages);
            for (auto const& queue : queues) agent.queues.push_back(queue.id);
            agent.created_at = clock_.now();
            return store::add_agent(txn, std::move(agent));
        }));
    }
    access::Principal as(domain::AgentId agent) const {
        auto out = access::operator_of(tenant_.id);
        out.agent = agent;
        return out;
    }

    // A plain mail of a customer, as a door would hand it over.
    domain::Inbound mail(std::string from, std::string subject, std::string text) {
        domain::Inbound out;
        out.door = "smtp";
        out.recipient = "help@desk.example";
        out.from = {"Grace Hopper", std::move(from)};
        out.subject = std::move(subject);
        out.text = out.new_text = std::move(text);
        out.message_id = "m" + std::to_string(++mails_) + "@customer.example";
        out.delivery_key = out.message_id;
        out.raw = "Subject: " + out.subject + "\r\n\r\n" + out.text;
        out.received_at = clock_.now();
        return out;
    }
    desk::Accepted accept(domain::Inbound const& inbound) { return need(desk::accept(*desk_, *scope_, inbound)); }
    int settle() { return need(desk::settle_all(*desk_, *scope_)); }
    desk::TicketView view(domain::TicketId id) { return need(desk::view_ticket(*desk_, *scope_, id)); }
    std::vector<domain::Notice> notices_to(domain::TicketId id, std::string_view address) {
        std::vector<domain::Notice> out;
        for (auto& notice : view(id).notices)
            if (notice.to_address == address) out.push_back(std::move(notice));
        return out;
    }

    static inline int counter_ = 0;
    int mails_ = 0;
    std::string folder_;
    FakeClock clock_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<store::Blobs> blobs_;
    desk::Models models_;
    desk::Setups setups_;
    desk::Meanings meanings_;
    std::unique_ptr<desk::Desk> desk_;
    domain::Tenant tenant_;
    std::unique_ptr<domain::TenantScope> scope_;
};

}  // namespace lotse
