// SPDX-License-Identifier: Apache-2.0
#include "app/config.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <toml++/toml.h>
#include <fstream>
#include <map>
#include <sstream>

#include "net/address_list.h"
#include "net/endpoint.h"

namespace lotse::app {
namespace {

// One reader per key; the table below is the whole language of the file.
class Reader {
  public:
    Reader(toml::table const& table, std::string_view name) : table_(table), name_(name) {}

    void text(std::string_view key, std::string& target) { read(key, target, "a text in quotes"); }
    void secret(std::string_view key, Secret<std::string>& target) {
        std::string value;
        read(key, value, "a text in quotes");
        if (!value.empty()) target = Secret<std::string>(std::move(value));
    }
    void number(std::string_view key, int& target, int low, int high) {
        std::int64_t value = target;
        read(key, value, "a whole number");
        if (value < low || value > high) fail(key, fmt::format("must be between {} and {}", low, high));
        target = static_cast<int>(value);
    }
    void list(std::string_view key, std::vector<std::string>& target) {
        auto const node = find(key);
        if (!node) return;
        auto const* array = node.as_array();
        if (array == nullptr) return fail(key, "must be a list of texts");
        target.clear();
        for (auto const& entry : *array) {
            auto const value = entry.value<std::string>();
            if (!value) return fail(key, "must be a list of texts");
            target.push_back(*value);
        }
    }

    // Everything in the file must have been asked for.
    void refuse_unknown(toml::table const& table, std::string const& prefix = {}) {
        for (auto const& [key, node] : table) {
            auto const path = prefix + std::string(key.str());
            if (known_.contains(path)) continue;
            if (auto const* inner = node.as_table()) {
                refuse_unknown(*inner, path + ".");
            } else {
                fail(path, "is not a key of this file", node.source().begin.line);
            }
        }
    }
    Result<void> result() const {
        if (failure_.empty()) return {};
        return invalid("config.value", failure_);
    }

  private:
    toml::node_view<toml::node const> find(std::string_view key) {
        known_[std::string(key)] = true;
        return table_.at_path(key);
    }
    template <class T>
    void read(std::string_view key, T& target, char const* wanted) {
        auto const node = find(key);
        if (!node) return;
        if (auto const value = node.value_exact<T>()) {
            target = *value;
        } else {
            fail(key, fmt::format("must be {}", wanted), node.node()->source().begin.line);
        }
    }
    void fail(std::string_view key, std::string_view why, std::size_t line = 0) {
        if (!failure_.empty()) return;
        failure_ = line > 0 ? fmt::format("{}, line {}: '{}' {}.", name_, line, key, why)
                            : fmt::format("{}: '{}' {}.", name_, key, why);
    }

    toml::table const& table_;
    std::string_view name_;
    std::map<std::string, bool> known_;
    std::string failure_;
};

bool is_readable_by_others(std::string const& path) {
    struct stat info{};
    return ::stat(path.c_str(), &info) == 0 && (info.st_mode & (S_IRGRP | S_IROTH)) != 0;
}

Result<void> check_addresses(std::string_view name, std::string_view key, std::vector<std::string> const& texts) {
    auto const read = net::AddressList::read(texts);
    if (read) return {};
    return invalid("config.value", fmt::format("{}: '{}': {}", name, key, read.error().message));
}

}  // namespace

std::string public_url_of(Config const& config) {
    if (!config.public_url.empty()) return config.public_url;
    auto const endpoint = net::parse_endpoint(config.http);
    bool const is_every = endpoint && (endpoint->address == "0.0.0.0" || endpoint->address == "::");
    if (!endpoint || endpoint->port == 0 || is_every) return {};
    return fmt::format("{}://{}", config.tls_certificate.empty() ? "http" : "https", config.http);
}

Result<Config> parse_config(std::string_view text, std::string_view name) {
    toml::table table;
    try {
        table = toml::parse(text, name);
    } catch (toml::parse_error const& failure) {
        return invalid("config.syntax",
                       fmt::format("{}, line {}: {}.", name, failure.source().begin.line, failure.description()));
    }
    Config out;
    Reader reader(table, name);
    reader.text("data", out.data_folder);
    reader.text("database", out.database_url);
    reader.text("server_name", out.server_name);
    reader.text("log_level", out.log_level);
    reader.number("work_threads", out.work_threads, 2, 256);
    reader.text("http.listen", out.http);
    reader.text("http.public_url", out.public_url);
    reader.list("http.trusted_proxies", out.trusted_proxies);
    reader.list("http.allowed_private_targets", out.allowed_private_targets);
    reader.number("http.calls_per_minute", out.api_calls_per_minute, 0, 10'000'000);
    reader.number("http.calls_burst", out.api_calls_burst, 1, 1'000'000);
    reader.text("smtp.listen", out.smtp);
    reader.text("lmtp.listen", out.lmtp);
    reader.text("tls.certificate", out.tls_certificate);
    reader.text("tls.key", out.tls_key);
    reader.text("mail.ca_file", out.ca_file);
    reader.list("mail.trusted_receivers", out.trusted_receivers);
    reader.text("relay.url", out.relay.url);
    reader.text("relay.user", out.relay.user);
    reader.secret("relay.password", out.relay.password);
    reader.text("relay.security", out.relay.security);
    reader.text("relay.ca_file", out.relay.ca_file);
    reader.number("relay.timeout_seconds", out.relay.timeout_seconds, 5, 600);
    reader.refuse_unknown(table);
    CHECK_OK(reader.result());
    CHECK_OK(gateway::check(out.relay));
    CHECK_OK(check_addresses(name, "http.trusted_proxies", out.trusted_proxies));
    CHECK_OK(check_addresses(name, "http.allowed_private_targets", out.allowed_private_targets));
    return out;
}

Result<Config> read_config(std::string const& path) {
    std::ifstream file(path);
    if (!file) return invalid("config.file", fmt::format("The configuration file {} cannot be read.", path));
    std::stringstream text;
    text << file.rdbuf();
    TRY(auto config, parse_config(text.str(), path));
    if (!config.relay.password.empty() && is_readable_by_others(path))
        return invalid("config.open_file",
                       fmt::format("{} holds a password and can be read by others; run chmod 600 {}.", path, path));
    return config;
}

}  // namespace lotse::app
