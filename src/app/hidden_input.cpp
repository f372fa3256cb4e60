// SPDX-License-Identifier: Apache-2.0
#include "app/hidden_input.h"

#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace lotse::app {
namespace {

// Echo comes back whatever happens.
class NoEcho {
  public:
    NoEcho() : is_on_(::isatty(0) == 1 && ::tcgetattr(0, &before_) == 0) {
        if (!is_on_) return;
        auto silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(0, TCSAFLUSH, &silent);
    }
    ~NoEcho() {
        if (is_on_) ::tcsetattr(0, TCSAFLUSH, &before_);
    }
    NoEcho(NoEcho const&) = delete;
    NoEcho& operator=(NoEcho const&) = delete;
    bool is_on() const { return is_on_; }

  private:
    termios before_{};
    bool is_on_;
};

}  // namespace

Result<Secret<std::string>> read_hidden(std::string const& prompt) {
    NoEcho const silence;
    if (silence.is_on()) fmt::print(stderr, "{}", prompt);
    std::string line;
    if (!std::getline(std::cin, line)) return invalid("input.empty", "Nothing was given on standard input.");
    if (silence.is_on()) fmt::print(stderr, "\n");
    return Secret<std::string>(std::move(line));
}

}  // namespace lotse::app
