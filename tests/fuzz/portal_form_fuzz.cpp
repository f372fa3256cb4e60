// SPDX-License-Identifier: Apache-2.0
// Whatever arrives as a form: no more than ten files, only whole text in the fields, nothing that was not sent.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/text.h"
#include "portal/form.h"

namespace {

void expect(bool condition) {
    if (!condition) std::abort();
}

bool is_text(std::string const& bytes) { return lotse::to_valid_utf8(bytes) == bytes; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace lotse;
    if (size == 0) return 0;
    net::Request request;
    request.method = "POST";
    // The first byte chooses between the two encodings, and whether the header is the fuzzer's own.
    std::string_view rest(reinterpret_cast<char const*>(data) + 1, size - 1);
    std::string type = data[0] % 3 == 0 ? "application/x-www-form-urlencoded" : "multipart/form-data; boundary=B";
    if (data[0] % 3 == 2) {
        auto const end = rest.find('\n');
        type = "multipart/form-data;" + std::string(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    request.headers.add("Content-Type", type);
    request.body = rest;
    auto const form = portal::read_form(request);
    if (!form) return 0;
    expect(form->files.size() <= portal::kFiles);
    std::size_t bytes = 0;
    for (auto const& file : form->files) {
        expect(!file.name.empty() && is_text(file.name));
        expect(file.name.find_first_of("/\\") == std::string::npos);
        bytes += file.bytes.size();
    }
    expect(bytes <= request.body.size());
    for (auto const* name : {"a", "form", "text", "files"}) expect(is_text(form->get(name)));
    return 0;
}
