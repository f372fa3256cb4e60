// SPDX-License-Identifier: Apache-2.0
#include "app/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace lotse::app {

Result<MappedFile> map_file(std::string const& path) {
    int const fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT) return not_found("file.missing", path + " does not exist.");
    if (fd < 0) return unavailable("file.unreadable", path + " cannot be read: " + std::strerror(errno) + ".");
    struct stat facts{};
    bool const is_file = ::fstat(fd, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0;
    auto const size = static_cast<std::size_t>(is_file ? facts.st_size : 0);
    void* const memory = is_file ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
    ::close(fd);
    if (memory == MAP_FAILED) return unavailable("file.unreadable", path + " is empty or not a file.");
    std::shared_ptr<void const> owner(memory, [size](void const* p) { ::munmap(const_cast<void*>(p), size); });
    return MappedFile{{static_cast<char const*>(memory), size}, std::move(owner)};
}

}  // namespace lotse::app
