// SPDX-License-Identifier: Apache-2.0
// GMime keeps global tables; whoever calls it calls this first. Thread-safe, done once, never undone.
#pragma once

#include <memory>

namespace lotse::mail {

void gmime_ready();

// GObject references and glib memory, released when they go out of scope.
struct GObjectRelease {
    void operator()(void* object) const;
};
struct GlibFree {
    void operator()(void* memory) const;
};
template <class T>
using GObjectPtr = std::unique_ptr<T, GObjectRelease>;
using GlibText = std::unique_ptr<char, GlibFree>;

}  // namespace lotse::mail
