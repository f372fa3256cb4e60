// SPDX-License-Identifier: Apache-2.0
#include "access/qr_code.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>

namespace lotse::access {
namespace {

constexpr int kQuiet = 4;

}  // namespace

std::string qr_svg(std::string_view text) {
    std::unique_ptr<QRcode, decltype(&QRcode_free)> const code(
        QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) return {};
    std::string path;
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if ((code->data[y * code->width + x] & 1) != 0)
                path += fmt::format("M{} {}h1v1h-1z", x + kQuiet, y + kQuiet);
    int const size = code->width + 2 * kQuiet;
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {0}\" shape-rendering=\"crispEdges\">"
        "<path fill=\"#fff\" d=\"M0 0h{0}v{0}h-{0}z\"/><path fill=\"#000\" d=\"{1}\"/></svg>",
        size, path);
}

}  // namespace lotse::access
