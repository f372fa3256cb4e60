// SPDX-License-Identifier: Apache-2.0
#include "app/child_server.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <utility>

namespace lotse::app {
namespace {

constexpr int kPatienceMs = 30'000;

// The first line that the child prints; nothing if it ends or says nothing in time.
std::string read_line(int fd) {
    std::string line;
    for (;;) {
        pollfd waiting{fd, POLLIN, 0};
        if (::poll(&waiting, 1, kPatienceMs) <= 0) return {};
        char c = 0;
        if (::read(fd, &c, 1) != 1) return {};
        if (c == '\n') return line;
        line += c;
    }
}

}  // namespace

Result<ChildServer> ChildServer::start(std::vector<std::string> const& arguments) {
    int pipe_ends[2];
    if (::pipe2(pipe_ends, O_CLOEXEC) != 0) return unavailable("serve.start", "No pipe could be made.");
    std::vector<char*> words;
    std::string self = "/proc/self/exe";
    words.push_back(self.data());
    auto copies = arguments;
    for (auto& word : copies) words.push_back(word.data());
    words.push_back(nullptr);
    pid_t const pid = ::fork();
    if (pid < 0) return unavailable("serve.start", "No process could be started.");
    if (pid == 0) {
        ::dup2(pipe_ends[1], 1);
        ::execv("/proc/self/exe", words.data());
        ::_exit(127);
    }
    ::close(pipe_ends[1]);
    auto const line = read_line(pipe_ends[0]);
    ::close(pipe_ends[0]);
    ChildServer child(pid, {});
    auto const value = parse_json(line);
    if (!value || !value->is_object())
        return unavailable("serve.start", "The desk did not start; the reason stands above.");
    child.ready_ = value->get_object();
    return child;
}

ChildServer::ChildServer(ChildServer&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), ready_(std::move(other.ready_)) {}

ChildServer::~ChildServer() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGTERM);
    int status = 0;
    ::waitpid(pid_, &status, 0);
}

void ChildServer::wait() {
    int status = 0;
    while (pid_ > 0 && ::waitpid(pid_, &status, 0) < 0 && errno == EINTR) continue;
    pid_ = -1;
}

}  // namespace lotse::app
