// SPDX-License-Identifier: Apache-2.0
#include "app/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "base/text.h"

namespace lotse::app {
namespace {

char const* code_of(Colour colour) {
    switch (colour) {
        case Colour::plain: return "0";
        case Colour::bold: return "1";
        case Colour::dim: return "2";
        case Colour::red: return "31";
        case Colour::green: return "32";
        case Colour::yellow: return "33";
        case Colour::blue: return "34";
    }
    return "0";
}

}  // namespace

bool is_terminal(int fd) {
    char const* term = std::getenv("TERM");
    return ::isatty(fd) == 1 && term != nullptr && std::string_view(term) != "dumb";
}

std::string paint(Colour colour, std::string_view text, int fd) {
    char const* off = std::getenv("NO_COLOR");
    if (!is_terminal(fd) || (off != nullptr && off[0] != '\0')) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", code_of(colour), text);
}

std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) == 0x80U) continue;
        bool const is_combining =
            (byte == 0xCC) || (byte == 0xCD && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xB0);
        bool const is_wide = byte >= 0xE3 && byte <= 0xED;
        width += is_combining ? 0 : is_wide ? 2 : 1;
    }
    return width;
}

std::string fit(std::string_view text, std::size_t width) {
    if (width_of(text) <= width) return std::string(text) + std::string(width - width_of(text), ' ');
    auto cut = text;
    while (!cut.empty() && width_of(cut) + 1 > width) cut = cut_utf8(cut, cut.size() - 1);
    std::string out(cut);
    out += "…";
    return out + std::string(width - width_of(out), ' ');
}

std::string table(std::vector<std::string> const& header, std::vector<std::vector<std::string>> const& rows,
                  std::size_t limit) {
    std::vector<std::size_t> widths;
    for (std::size_t column = 0; column < header.size(); ++column) {
        auto width = width_of(header[column]);
        for (auto const& row : rows) width = std::max(width, width_of(row[column]));
        widths.push_back(std::min(width, limit));
    }
    auto const line = [&](std::vector<std::string> const& cells) {
        std::string out;
        for (std::size_t column = 0; column < cells.size(); ++column)
            out += fit(cells[column], widths[column]) + (column + 1 < cells.size() ? "  " : "");
        out.erase(out.find_last_not_of(' ') + 1);
        return out;
    };
    auto out = paint(Colour::bold, line(header)) + '\n';
    for (auto const& row : rows) out += line(row) + '\n';
    return out;
}

void print_error(Error const& error) {
    auto text = fmt::format("{} {}", paint(Colour::red, "lotse:", 2), error.message);
    if (!error.field.empty()) text += paint(Colour::dim, fmt::format(" ({})", error.field), 2);
    text += paint(Colour::dim, fmt::format(" [{}]", error.code), 2);
    if (!error.detail.empty()) text += '\n' + paint(Colour::dim, error.detail, 2);
    fmt::print(stderr, "{}\n", text);
}

Progress::Progress(std::string label) : label_(std::move(label)), is_shown_(is_terminal(2)) {}
Progress::~Progress() { finish(); }

void Progress::show(std::size_t done, std::size_t total) {
    if (!is_shown_) return;
    auto const now = std::chrono::steady_clock::now();
    if (is_drawn_ && done != total && now - last_ < std::chrono::milliseconds{100}) return;
    last_ = now;
    is_drawn_ = true;
    if (total == 0) {
        fmt::print(stderr, "\r\x1b[K{}  {}", label_, done);
    } else {
        constexpr std::size_t kCells = 28;
        auto const filled = kCells * std::min(done, total) / total;
        std::string bar;
        for (std::size_t i = 0; i < kCells; ++i) bar += i < filled ? "█" : "░";
        auto const spent = std::chrono::duration<double>(now - start_).count();
        auto const left = done > 0 ? spent / static_cast<double>(done) * static_cast<double>(total - done) : 0.0;
        fmt::print(stderr, "\r\x1b[K{}  {}  {}/{}  {:.0f} s left", label_, bar, done, total, left);
    }
    std::fflush(stderr);
}

void Progress::finish() {
    if (!is_drawn_) return;
    fmt::print(stderr, "\r\x1b[K");
    std::fflush(stderr);
    is_drawn_ = false;
}

}  // namespace lotse::app
