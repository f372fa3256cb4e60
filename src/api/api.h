// SPDX-License-Identifier: Apache-2.0
// The REST API as one handler for the HTTP server: every route, who may use it, what goes in and what comes out.
#pragma once

#include <functional>
#include <string>

#include "desk/desk.h"
#include "desk/mail_test.h"
#include "net/http.h"
#include "net/hub.h"
#include "net/metrics.h"

namespace lotse::api {

struct ApiConfig {
    std::string data_folder;  // where the set-up token lies
    std::string public_url;   // where people reach the desk, "https://desk.example", for links in mail; "" = unknown
    std::string version;      // of the program
    int schema_version = 0;   // of the database
    // Calls of one token or session; 0 = without limit.
    int calls_per_minute = 600;
    int calls_burst = 60;
    // Attempts to sign in: of one account from one address, and of one address altogether.
    int logins_per_minute = 5;
    int logins_per_minute_of_address = 20;
};

// How far the demo desk is that a first start has asked for; nothing of one that came otherwise, or before this process.
struct DemoProgress {
    enum class State { none, loading, ready, failed };
    State state = State::none;
    std::size_t done = 0;  // tickets whose story has begun
    std::size_t total = 0;  // 0 until that is known
};

struct ApiParts {
    desk::Desk& desk;
    net::Hub& hub;
    net::Metrics& metrics;
    std::function<void()> addresses_changed;  // the doors read anew which address belongs to which queue
    ApiConfig config;
    desk::MailTester test_mail;
    bool has_relay = false;  // the configuration names the outgoing server
    std::function<void()> load_demo;  // in the background; quick
    std::function<DemoProgress()> demo_progress;
};

// How large the body of a request may be, for the HTTP server. Quick.
std::size_t body_limit(std::string_view method, std::string_view path);

// Runs on a work lane; thread-safe. The parts outlive the handler. Exceptions end here and become a 500.
net::Handler make_handler(ApiParts parts);

}  // namespace lotse::api
