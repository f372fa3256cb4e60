// SPDX-License-Identifier: Apache-2.0
#include "api/route.h"

#include <utility>

namespace lotse::api {

std::string_view name_of(Verb verb) {
    switch (verb) {
        case Verb::get: return "GET";
        case Verb::post: return "POST";
        case Verb::put: return "PUT";
        case Verb::patch: return "PATCH";
        case Verb::remove: return "DELETE";
    }
    return "GET";
}

std::string_view Access::name() const {
    if (way_ == Way::open) return "public";
    if (way_ == Way::signed_in) return "signed_in";
    if (way_ == Way::own_session) return "session";
    return access::name_of(permission_);
}

Route::Route(Verb verb_, std::string path_, std::string operation_, Access access_, Operation run_)
    : verb(verb_), path(std::move(path_)), operation(std::move(operation_)), access(access_), run(run_) {}

Route& Route::says(std::string summary_, std::string more_) {
    summary = std::move(summary_);
    more = std::move(more_);
    return *this;
}

Route& Route::asks(std::vector<Property> query_) {
    query = std::move(query_);
    return *this;
}

Route& Route::takes(std::string schema, std::size_t most_bytes_) {
    body = std::move(schema);
    most_bytes = most_bytes_;
    return *this;
}

Route& Route::takes_bytes(std::size_t most_bytes_) {
    takes_file = true;
    most_bytes = most_bytes_;
    return *this;
}

Route& Route::answers(int status, std::string schema) {
    answer = {status, std::move(schema), {}, {}};
    return *this;
}

Route& Route::or_answers(int status, std::string schema) {
    other_answer = Answering{status, std::move(schema), {}, {}};
    return *this;
}

Route& Route::answers_bytes(std::string content_type, std::string about) {
    answer = {200, {}, std::move(content_type), std::move(about)};
    return *this;
}

Route& Route::or_bytes(std::string content_type, std::string about) {
    answer.content_type = std::move(content_type);
    answer.about = std::move(about);
    return *this;
}

Route& Route::answers_nothing() {
    answer = {204, {}, {}, {}};
    return *this;
}

Route& Route::while_enrolling() {
    is_while_enrolling = true;
    return *this;
}

Route& Route::versioned() {
    is_versioned = true;
    return *this;
}

Route& Route::once() {
    is_once = true;
    return *this;
}

Route& Route::shows(std::vector<Sample> programs) {
    samples = std::move(programs);
    return *this;
}

}  // namespace lotse::api
