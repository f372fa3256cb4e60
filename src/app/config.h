// SPDX-License-Identifier: Apache-2.0
// What `lotse serve` is told: the command line first, then the configuration file (TOML), then defaults.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "gateway/mail_out.h"

namespace lotse::app {

struct Config {
    std::string data_folder = "data";
    std::string database_url;           // "" = SQLite in the data folder
    std::string http = "127.0.0.1:8080";  // "" = off, for all doors
    // Their X-Forwarded-For and X-Forwarded-Proto are believed, and their connections are those of many people. Beside
    // this machine's own only what the file names.
    std::vector<std::string> trusted_proxies{"127.0.0.0/8", "::1"};
    // Addresses and networks that feeds and webhooks may lead to though they are private. Nobody at the desk can add to it.
    std::vector<std::string> allowed_private_targets;
    std::string public_url;  // "" = the address above; stands in links that are mailed
    std::string smtp;
    std::string lmtp;
    std::string tls_certificate;  // PEM files; with them HTTP speaks TLS and SMTP offers STARTTLS
    std::string tls_key;
    std::string server_name = "localhost";  // in EHLO and greetings
    std::vector<std::string> trusted_receivers;  // authserv-ids whose DMARC verdict is believed
    std::string ca_file;  // PEM, trusted beside the system's authorities when mailboxes are fetched
    gateway::SmtpRelay relay;
    int work_threads = 16;
    int api_calls_per_minute = 60'000;  // of one token or session; 0 = no limit
    int api_calls_burst = 6'000;
    std::string log_level = "info";
};

// Never taken from a request: who asks for a link must not choose where it leads. "" where nobody knows: a port that the
// system chose will be another one after the next start, and every address of the machine is none.
std::string public_url_of(Config const& config);

// Keys are those of docs/admin/configuration.md; an unknown key, a wrong type or a value out of range is an error that
// names file, line and key. Files readable by others are refused when they hold a password.
Result<Config> read_config(std::string const& path);
Result<Config> parse_config(std::string_view text, std::string_view name);

}  // namespace lotse::app
