// SPDX-License-Identifier: Apache-2.0
#include "base/file_lock.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace lotse {
namespace {

// The same in a child of this process.
std::string const& path() {
    static std::string const once = testing::TempDir() + "lotse_lock_" + std::to_string(::getpid());
    return once;
}

TEST(FileLock, IsHeldByOneAtATime) {
    auto first = FileLock::try_take(path());
    ASSERT_TRUE(first && *first);
    auto second = FileLock::try_take(path());
    ASSERT_TRUE(second.has_value());
    EXPECT_FALSE(second->has_value());
    first->reset();
    auto third = FileLock::try_take(path());
    EXPECT_TRUE(third && *third);
}

TEST(FileLock, GoesWithTheProcessThatHeldIt) {
    ASSERT_FALSE(path().empty());  // named before the fork
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    auto const child = ::fork();
    if (child == 0) {
        auto const lock = FileLock::try_take(path());
        char const is_held = lock && *lock ? 'y' : 'n';
        if (::write(ready[1], &is_held, 1) == 1) ::pause();
        ::_exit(1);
    }
    char is_held = 0;
    ASSERT_EQ(::read(ready[0], &is_held, 1), 1);
    ASSERT_EQ(is_held, 'y');
    auto const refused = FileLock::try_take(path());
    EXPECT_TRUE(refused && !*refused);
    ASSERT_EQ(::kill(child, SIGKILL), 0);
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    auto const taken = FileLock::try_take(path());
    EXPECT_TRUE(taken && *taken);
}

TEST(FileLock, NamesTheFileThatCannotBeMade) {
    auto const lock = FileLock::try_take("/proc/no-such-folder/lock");
    ASSERT_FALSE(lock.has_value());
    EXPECT_EQ(lock.error().code, "file_lock.open");
    EXPECT_NE(lock.error().detail.find("/proc/no-such-folder/lock"), std::string::npos);
}

}  // namespace
}  // namespace lotse
