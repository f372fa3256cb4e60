// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"

#include <utility>

namespace lotse {

Error invalid(std::string code, std::string message, std::string field) {
    return {Kind::invalid, std::move(code), std::move(message), {}, std::move(field)};
}
Error not_found(std::string code, std::string message) {
    return {Kind::not_found, std::move(code), std::move(message), {}, {}};
}
Error conflict(std::string code, std::string message) {
    return {Kind::conflict, std::move(code), std::move(message), {}, {}};
}
Error forbidden(std::string code, std::string message) {
    return {Kind::forbidden, std::move(code), std::move(message), {}, {}};
}
Error unavailable(std::string code, std::string message, std::string detail) {
    return {Kind::unavailable, std::move(code), std::move(message), std::move(detail), {}};
}
Error too_large(std::string code, std::string message, std::string field) {
    return {Kind::too_large, std::move(code), std::move(message), {}, std::move(field)};
}
Error bug(std::string code, std::string detail) {
    return {Kind::bug,
            std::move(code),
            "Something went wrong on our side. The failure is in the log.",
            std::move(detail),
            {}};
}

Answer answer_for(Kind kind) {
    switch (kind) {
        case Kind::invalid: return {422, 554, "5.6.0", false};
        case Kind::unauthenticated: return {401, 530, "5.7.0", false};
        case Kind::forbidden: return {403, 550, "5.7.1", false};
        case Kind::not_found: return {404, 550, "5.1.1", false};
        case Kind::conflict: return {409, 554, "5.6.0", false};
        case Kind::too_large: return {413, 552, "5.3.4", false};
        case Kind::rate_limited: return {429, 451, "4.7.1", true};
        case Kind::unavailable: return {503, 451, "4.3.0", true};
        case Kind::corrupt: return {500, 451, "4.3.0", false};
        case Kind::bug: return {500, 451, "4.3.0", false};
    }
    return {500, 451, "4.3.0", false};
}

std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::invalid: return "invalid";
        case Kind::unauthenticated: return "unauthenticated";
        case Kind::forbidden: return "forbidden";
        case Kind::not_found: return "not_found";
        case Kind::conflict: return "conflict";
        case Kind::too_large: return "too_large";
        case Kind::rate_limited: return "rate_limited";
        case Kind::unavailable: return "unavailable";
        case Kind::corrupt: return "corrupt";
        case Kind::bug: return "bug";
    }
    return "bug";
}

}  // namespace lotse
