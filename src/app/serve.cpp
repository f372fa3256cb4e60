// SPDX-License-Identifier: Apache-2.0
#include "app/serve.h"

#include <fmt/format.h>
#include <signal.h>

#include <algorithm>
#include <thread>

#include "api/api.h"
#include "api/feed_events.h"
#include "app/demo/load_aside.h"
#include "app/first_start.h"
#include "app/open_desk.h"
#include "app/serve_metrics.h"
#include "app/watch_model.h"
#include "base/json.h"
#include "base/log.h"
#include "gateway/directory.h"
#include "gateway/http_out.h"
#include "gateway/smtp_in.h"
#include "gateway/test_mailbox.h"
#include "jobs/jobs.h"
#include "jobs/mailboxes.h"
#include "net/http_server.h"
#include "net/hub.h"
#include "net/lanes.h"
#include "net/listen.h"
#include "net/metrics.h"
#include "net/runtime.h"
#include "net/smtp.h"
#include "net/tls.h"
#include "portal/portal.h"
#include "web/pages.h"

namespace lotse::app {
namespace {

constexpr std::string_view kVersion = "0.1.0";
constexpr std::size_t kWaitingJobs = 2000;
constexpr std::chrono::milliseconds kStopLimit{10'000};

int cores() { return static_cast<int>(std::max(1U, std::thread::hardware_concurrency())); }

Result<std::shared_ptr<net::TlsServer>> open_tls(Config const& config) {
    if (config.tls_certificate.empty()) return std::shared_ptr<net::TlsServer>();
    return net::TlsServer::open(config.tls_certificate, config.tls_key);
}

struct Doors {
    std::unique_ptr<net::HttpServer> http;
    std::optional<net::MailServer> smtp;
    std::optional<net::MailServer> lmtp;
};

struct MailDoorParts {
    net::Runtime& runtime;
    net::Lanes& lanes;
    desk::Desk& desk;
    gateway::Directory& directory;
    std::shared_ptr<net::TlsServer> tls;
    gateway::OnInbound on_inbound;
};

Result<std::optional<net::MailServer>> open_mail_door(Config const& config, MailDoorParts const& parts,
                                                      net::MailProtocol protocol, std::string const& where) {
    if (where.empty()) return std::optional<net::MailServer>();
    net::MailServerOptions options;
    TRY(options.endpoint, net::parse_endpoint(where));
    options.protocol = protocol;
    options.server_name = config.server_name;
    options.tls = parts.tls;
    // LMTP comes from the firm's own mail server, which opens as many connections as it likes.
    if (protocol == net::MailProtocol::lmtp) options.connections_per_ip = options.connections;
    auto const* name = protocol == net::MailProtocol::lmtp ? "lmtp" : "smtp";
    gateway::MailDoor door{parts.desk, parts.directory, name, config.trusted_receivers, parts.on_inbound};
    TRY(auto server,
        net::MailServer::start(parts.runtime, parts.lanes, std::move(options), gateway::mail_handler(std::move(door))));
    return std::optional<net::MailServer>(std::move(server));
}

void start_model_watch(net::Runtime& runtime, ModelWatch const& watch) {
    auto const strand = runtime.make_strand();
    runtime.spawn("language model", strand, watch_model(watch, std::make_shared<jobs::Wake>(strand)));
}

void tell_ready(Doors const& doors, std::optional<Secret<std::string>> const& setup_token) {
    JsonObject ready;
    auto const add = [&](char const* name, auto const& door) {
        ready[name] = door ? Json(net::to_string(door->local())) : Json(nullptr);
    };
    add("http", doors.http);
    add("smtp", doors.smtp);
    add("lmtp", doors.lmtp);
    if (setup_token) ready["setup_token"] = setup_token->reveal();
    fmt::print("{}\n", to_string(ready));
    std::fflush(stdout);
}

}  // namespace

Result<void> serve(Config const& config) {
    // Data folder, key, store (migrated), caches, desks.
    OpenFolder folder{config.data_folder, config.database_url, true, true, false};
    TRY(auto opened, OpenDesk::open(folder));
    auto& desk = opened->desk();
    std::stop_source stopping;
    desk.stopping = stopping.get_token();
    TRY(auto const allowed_private, net::AddressList::read(config.allowed_private_targets));
    desk.web = gateway::web_out(allowed_private);
    // Until somebody has set it up, nobody but this machine may reach it.
    TRY(auto setup_token, guard_first_start(*opened, config));
    TRY(auto tls, open_tls(config));

    // What counts and what tells; then threads.
    net::Metrics metrics;
    net::Hub hub;
    gateway::Directory directory(desk);
    net::Runtime runtime(std::min(4, cores()));
    net::Lanes lanes(config.work_threads, std::max(1, cores() - 1), kWaitingJobs);
    jobs::JobCounters counters;

    desk.signals.setup_changed = [&directory](domain::TenantId) { directory.drop(); };

    // Jobs before doors: what waited while we were away goes first.
    jobs::start_jobs({runtime, lanes, desk, config.relay, counters});
    api::start_event_feed({runtime, lanes, desk, hub});
    start_model_watch(runtime, {lanes, desk, config.data_folder});
    auto const demo = std::make_shared<DemoLoader>(lanes, desk, config.data_folder);
    TRY(bool const is_half_told, demo->is_left_half_told());
    if (is_half_told) runtime.spawn("demo", demo->load());
    export_metrics(metrics, lanes, hub, counters);

    // Doors.
    Doors doors;
    auto const on_inbound = count_inbound(metrics);
    TRY(auto tls_client, net::TlsClient::open({config.ca_file, config.ca_file.empty()}));
    jobs::start_mailboxes(runtime, {lanes, desk, tls_client, config.trusted_receivers, on_inbound});
    MailDoorParts const mail{runtime, lanes, desk, directory, tls, on_inbound};
    TRY(doors.smtp, open_mail_door(config, mail, net::MailProtocol::smtp, config.smtp));
    TRY(doors.lmtp, open_mail_door(config, mail, net::MailProtocol::lmtp, config.lmtp));
    if (!config.http.empty()) {
        api::ApiParts parts{desk, hub, metrics, [&directory] { directory.drop(); }, {}, {}, {}, {}, {}};
        parts.has_relay = !config.relay.url.empty();
        parts.test_mail = [test = gateway::MailTestParts{runtime, tls_client, config.relay}](auto const& wanted) {
            return gateway::test_mailbox(test, wanted);
        };
        parts.load_demo = [&runtime, demo] { runtime.spawn("demo", demo->load()); };
        parts.demo_progress = [demo] { return demo->progress(); };
        parts.config.data_folder = config.data_folder;
        parts.config.public_url = desk.public_url = public_url_of(config);
        if (parts.config.public_url.empty())
            log(Level::warn, "no links can be mailed: set http.public_url in the configuration, or --public-url");
        parts.config.version = kVersion;
        parts.config.schema_version = store::schema_version();
        parts.config.calls_per_minute = config.api_calls_per_minute;
        parts.config.calls_burst = config.api_calls_burst;
        net::HttpOptions options;
        TRY(options.endpoint, net::parse_endpoint(config.http));
        options.tls = tls;
        TRY(options.trusted_proxies, net::AddressList::read(config.trusted_proxies));
        options.body_limit = [](std::string_view method, std::string_view path) {
            return portal::is_portal_path(path) ? portal::body_limit(path) : api::body_limit(method, path);
        };
        auto site =
            web::make_site({api::make_handler(std::move(parts)), web::embedded_assets(), std::string(kVersion)});
        auto portal = portal::make_portal(desk, std::move(site));
        options.too_large_page = std::move(portal.too_large_page);
        TRY(doors.http, net::HttpServer::open({runtime, lanes, hub, metrics, desk.clock}, std::move(options),
                                              std::move(portal.handler)));
    }
    runtime.on_signal([tls](int signal) {
        if (signal != SIGHUP || !tls) return;
        if (auto const read = tls->reload(); !read) log_error("the certificate was not read anew", read.error());
    });
    tell_ready(doors, setup_token);
    runtime.wait();

    demo->stop();
    // Doors close, running calls end, jobs are cancelled; then the lanes empty, then the store closes.
    stopping.request_stop();
    runtime.stop(kStopLimit);
    lanes.stop();
    // The desk outlives the runtime; what it rings does not.
    desk.signals = {};
    return {};
}

}  // namespace lotse::app
