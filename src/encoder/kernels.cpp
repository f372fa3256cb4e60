// SPDX-License-Identifier: Apache-2.0
#include "encoder/kernels.h"

namespace lotse::encoder {
namespace {

#if defined(__x86_64__)
bool has_avx2() { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
bool has_vnni() {
    return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vnni");
}
#else
bool has_avx2() { return false; }
bool has_vnni() { return false; }
#endif

}  // namespace

std::vector<Kernels const*> available_kernels() {
    std::vector<Kernels const*> out{&portable_kernels()};
    if (has_avx2()) out.push_back(&avx2_kernels());
    if (has_vnni()) out.push_back(&vnni_kernels());
    return out;
}

Kernels const& best_kernels() { return *available_kernels().back(); }

}  // namespace lotse::encoder
