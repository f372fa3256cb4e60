// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace lotse::gateway {

// libcurl's global state starts once, whoever calls first; later calls cost nothing. Thread-safe.
void start_curl();

}  // namespace lotse::gateway
