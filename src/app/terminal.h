// SPDX-License-Identifier: Apache-2.0
// What commands print: colour only on a terminal (and never with NO_COLOR), progress bars only on a terminal, tables
// that line up for any letters.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace lotse::app {

enum class Colour { plain, bold, dim, red, green, yellow, blue };

// `fd` 1 or 2. Text goes through unchanged where colours are off.
bool is_terminal(int fd);
std::string paint(Colour colour, std::string_view text, int fd = 1);

// Terminal columns that the text takes (combining marks 0, wide East Asian letters 2).
std::size_t width_of(std::string_view text);
// Pads or cuts to exactly `width` columns, cut marked by "…".
std::string fit(std::string_view text, std::size_t width);

// Rows under a header; each column as wide as its widest cell, at most `limit`.
std::string table(std::vector<std::string> const& header, std::vector<std::vector<std::string>> const& rows,
                  std::size_t limit = 48);

// "lotse: There is no ticket 7." on standard error, with the field and the code in grey.
void print_error(Error const& error);

// A bar on standard error, drawn at most ten times a second; silent where that is no terminal.
class Progress {
  public:
    explicit Progress(std::string label);
    ~Progress();
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;
    void show(std::size_t done, std::size_t total);  // total 0: unknown
    void finish();                                   // wipes the line

  private:
    std::string label_;
    bool is_shown_;
    bool is_drawn_ = false;
    std::chrono::steady_clock::time_point last_{};
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace lotse::app
