// SPDX-License-Identifier: Apache-2.0
// A request's way: route -> who calls -> may they -> what do they send -> the operation -> the answer.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>
#include <exception>

#include "api/api.h"
#include "api/call_limits.h"
#include "api/call_note.h"
#include "api/check_value.h"
#include "api/identify.h"
#include "api/match_path.h"
#include "api/preconditions.h"
#include "api/presence.h"
#include "api/problem.h"
#include "api/request_text.h"
#include "api/routes.h"
#include "base/log.h"
#include "base/text.h"
#include "desk/audit.h"
#include "desk/sessions.h"

namespace lotse::api {
namespace {

constexpr std::size_t kSmallBody = 64UL * 1024;  // where no operation takes one

class Dispatcher {
  public:
    explicit Dispatcher(ApiParts parts)
        : parts_(std::move(parts)),
          table_(all_groups()),
          limits_(parts_.desk.clock, parts_.config),
          presence_(parts_.desk.clock) {}

    net::Response answer(net::Request const& request);

  private:
    net::Response run(Route const& route, Match const& match, net::Request const& request);
    Result<void> admit(Route const& route, Call& call);
    std::optional<Reply> read_at(std::string_view path, Call& call);
    void prepare_note(Route const& route, Call& call);
    Result<Reply> run_on_newest(Route const& route, Call& call);
    void count(std::string_view operation, int status, std::chrono::steady_clock::time_point began);

