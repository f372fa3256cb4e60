// SPDX-License-Identifier: Apache-2.0
// A stored model of waiting times of any bytes: refused, or safe to ask and to save again.
#include "base/must.h"
#include "insight/wait_model.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace lotse;
    auto const model = insight::WaitModel::load({reinterpret_cast<char const*>(data), size});
    if (!model) return 0;
    insight::WaitFacts facts{std::vector<std::string>(model->fields(), "1"), 3};
    for (double const share : {0.5, 0.8, 0.9})
        for (auto const passed : {Duration::zero(), Duration{std::chrono::hours{40}}}) {
            auto const told = model->quantile(facts, share, passed);
            must(!told || *told >= passed, "a promise does not lie in the past");
        }
    must(insight::WaitModel::load(model->save()).has_value(), "what we save reads back");
    return 0;
}
