// SPDX-License-Identifier: Apache-2.0
#include "gateway/start_curl.h"

#include <curl/curl.h>

namespace lotse::gateway {

void start_curl() {
    static bool const started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    (void)started;
}

}  // namespace lotse::gateway