    ApiParts const parts_;
    RouteTable const table_;
    Limits limits_;
    Presence presence_;
};

net::Response as_response(int status, JsonObject const& document) {
    net::Response out;
    out.status = status;
    out.content_type = "application/problem+json";
    out.body = to_string(document);
    return out;
}

net::Response refusal(Error const& error) {
    auto out = as_response(status_of(error), problem(error));
    if (error.kind == Kind::unauthenticated) out.headers.set("WWW-Authenticate", "Bearer realm=\"lotse\"");
    if (error.kind == Kind::unavailable) out.headers.set("Retry-After", "1");
    if (error.kind == Kind::rate_limited) out.headers.set("Retry-After", error.detail);
    return out;
}

net::Response refusal(std::vector<Fault> const& faults) {
    return as_response(422, problem(422, "request.invalid", faults.front().detail, faults));
}

bool is_json(std::string_view content_type) {
    auto const type = to_lower_ascii(trim(content_type.substr(0, content_type.find(';'))));
    return type == "application/json" || type == "application/merge-patch+json";
}

// Parses and checks query and body. A response is a refusal.
std::optional<net::Response> read_input(Route const& route, Call& call) {
    call.query = read_query(route.query, call.request.query);
    auto faults = check_value(all_schemas(), object(route.query), Json(call.query));
    for (auto& fault : faults) fault.pointer = "?" + fault.pointer.substr(1);
    if (!faults.empty()) return refusal(faults);
    if (route.body.empty()) return std::nullopt;

    if (call.request.body.size() > route.most_bytes)
        return refusal(too_large("request.too_large",
                                 fmt::format("A body of this operation has at most {} bytes.", route.most_bytes)));
    Json body = JsonObject{};
    if (!call.request.body.empty()) {
        if (!is_json(header_of(call.request, "Content-Type")))
            return as_response(415, problem(415, "request.media_type", "Send the body as application/json."));
        auto parsed = parse_json(call.request.body);
        if (!parsed) return refusal(parsed.error());
        body = std::move(*parsed);
    }
    faults = check_value(all_schemas(), reference(route.body), body);
    if (!faults.empty()) return refusal(faults);
    if (body.is_object()) call.body = std::move(body.get_object());
    return std::nullopt;
}

Result<void> read_preconditions(Route const& route, Call& call) {
    if (route.is_versioned && route.verb != Verb::get) {
        TRY(call.expected_version, version_in(header_of(call.request, "If-Match")));
    }
    if (route.is_once) CHECK_OK(check_call_key(header_of(call.request, "Idempotency-Key")));
    return {};
}

net::Response rendered(Route const& route, Call const& call, Reply& reply) {
    net::Response out;
    out.status = reply.status != 0 ? reply.status : route.answer.status;
    for (auto& [name, value] : reply.headers) out.headers.add(name, std::move(value));
    if (reply.version != 0) out.headers.set("ETag", etag_of(reply.version));
    if (reply.is_repeated) out.headers.set("Idempotency-Replayed", "true");
    if (reply.stream) {
        out.stream = std::move(reply.stream);
    } else if (!reply.content_type.empty()) {
        out.content_type = std::move(reply.content_type);
        out.body = std::move(reply.bytes);
    } else if (out.status == 204) {
        out.content_type.clear();
    } else if (route.verb == Verb::get && is_unchanged(header_of(call.request, "If-None-Match"), reply.version)) {
        out.status = 304;
        out.content_type.clear();
    } else {
        out.body = to_string(reply.body);
    }
    return out;
}

net::Response Dispatcher::answer(net::Request const& request) {
    auto const began = std::chrono::steady_clock::now();
    auto const match = table_.find(request.method, request.path);
    net::Response out;
    if (match.verbs.empty()) {
        out = as_response(
            404, problem(404, "route.missing", "There is nothing at this address; see /api for what there is."));
    } else if (match.route == nullptr) {
        out = as_response(405, problem(405, "route.method", "This address does not know that method."));
        out.headers.set("Allow", fmt::format("{}", fmt::join(match.verbs, ", ")));
    } else {
        out = run(*match.route, match, request);
    }
    count(match.route != nullptr ? match.route->operation : "none", out.status, began);
    return out;
}

// What reading this address would answer; nothing where nothing can be read.
std::optional<Reply> Dispatcher::read_at(std::string_view path, Call& call) {
    auto const twin = table_.find("GET", path);
    if (twin.route == nullptr || twin.path != call.path) return std::nullopt;
    auto shown = twin.route->run(call);
    if (!shown || !shown->body.is_object()) return std::nullopt;
    return *std::move(shown);
}

// What the audit list tells of a call, and what stood there before. A caller who named no version is held to the one that
// was read here, so that what is told is what was changed.
void Dispatcher::prepare_note(Route const& route, Call& call) {
    if (!is_recorded(route)) return;
    auto note = call_note(route, call);
    JsonObject before;
    if (route.verb != Verb::post) {
        if (auto shown = read_at(call.request.path, call)) {
            before = std::move(shown->body.get_object());
            if (route.is_versioned && call.expected_version == 0) call.expected_version = shown->version;
        }
    }
    // What people prove themselves with is nobody else's to read.
    tell_changes(*note, route.access.needs_permission() ? call.body : JsonObject{}, before);
    // "/api/v1/agents/7/signature": of whom, says the address of the agent.
    auto const end = call.request.path.find_last_of("0123456789");
    if (note->object_name.empty() && note->object_id != 0 && end + 1 < call.request.path.size())
        if (auto const owner = read_at(call.request.path.substr(0, end + 1), call))
            note->object_name = name_in(owner->body.get_object());
    call.who->scope.record_as(std::move(note));
}

// Who names no version wants the change whatever stands there. Where several write at once (PostgreSQL), another's change
// may come between the reading and the writing of an operation; nothing was written then, so it is done again.
Result<Reply> Dispatcher::run_on_newest(Route const& route, Call& call) {
    constexpr int kTries = 5;
    bool const wants_newest = call.expected_version == 0;
    for (int tries = 1;; ++tries) {
        if (wants_newest) call.expected_version = 0;
        prepare_note(route, call);
        auto reply = route.run(call);
        if (reply || !wants_newest || tries == kTries || !reply.error().code.ends_with(".stale_version")) return reply;
    }
}

// A file that leaves the desk is told of before it leaves.
Result<void> record_download(Route const& route, Call& call, Reply const& reply) {
    if (reply.file_name.empty() || !call.who) return {};
    auto note = call_note(route, call);
    note->object_name = reply.file_name;
    call.who->scope.record_as(std::move(note));
    return desk::record(call.desk(), call.scope());
}

// One of the four doors at which exceptions end.
net::Response Dispatcher::run(Route const& route, Match const& match, net::Request const& request) try {
    Call call{parts_, limits_, presence_, request, std::nullopt, {}, false, match.path, {}, {}, 0};
    auto const tell = [&](Error const& error) {
        if (answer_for(error.kind).http >= 500)
            log_error("http", error, {{"request", request.id}, {"operation", route.operation}});
        return refusal(error);
    };
    if (auto const admitted = admit(route, call); !admitted) return tell(admitted.error());
    if (auto refused = read_input(route, call)) return *std::move(refused);
    if (auto const read = read_preconditions(route, call); !read) return tell(read.error());
    auto reply = run_on_newest(route, call);
    if (!reply) return tell(reply.error());
    if (auto const told = record_download(route, call, *reply); !told) return tell(told.error());
    return rendered(route, call, *reply);
} catch (std::exception const& failure) {
    auto const error = bug("http.exception", failure.what());
    log_error("http", error, {{"request", request.id}, {"operation", route.operation}});
    return refusal(error);
}

Result<void> Dispatcher::admit(Route const& route, Call& call) {
    if (route.access.is_open()) return {};
    bool const is_anonymous = header_of(call.request, "Authorization").empty();
    if (route.access.allows_this_machine() && is_anonymous && is_from_this_machine(call.request)) return {};
    TRY(auto caller, identify(call.desk(), call.request));
    call.who = std::move(caller.principal);
    call.credential = std::move(caller.credential);
    call.by_cookie = caller.by_cookie;
    CHECK_OK(limits_.count_call(*call.who));
    if (call.who->must_enrol && !route.is_while_enrolling)
        return forbidden("session.enrol",
                         "This desk asks you for a second factor: set one up (POST /api/v1/factors/totp) and go on.");
    if (route.access.needs_session() && !desk::is_session(*call.who))
        return invalid("session.token", "This is for people who are signed in; a token cannot do it.");
    if (!route.access.needs_permission()) return {};
    access::Object object{call.who->scope.tenant(), {}};
    if (route.access.allows_own_record()) object.agent = call.id<domain::AgentId>("agent");
    auto const allowed = access::authorize(*call.who, route.access.permission(), object);
    if (allowed || allowed.error().kind != Kind::forbidden || !is_recorded(route)) return allowed;
    auto note = call_note(route, call);
    note->is_refused = true;
    call.who->scope.record_as(std::move(note));
    CHECK_OK(desk::record(call.desk(), call.scope()));
    return allowed;
}

void Dispatcher::count(std::string_view operation, int status, std::chrono::steady_clock::time_point began) {
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - began;
    std::string const name(operation);
    parts_.metrics
        .counter("lotse_api_calls_total", "Calls answered, by operation and status.",
                 {{"operation", name}, {"status", std::to_string(status)}})
        .add();
    parts_.metrics
        .histogram("lotse_api_seconds", "Time to answer a call.", net::seconds_bounds(), {{"operation", name}})
        .observe(took.count());
}

}  // namespace

std::size_t body_limit(std::string_view method, std::string_view path) {
    static RouteTable const table(all_groups());
    auto const match = table.find(method, path);
    return match.route != nullptr && match.route->most_bytes > 0 ? match.route->most_bytes : kSmallBody;
}

net::Handler make_handler(ApiParts parts) {
    auto dispatcher = std::make_shared<Dispatcher>(std::move(parts));
    return [dispatcher](net::Request const& request) { return dispatcher->answer(request); };
}

}  // namespace lotse::api
