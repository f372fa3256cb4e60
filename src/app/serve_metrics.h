// SPDX-License-Identifier: Apache-2.0
// What the running desk tells Prometheus beside what its parts count themselves.
#pragma once

#include "desk/desk.h"
#include "gateway/smtp_in.h"
#include "jobs/jobs.h"
#include "net/hub.h"
#include "net/lanes.h"
#include "net/metrics.h"

namespace lotse::app {

// lotse_inbound_total{door,outcome}; every door and outcome is there from the start, at 0.
gateway::OnInbound count_inbound(net::Metrics& metrics);

// Lanes, hub, jobs. All arguments must stay as long as the registry is read.
void export_metrics(net::Metrics& metrics, net::Lanes& lanes, net::Hub& hub, jobs::JobCounters& counters);

}  // namespace lotse::app
