// Bytes in, texts out, errors and results; part of idenfy_rules.hpp.
#ifndef IDENFY_RULES_ERROR_HPP
#define IDENFY_RULES_ERROR_HPP

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "../idenfy_rules.h"

namespace idenfy {

/// Any bytes going in; std::nullopt, where it is taken, is a header or a text that is not there.
using Bytes = std::string_view;
using MaybeBytes = std::optional<std::string_view>;

/// Bytes of another type, such as those of a std::vector<std::uint8_t>.
inline Bytes bytes(const void *data, std::size_t size) noexcept {
    return Bytes(static_cast<const char *>(data), size);
}

namespace detail {

inline const std::uint8_t *ptr(Bytes bytes) noexcept {
    return reinterpret_cast<const std::uint8_t *>(bytes.data());
}

inline idr_view in(MaybeBytes bytes) noexcept {
    // An empty string_view may have no address, and no address is a header that is not there.
    static const std::uint8_t empty = 0;
    if (!bytes) return {nullptr, 0};
    return {bytes->empty() ? &empty : ptr(*bytes), bytes->size()};
}

inline std::vector<idr_view> in(const std::vector<Bytes> &keys) {
    std::vector<idr_view> views;
    for (Bytes key : keys) views.push_back(in(MaybeBytes(key)));
    return views;
}

inline std::string_view out(idr_view view) noexcept {
    return view.ptr == nullptr ? Bytes() : bytes(view.ptr, view.len);
}

inline std::optional<std::string_view> maybe(idr_view view) noexcept {
    if (view.ptr == nullptr) return std::nullopt;
    return out(view);
}

inline std::optional<bool> mark(idr_final final) noexcept {
    if (final == IDR_FINAL_NONE) return std::nullopt;
    return final == IDR_FINAL_TRUE;
}

/// The items from 0 up to a count.
template <typename Ask>
auto list(std::size_t count, Ask ask) {
    std::vector<decltype(ask(std::size_t{0}))> items;
    items.reserve(count);
    for (std::size_t at = 0; at < count; ++at) items.push_back(ask(at));
    return items;
}

template <typename T, void (*Free)(T **)>
struct Freed {
    void operator()(T *object) const noexcept { Free(&object); }
};

template <typename T, void (*Free)(T **)>
using Owner = std::unique_ptr<T, Freed<T, Free>>;

/// What all owners have.
template <typename Self, typename T, void (*Free)(T **)>
class Handle {
public:
    using Object = T;

    /// Takes over an object that the C library has made.
    static Self take(T *object) noexcept {
        Self self;
        self.owner_.reset(object);
        return self;
    }
    const T *get() const noexcept { return owner_.get(); }
    T *get() noexcept { return owner_.get(); }

private:
    Owner<T, Free> owner_;
};

}  // namespace detail

/// A call that failed: what() is for people, code() for programs.
class Error : public std::runtime_error {
public:
    Error(idr_status status, const idr_error *error)
        : std::runtime_error(std::string(
              detail::out(error == nullptr ? idr_status_text(status) : idr_error_text(error)))),
          status_(status),
          code_(detail::out(idr_error_code(error))),
          pointer_(detail::maybe(idr_error_pointer(error))),
          suggestion_(detail::out(idr_error_suggestion(error))),
          http_status_(error == nullptr ? std::uint16_t{500} : idr_error_http_status(error)) {}

    idr_status status() const noexcept { return status_; }
    /// A stable code, for example "signature.mismatch".
    const std::string &code() const noexcept { return code_; }
    /// The place as a JSON Pointer, "" for the whole; std::nullopt where there is none.
    const std::optional<std::string> &pointer() const noexcept { return pointer_; }
    /// What was probably meant in a policy document; empty where nothing is near enough.
    const std::string &suggestion() const noexcept { return suggestion_; }
    /// What to answer a webhook with: 401, 400 or 500.
    std::uint16_t http_status() const noexcept { return http_status_; }

private:
    idr_status status_;
    std::string code_;
    std::optional<std::string> pointer_;
    std::string suggestion_;
    std::uint16_t http_status_;
};

/// The value of a call that gives none.
struct Done {};

/// What a call gives, or why it failed.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) noexcept : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) noexcept : state_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }

    /// The value; throws the error if there is none.
    T &value() & {
        demand();
        return *std::get_if<0>(&state_);
    }
    T value() && {
        demand();
        return std::move(*std::get_if<0>(&state_));
    }

    /// Why the call failed; ask ok() first.
    const Error &error() const noexcept { return *std::get_if<1>(&state_); }

private:
    void demand() const {
        if (ok()) return;
#ifdef __cpp_exceptions
        throw error();
#else
        std::abort();
#endif
    }

    std::variant<T, Error> state_;
};

namespace detail {

/// Makes a call, whose last argument is the error.
template <typename Call>
Result<Done> done(Call &&call) noexcept {
    idr_error *raw = nullptr;
    const idr_status status = call(&raw);
    const Owner<idr_error, idr_error_free> error(raw);
    if (status != IDR_OK) return Error(status, error.get());
    return Done{};
}

/// The same for a call that makes an object, whose owner is T.
template <typename T, typename Call>
Result<T> made(Call &&call) noexcept {
    typename T::Object *object = nullptr;
    const auto found = done([&](idr_error **error) { return call(&object, error); });
    if (!found) return found.error();
    return T::take(object);
}

class Text : public Handle<Text, idr_text, idr_text_free> {};

/// The same for a call that makes a text.
template <typename Call>
Result<std::string> text(Call &&call) noexcept {
    auto made_text = made<Text>(call);
    if (!made_text) return made_text.error();
    return std::string(out(idr_text_view(made_text.value().get())));
}

}  // namespace detail
}  // namespace idenfy

#endif  // IDENFY_RULES_ERROR_HPP
