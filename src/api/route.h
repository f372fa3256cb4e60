// SPDX-License-Identifier: Apache-2.0
// One operation of the API as data: where it is, who may call it, what goes in and comes out, and the function that does
// it. The tables of routes are the only list of operations: dispatch, the OpenAPI document, the page at /api and the
// permission matrix of the tests are made from them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/permission.h"
#include "api/call.h"
#include "api/schema.h"

namespace lotse::api {

enum class Verb : std::uint8_t { get, post, put, patch, remove };
std::string_view name_of(Verb verb);  // "GET", ..., "DELETE"

// Who may call an operation. There is no default, so a route without one does not compile.
class Access {
  public:
    Access(access::Permission permission) : permission_(permission) {}
    // Nobody has to say who they are.
    static Access open() { return Access(Way::open); }
    // Whoever is signed in, whatever they may do.
    static Access signed_in() { return Access(Way::signed_in); }
    // Whoever is signed in as a person, not by a token.
    static Access own_session() { return Access(Way::own_session); }
    // Also the person whose record the path's {agent} names.
    static Access own_record(access::Permission permission) { return Access(Way::own_record, permission); }
    // Also anybody on this machine, unless a proxy hands them on.
    static Access from_this_machine(access::Permission permission) { return Access(Way::this_machine, permission); }

    bool is_open() const { return way_ == Way::open; }
    bool needs_permission() const { return way_ != Way::open && way_ != Way::signed_in && way_ != Way::own_session; }
    bool needs_session() const { return way_ == Way::own_session; }
    bool allows_own_record() const { return way_ == Way::own_record; }
    bool allows_this_machine() const { return way_ == Way::this_machine; }
    access::Permission permission() const { return permission_; }
    std::string_view name() const;  // x-permission: "public", "signed_in", "session" or the permission's name

  private:
    enum class Way : std::uint8_t { permission, open, signed_in, own_session, own_record, this_machine };
    explicit Access(Way way, access::Permission permission = {}) : way_(way), permission_(permission) {}
    Way way_ = Way::permission;
    access::Permission permission_;
};

using Operation = Result<Reply> (*)(Call&);

// A program that calls an operation, as people may copy it: it reads LOTSE and TOKEN from its environment.
struct Sample {
    std::string language;  // "curl", "Python", "JavaScript"
    std::string text;
};

// What an operation answers on success.
struct Answering {
    int status = 200;
    std::string schema;  // name of a schema; "" for no JSON
    std::string content_type;  // of an answer that is not JSON, instead or as a choice; both "": nothing (204)
    std::string about;
};

class Route {
  public:
    Route(Verb verb, std::string path, std::string operation, Access access, Operation run);

    Route& says(std::string summary, std::string more = {});
    Route& asks(std::vector<Property> query);
    Route& takes(std::string schema, std::size_t most_bytes = 1024 * 1024);  // JSON body, and how large
    Route& takes_bytes(std::size_t most_bytes);  // the body is a file, read by the operation itself
    Route& answers(int status, std::string schema);
    Route& or_answers(int status, std::string schema);  // another success, told apart by its status
    Route& answers_bytes(std::string content_type, std::string about);
    Route& or_bytes(std::string content_type, std::string about);  // beside the JSON, by the Accept header
    Route& answers_nothing();
    // Open to whoever has to make a second factor first (access::Principal::must_enrol).
    Route& while_enrolling();
    // The object has a version: GET sends ETag, writing honours If-Match.
    Route& versioned();
    // A POST that may carry an Idempotency-Key.
    Route& once();
    Route& shows(std::vector<Sample> programs);

    Verb verb;
    std::string path;  // "/api/v1/tickets/{ticket}"; all path values are ids
    std::string operation;  // "get_ticket"
    Access access;
    Operation run;
    std::string summary;
    std::string more;
    std::vector<Property> query;
    std::string body;  // name of the schema; "" = takes no body
    std::size_t most_bytes = 0;
    bool takes_file = false;
    Answering answer;
    std::optional<Answering> other_answer;
    bool is_versioned = false;
    bool is_once = false;
    bool is_while_enrolling = false;
    std::vector<Sample> samples;
};

// The operations of one noun, with the schemas that they use.
struct Group {
    std::string tag;
    std::string about;
    std::vector<Route> routes;
    Schemas schemas;
};

}  // namespace lotse::api
