// SPDX-License-Identifier: Apache-2.0
// What a handler of the HTTP door sees and answers: plain values, no Asio type. Handlers run on a work lane and may
// block; many run at the same time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "net/hub.h"

namespace lotse::net {

// Header fields in the order they came. Names are compared without regard to case.
class Fields {
  public:
    std::optional<std::string_view> find(std::string_view name) const;  // the first of that name
    std::string_view get_or(std::string_view name, std::string_view otherwise) const;
    std::size_t count(std::string_view name) const;
    bool has(std::string_view name) const { return count(name) > 0; }
    void add(std::string name, std::string value);
    void set(std::string name, std::string value);  // instead of all of that name
    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }
    std::size_t size() const { return all_.size(); }

  private:
    std::vector<std::pair<std::string, std::string>> all_;
};

// Query parameters, decoded, in their order.
class Params {
  public:
    std::optional<std::string_view> find(std::string_view name) const;  // the first of that name
    std::vector<std::string_view> all(std::string_view name) const;
    void add(std::string name, std::string value) { all_.emplace_back(std::move(name), std::move(value)); }
    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }
    bool empty() const { return all_.empty(); }

  private:
    std::vector<std::pair<std::string, std::string>> all_;
};

struct Request {
    std::string id;      // ours, 16 hex digits; stands in X-Request-Id and in the log
    std::string method;  // upper case as sent; HEAD arrives as GET, the session leaves the body out
    std::string path;    // decoded UTF-8, begins with "/"; holds no encoded slash, no NUL
    Params query;
    Fields headers;
    std::string body;
    std::string peer;    // address of the client, without port
    bool is_tls = false;
    bool is_from_proxy = false;  // the peer is a proxy of ours: what it says in X-Forwarded-... is believed
    bool is_head = false;
};

struct Response {
    int status = 200;
    Fields headers;  // beside those that every response gets (http_write.h); one set here wins over the default
    std::string content_type = "application/json";
    std::string body;
    // When set, the body is ignored and the connection becomes a stream of server-sent events.
    std::shared_ptr<EventStream> stream;
};

using Handler = std::function<Response(Request const&)>;

// RFC 9457: {"type", "title", "status", "detail", "code"} and, when a field is at fault, "errors": [{pointer, detail}].
// The detail of the error, which is for the log, stays out. The second form overrides the status of the kind.
// unavailable and rate_limited carry Retry-After: 1 unless the caller sets a better one.
Response problem(Error const& error);
Response problem(int status, Error const& error);

std::string_view reason_phrase(int status);  // "Not Found"; empty when unknown

// Last-Event-ID as a browser sends it when it comes back, or the parameter last_event_id at the first call.
std::optional<std::int64_t> last_event_id(Request const& request);

}  // namespace lotse::net
