// SPDX-License-Identifier: Apache-2.0
#include "app/commands/reliability_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/rate_interval.h"

namespace lotse::app {
namespace {

// Of the square, in the picture's units.
constexpr double kLeft = 60;
constexpr double kTop = 50;
constexpr double kSide = 360;
constexpr double kBars = 60;  // height of the counts below

double across(double share) { return kLeft + kSide * share; }
double down(double share) { return kTop + kSide * (1 - share); }

constexpr std::string_view kHead =
    R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 460 560" role="img" aria-labelledby="title text">
<style>
text { font: 12px system-ui, sans-serif; fill: #1b2229; }
.title { font-size: 15px; font-weight: 600; }
.grid { stroke: #d5dbe1; }
.ideal { stroke: #51606e; stroke-dasharray: 5 4; }
.line { fill: none; stroke: #0a5ea8; stroke-width: 2; }
.range { stroke: #0a5ea8; stroke-width: 1.5; }
.dot, .bar { fill: #0a5ea8; }
@media (prefers-color-scheme: dark) {
  svg { background: #14181c; }
  text { fill: #e6ebf0; }
  .grid { stroke: #36404a; }
  .ideal { stroke: #a3b1bf; }
  .line, .range { stroke: #7cbcf5; }
  .dot, .bar { fill: #7cbcf5; }
}
</style>
)svg";

std::string words_of(triage::Evaluation const& evaluation) {
    std::string out;
    for (auto const& bin : evaluation.reliability)
        if (bin.rows > 0)
            out += fmt::format("Stated {:.0f} %, right {:.0f} % of {} rows. ", bin.confidence * 100, bin.accuracy * 100,
                               bin.rows);
    return out;
}

std::string grid() {
    std::string out;
    for (int step = 0; step <= 10; step += 2) {
        double const share = step / 10.0;
        out += fmt::format(
            "<path class=\"grid\" d=\"M{0:.1f} {1:.1f}H{2:.1f}M{3:.1f} {4:.1f}V{5:.1f}\"/>"
            "<text x=\"{6:.1f}\" y=\"{7:.1f}\" text-anchor=\"end\">{8}</text>"
            "<text x=\"{3:.1f}\" y=\"{9:.1f}\" text-anchor=\"middle\">{8}</text>\n",
            kLeft, down(share), kLeft + kSide, across(share), kTop, kTop + kSide, kLeft - 8, down(share) + 4, step * 10,
            kTop + kSide + 18);
    }
    return out + fmt::format("<path class=\"ideal\" d=\"M{} {}L{} {}\"/>\n", across(0), down(0), across(1), down(1));
}

std::string bins(triage::Evaluation const& evaluation) {
    std::size_t most = 1;
    for (auto const& bin : evaluation.reliability) most = std::max(most, bin.rows);
    std::string line;
    std::string marks;
    auto const width = 1.0 / static_cast<double>(evaluation.reliability.size());
    for (std::size_t i = 0; i < evaluation.reliability.size(); ++i) {
        auto const& bin = evaluation.reliability[i];
        if (bin.rows == 0) continue;
        auto const x = across(bin.confidence);
        auto const right = static_cast<std::size_t>(std::lround(bin.accuracy * static_cast<double>(bin.rows)));
        auto const range = wilson(right, bin.rows);
        line += fmt::format("{}{:.1f} {:.1f}", line.empty() ? "M" : "L", x, down(bin.accuracy));
        auto const height = kBars * static_cast<double>(bin.rows) / static_cast<double>(most);
        marks += fmt::format(
            "<path class=\"range\" d=\"M{0:.1f} {1:.1f}V{2:.1f}\"/><circle class=\"dot\" cx=\"{0:.1f}\" cy=\"{3:.1f}\" "
            "r=\"4\"/><rect class=\"bar\" x=\"{4:.1f}\" y=\"{5:.1f}\" width=\"{6:.1f}\" height=\"{7:.1f}\"/>\n",
            x, down(range.high), down(range.low), down(bin.accuracy), across(width * static_cast<double>(i)) + 2,
            kTop + kSide + 40 + kBars - height, kSide * width - 4, height);
    }
    return fmt::format("<path class=\"line\" d=\"{}\"/>\n{}", line, marks);
}

}  // namespace

std::string reliability_picture(triage::Evaluation const& evaluation) {
    std::string out(kHead);
    out += fmt::format("<title id=\"title\">Stated and true confidence</title>\n<desc id=\"text\">{}</desc>\n",
                       words_of(evaluation));
    out += fmt::format("<text class=\"title\" x=\"{}\" y=\"20\">Stated confidence, and how many were right</text>\n",
                       kLeft);
    out += fmt::format("<text x=\"{}\" y=\"38\">{} rows; calibration error {:.3f}; the dashed line is honesty</text>\n",
                       kLeft, evaluation.test_rows, evaluation.ece);
    out += grid() + bins(evaluation);
    out += fmt::format("<text x=\"{}\" y=\"{}\">stated, in percent; below: rows</text>\n", kLeft, kTop + kSide + 34);
    out += fmt::format(
        "<text x=\"16\" y=\"{0}\" transform=\"rotate(-90 16 {0})\" text-anchor=\"middle\">right, in "
        "percent</text>\n</svg>\n",
        kTop + kSide / 2);
    return out;
}

}  // namespace lotse::app
