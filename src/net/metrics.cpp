// SPDX-License-Identifier: Apache-2.0
#include "net/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/must.h"
#include "base/text.h"

namespace lotse::net {
namespace {

std::string escape_help(std::string text) {
    return replace_all(replace_all(std::move(text), "\\", "\\\\"), "\n", "\\n");
}
std::string escape_value(std::string text) { return replace_all(escape_help(std::move(text)), "\"", "\\\""); }

bool is_name(std::string_view text) {
    auto const fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    return !text.empty() && std::ranges::all_of(text, fits) && !(text[0] >= '0' && text[0] <= '9');
}

std::string render(Labels const& labels) {
    std::string out;
    for (auto const& [name, value] : labels) {
        must(is_name(name), "label name");
        out += fmt::format("{}{}=\"{}\"", out.empty() ? "" : ",", name, escape_value(value));
    }
    return out;
}

std::string number(double value) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
    return fmt::format("{}", value);
}

std::string in_braces(std::string const& labels) { return labels.empty() ? "" : "{" + labels + "}"; }

}  // namespace

Histogram::Histogram(std::vector<double> bounds) : bounds_(std::move(bounds)), counts_(bounds_.size() + 1) {
    must(std::ranges::is_sorted(bounds_), "histogram bounds");
}

void Histogram::observe(double value) {
    auto const bucket = std::ranges::lower_bound(bounds_, value) - bounds_.begin();
    counts_[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
    sum_.fetch_add(value, std::memory_order_relaxed);
}

std::vector<double> seconds_bounds() {
    return {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
}

Metrics::Series& Metrics::find_or_add(Families& families, std::string const& name, std::string const& type,
                                      std::string const& help, Labels const& labels) {
    must(is_name(name), "metric name");
    auto& family = families.try_emplace(name, Family{type, help, {}}).first->second;
    must(family.type == type, "metric asked for as another kind");
    return family.series[render(labels)];
}

Counter& Metrics::counter(std::string const& name, std::string const& help, Labels const& labels) {
    return families_.with([&](Families& all) -> std::reference_wrapper<Counter> {
        auto& series = find_or_add(all, name, "counter", help, labels);
        if (!series.counter) series.counter = std::make_unique<Counter>();
        return *series.counter;
    });
}

Gauge& Metrics::gauge(std::string const& name, std::string const& help, Labels const& labels) {
    return families_.with([&](Families& all) -> std::reference_wrapper<Gauge> {
        auto& series = find_or_add(all, name, "gauge", help, labels);
        if (!series.gauge) series.gauge = std::make_unique<Gauge>();
        return *series.gauge;
    });
}

Histogram& Metrics::histogram(std::string const& name, std::string const& help, std::vector<double> bounds,
                              Labels const& labels) {
    return families_.with([&](Families& all) -> std::reference_wrapper<Histogram> {
        auto& series = find_or_add(all, name, "histogram", help, labels);
        if (!series.histogram) series.histogram = std::make_unique<Histogram>(std::move(bounds));
        return *series.histogram;
    });
}

void Metrics::gauge_from(std::string const& name, std::string const& help, Labels const& labels,
                         std::function<double()> read) {
    families_.with([&](Families& all) { find_or_add(all, name, "gauge", help, labels).read = std::move(read); });
}

void Metrics::counter_from(std::string const& name, std::string const& help, Labels const& labels,
                           std::function<double()> read) {
    families_.with([&](Families& all) { find_or_add(all, name, "counter", help, labels).read = std::move(read); });
}

std::string Metrics::text() const {
    return families_.with([](Families const& families) {
        std::string out;
        for (auto const& [name, family] : families) {
            out += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, escape_help(family.help), name, family.type);
            for (auto const& [labels, series] : family.series) write(out, name, labels, series);
        }
        return out;
    });
}

void Metrics::write(std::string& out, std::string const& name, std::string const& labels, Series const& series) {
    auto const line = [&](std::string const& value) {
        out += fmt::format("{}{} {}\n", name, in_braces(labels), value);
    };
    if (series.read) return line(number(series.read()));
    if (series.counter) return line(std::to_string(series.counter->value()));
    if (series.gauge) return line(number(series.gauge->value()));

    auto const& histogram = *series.histogram;
    auto const more = labels.empty() ? "" : labels + ",";
    std::uint64_t below = 0;
    for (std::size_t i = 0; i <= histogram.bounds().size(); ++i) {
        below += histogram.count_in(i);
        auto const bound = i < histogram.bounds().size() ? number(histogram.bounds()[i]) : "+Inf";
        out += fmt::format("{}_bucket{{{}le=\"{}\"}} {}\n", name, more, bound, below);
    }
    out += fmt::format("{}_sum{} {}\n", name, in_braces(labels), number(histogram.sum()));
    out += fmt::format("{}_count{} {}\n", name, in_braces(labels), below);
}

}  // namespace lotse::net
