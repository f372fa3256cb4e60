// SPDX-License-Identifier: Apache-2.0
#include "app/master_key.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/crypto.h"
#include "base/text.h"

namespace lotse::app {
namespace {

constexpr std::size_t kKeyBytes = 32;

class File {
  public:
    File(std::string const& path, int flags) : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~File() {
        if (fd_ >= 0) ::close(fd_);
    }
    File(File const&) = delete;
    File& operator=(File const&) = delete;
    int fd() const { return fd_; }

  private:
    int fd_;
};

void sync_folder(std::string const& folder) {
    File const opened(folder, O_RDONLY | O_DIRECTORY);
    if (opened.fd() >= 0) ::fsync(opened.fd());
}

Result<void> make_key(std::string const& folder, std::string const& path) {
    // Written aside and linked: a crash leaves no half key, and of two starters one wins.
    auto const aside = fmt::format("{}.{}", path, ::getpid());
    {
        File const file(aside, O_WRONLY | O_CREAT | O_TRUNC);
        auto const text = base64(random_bytes(kKeyBytes)) + "\n";
        if (file.fd() < 0 || ::write(file.fd(), text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
            ::fsync(file.fd()) != 0)
            return unavailable("folder.key", fmt::format("{} cannot be written: {}.", path, std::strerror(errno)));
    }
    int const linked = ::link(aside.c_str(), path.c_str());
    int const why = errno;
    ::unlink(aside.c_str());
    if (linked != 0 && why != EEXIST)
        return unavailable("folder.key", fmt::format("{} cannot be written: {}.", path, std::strerror(why)));
    sync_folder(folder);
    return {};
}

}  // namespace

Result<Secret<std::string>> open_master_key(std::string const& folder, bool create) {
    auto const path = folder + "/master.key";
    struct stat info{};
    if (::stat(path.c_str(), &info) != 0) {
        if (!create) return invalid("folder.key", fmt::format("{} is missing; it belongs to this desk's data.", path));
        CHECK_OK(make_key(folder, path));
        if (::stat(path.c_str(), &info) != 0) return unavailable("folder.key", fmt::format("{} cannot be read.", path));
    }
    if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return invalid("folder.key", fmt::format("{} can be read by others; run chmod 600 {}.", path, path));
    File const file(path, O_RDONLY);
    char text[128];
    auto const size = file.fd() < 0 ? -1 : ::read(file.fd(), text, sizeof text);
    if (size < 0) return invalid("folder.key", fmt::format("{} cannot be read: {}.", path, std::strerror(errno)));
    auto key = from_base64(std::string_view(text, static_cast<std::size_t>(size)));
    if (!key || key->size() != kKeyBytes)
        return invalid("folder.key", fmt::format("{} holds no key of 32 bytes in base64.", path));
    return Secret<std::string>(*std::move(key));
}

}  // namespace lotse::app
