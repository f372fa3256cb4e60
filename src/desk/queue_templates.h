// SPDX-License-Identifier: Apache-2.0
// Sets of queues to begin with, in the languages that Lotse writes. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lotse::desk {

struct QueueTemplate {
    std::string key;                  // it, service, msp
    std::string name;
    std::vector<std::string> queues;  // the first takes what nobody has sorted
};
// English for a language that we do not write.
std::vector<QueueTemplate> queue_templates(std::string_view language);

}  // namespace lotse::desk
