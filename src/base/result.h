// SPDX-License-Identifier: Apache-2.0
// The one way a function fails: Result<T> holds a value or an Error. Dropping one does not compile.
#pragma once

#include <concepts>
#include <expected>
#include <type_traits>
#include <utility>

#include "base/error.h"

namespace lotse {

// libstdc++ 12's expected has no monadics, and its == recurses on derived types; both are mended here.
template <class T>
class [[nodiscard]] Result : public std::expected<T, Error> {
  public:
    using Base = std::expected<T, Error>;
    using Base::Base;
    Result(Error error) : Base(std::unexpected(std::move(error))) {}
    Result()
        requires std::is_void_v<T> || std::default_initializable<T>
    = default;

    template <class F>
    auto and_then(F&& f) && -> std::invoke_result_t<F, T> {
        if (!this->has_value()) return std::move(this->error());
        return std::forward<F>(f)(std::move(this->value()));
    }
    template <class F>
    auto transform(F&& f) && -> Result<std::remove_cvref_t<std::invoke_result_t<F, T>>> {
        if (!this->has_value()) return std::move(this->error());
        return std::forward<F>(f)(std::move(this->value()));
    }
    friend bool operator==(Result const& a, Result const& b) {
        if (a.has_value() != b.has_value()) return false;
        if (!a.has_value()) return a.error() == b.error();
        if constexpr (std::is_void_v<T>) {
            return true;
        } else {
            return *a == *b;
        }
    }
};

using Ok = Result<void>;

}  // namespace lotse

// TRY(auto x, f()) binds the value or returns the error. CHECK_OK(f()) does the same for Result<void>.
// The CO_ pair is for coroutines, where `return` is not allowed.
#define LOTSE_CAT2(a, b) a##b
#define LOTSE_CAT(a, b) LOTSE_CAT2(a, b)
#define LOTSE_TRY(name, ret, decl, expr)                \
    auto name = (expr);                                 \
    if (!name.has_value()) ret std::move(name).error(); \
    decl = *std::move(name)
#define LOTSE_CHECK(name, ret, expr) \
    if (auto name = (expr); !name.has_value()) ret std::move(name).error()
#define TRY(decl, ...) LOTSE_TRY(LOTSE_CAT(try_, __LINE__), return, decl, (__VA_ARGS__))
#define CO_TRY(decl, ...) LOTSE_TRY(LOTSE_CAT(try_, __LINE__), co_return, decl, (__VA_ARGS__))
#define CHECK_OK(...) LOTSE_CHECK(LOTSE_CAT(check_, __LINE__), return, (__VA_ARGS__))
#define CO_CHECK_OK(...) LOTSE_CHECK(LOTSE_CAT(check_, __LINE__), co_return, (__VA_ARGS__))
