// SPDX-License-Identifier: Apache-2.0
// One file of the web folder as an answer: its best compression, its type, how long it may be kept.
#pragma once

#include "net/http.h"
#include "web/asset.h"

namespace lotse::web {

// Which of the stored forms a client takes: by Accept-Encoding (RFC 9110, 12.5.3), brotli before gzip, a form with q=0
// never. The result is one of "br", "gzip", "".
std::string_view best_encoding(std::string_view accept_encoding, Asset const& asset);

// Files below assets/ carry a hash of their content in their name, so they are kept for a year; others are asked for
// again each time and answered with 304 while they are the same.
net::Response serve_asset(Asset const& asset, net::Request const& request);

}  // namespace lotse::web
