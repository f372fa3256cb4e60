// SPDX-License-Identifier: Apache-2.0
#include "net/metrics.h"

#include <gtest/gtest.h>

#include <limits>
#include <thread>

#include "base/must.h"

namespace lotse::net {

TEST(Metrics, WritesTheTextThatPrometheusReads) {
    Metrics metrics;
    metrics.counter("lotse_inbound_total", "Messages that came.", {{"door", "smtp"}, {"outcome", "ok"}}).add(3);
    metrics.counter("lotse_inbound_total", "Messages that came.", {{"door", "imap"}, {"outcome", "ok"}}).add();
    metrics.gauge("lotse_open", "Open tickets.").set(2.5);
    EXPECT_EQ(metrics.text(),
              "# HELP lotse_inbound_total Messages that came.\n# TYPE lotse_inbound_total counter\n"
              "lotse_inbound_total{door=\"imap\",outcome=\"ok\"} 1\n"
              "lotse_inbound_total{door=\"smtp\",outcome=\"ok\"} 3\n"
              "# HELP lotse_open Open tickets.\n# TYPE lotse_open gauge\nlotse_open 2.5\n");
}

TEST(Metrics, AddsUpTheBucketsOfAHistogram) {
    Metrics metrics;
    auto& seconds = metrics.histogram("t_seconds", "Time.", {0.1, 1}, {{"stage", "parse"}});
    for (double const value : {0.05, 0.1, 0.5, 7.0}) seconds.observe(value);
    EXPECT_EQ(metrics.text(),
              "# HELP t_seconds Time.\n# TYPE t_seconds histogram\n"
              "t_seconds_bucket{stage=\"parse\",le=\"0.1\"} 2\n"
              "t_seconds_bucket{stage=\"parse\",le=\"1\"} 3\n"
              "t_seconds_bucket{stage=\"parse\",le=\"+Inf\"} 4\n"
              "t_seconds_sum{stage=\"parse\"} 7.65\nt_seconds_count{stage=\"parse\"} 4\n");
}

TEST(Metrics, EscapesWhatWouldBreakALine) {
    Metrics metrics;
    metrics.counter("a", "one\ntwo \\", {{"path", "C:\\x \"y\"\nz"}}).add();
    EXPECT_EQ(metrics.text(), "# HELP a one\\ntwo \\\\\n# TYPE a counter\na{path=\"C:\\\\x \\\"y\\\"\\nz\"} 1\n");
}

TEST(Metrics, AsksForWhatOthersCountWhenItIsRead) {
    Metrics metrics;
    double now = 1;
    metrics.gauge_from("waiting", "Jobs.", {}, [&] { return now; });
    metrics.counter_from("done_total", "Jobs.", {}, [] { return 41.0; });
    now = std::numeric_limits<double>::infinity();
    EXPECT_TRUE(metrics.text().contains("\nwaiting +Inf\n"));
    EXPECT_TRUE(metrics.text().contains("\ndone_total 41\n"));
}

TEST(Metrics, RefusesASecondKindUnderOneNameAndBadNames) {
    Metrics metrics;
    metrics.counter("a", "A.");
    EXPECT_THROW(metrics.gauge("a", "A."), Bug);
    EXPECT_THROW(metrics.counter("a b", "A."), Bug);
    EXPECT_THROW(metrics.counter("c", "C.", {{"1x", "v"}}), Bug);
}

TEST(Metrics, LosesNoCountAmongThreads) {
    Metrics metrics;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 1000; ++i) {
                    metrics.counter("c", "C.").add();
                    metrics.gauge("g", "G.").add(1);
                    metrics.histogram("h", "H.", {1}).observe(1);
                    if (i % 100 == 0) EXPECT_FALSE(metrics.text().empty());
                }
            });
    }
    EXPECT_EQ(metrics.counter("c", "C.").value(), 4000U);
    EXPECT_EQ(metrics.gauge("g", "G.").value(), 4000.0);
    EXPECT_EQ(metrics.histogram("h", "H.", {1}).count_in(0), 4000U);
}

}  // namespace lotse::net
