// SPDX-License-Identifier: Apache-2.0
#include "mail/gmime_ready.h"

#include <gmime/gmime.h>

namespace lotse::mail {

void gmime_ready() {
    static bool const done = [] {
        g_mime_init();
        return true;
    }();
    static_cast<void>(done);
}

void GObjectRelease::operator()(void* object) const { g_object_unref(object); }

void GlibFree::operator()(void* memory) const { g_free(memory); }

}  // namespace lotse::mail
