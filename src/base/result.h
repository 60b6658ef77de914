#pragma once
#include <tl/expected.hpp>

#include <type_traits>
#include <utility>

namespace pehchan {

/// Either a value or the reason there is none; std::expected once the compiler has it.
template <class T, class E>
using Result = tl::expected<T, E>;

template <class E>
constexpr auto failure(E&& error) {
  return tl::unexpected<std::decay_t<E>>(std::forward<E>(error));
}

}  // namespace pehchan
