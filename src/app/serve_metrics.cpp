// SPDX-License-Identifier: Apache-2.0
#include "app/serve_metrics.h"

namespace lotse::app {
namespace {

constexpr char kInboundHelp[] = "Messages that came to a door, by what became of them.";

net::Counter& inbound(net::Metrics& metrics, std::string const& door, std::string const& outcome) {
    return metrics.counter("lotse_inbound_total", kInboundHelp, {{"door", door}, {"outcome", outcome}});
}

}  // namespace

gateway::OnInbound count_inbound(net::Metrics& metrics) {
    for (auto const* door : {"smtp", "lmtp", "imap", "rest"})
        for (auto const* outcome : {"accepted", "known", "refused", "failed"}) inbound(metrics, door, outcome);
    return [&metrics](std::string const& door, std::string const& outcome) { inbound(metrics, door, outcome).add(); };
}

void export_metrics(net::Metrics& metrics, net::Lanes& lanes, net::Hub& hub, jobs::JobCounters& counters) {
    auto const lane = [&](char const* name, auto read) {
        metrics.gauge_from("lotse_lane_waiting", "Jobs that wait for a thread.", {{"lane", name}},
                           [read] { return static_cast<double>(read().waiting); });
        metrics.gauge_from("lotse_lane_running", "Jobs that run.", {{"lane", name}},
                           [read] { return static_cast<double>(read().running); });
        metrics.counter_from("lotse_lane_refused_total", "Jobs refused because too many waited.", {{"lane", name}},
                             [read] { return static_cast<double>(read().refused); });
    };
    lane("work", [&lanes] { return lanes.work_counters(); });
    lane("cpu", [&lanes] { return lanes.cpu_counters(); });
    metrics.gauge_from("lotse_live_listeners", "Open event streams.", {},
                       [&hub] { return static_cast<double>(hub.counters().listeners); });
    auto const count = [&](char const* name, char const* help, std::atomic<std::uint64_t>& value) {
        metrics.counter_from(name, help, {}, [&value] { return static_cast<double>(value.load()); });
    };
    count("lotse_settled_total", "Events settled.", counters.settled);
    count("lotse_settle_failed_total", "Tries to settle an event that failed.", counters.settle_failed);
    count("lotse_notices_sent_total", "Notices handed to the mail server.", counters.notices_sent);
    count("lotse_notices_failed_total", "Tries to send a notice that failed.", counters.notices_failed);
    count("lotse_timers_fired_total", "Due timers that became events.", counters.timers_fired);
    count("lotse_refits_total", "Triage models fitted anew.", counters.refits);
    metrics.gauge_from("lotse_refit_done", "How far the fit of a triage model is, from 0 to 1; 1 while none runs.", {},
                       [&counters] { return static_cast<double>(counters.refit_thousandths.load()) / 1000; });
}

}  // namespace lotse::app
