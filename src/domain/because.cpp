// SPDX-License-Identifier: Apache-2.0
#include "domain/because.h"

namespace lotse::domain {

JsonObject to_json(Because const& because) {
    JsonObject out{{"source", because.source}, {"code", because.code}, {"text", because.text}};
    if (because.confidence) out["confidence"] = *because.confidence;
    if (!because.version.empty()) out["version"] = because.version;
    if (because.unproven) out["unproven"] = true;
    return out;
}

Because because_from(JsonObject const& object) {
    Because out;
    out.source = text_at(object, "source");
    out.code = text_at(object, "code");
    out.text = text_at(object, "text");
    if (object.if_contains("confidence")) out.confidence = number_at(object, "confidence");
    out.version = text_at(object, "version");
    out.unproven = bool_at(object, "unproven");
    return out;
}

}  // namespace lotse::domain
