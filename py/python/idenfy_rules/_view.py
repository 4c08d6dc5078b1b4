"""What the views of a webhook's payload have in common: they are read-only, equal by value, and
show nothing of their content in a text that may end up in a log."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Self

__all__ = ["Member", "View", "flag", "integer", "part", "parts", "seconds", "text", "texts"]

_Value = TypeVar("_Value")


class View:
    """An object of the payload: a form of the core, read by attributes."""

    __slots__ = ("_form",)

    _form: dict[str, Any]

    def __init_subclass__(cls) -> None:
        cls.__module__ = "idenfy_rules"

    def __init__(self, form: dict[str, Any], /) -> None:
        self._form = form

    def _read(self) -> dict[str, Any]:
        return self._form

    def to_dict(self) -> dict[str, Any]:
        """The JSON form as plain dict, list, str, int, float, bool and None. It holds personal
        data."""
        return copy.deepcopy(self._read())

    def to_json(self) -> str:
        """The JSON form as text; equal results have equal text. It holds personal data."""
        return json.dumps(self._read(), ensure_ascii=False, separators=(",", ":"))

    def _identity(self) -> object:
        return self.to_json()

    def __eq__(self, other: object, /) -> bool:
        if not isinstance(other, View) or type(other) is not type(self):
            return NotImplemented
        return self._identity() == other._identity()

    def __hash__(self) -> int:
        return hash((type(self), self._identity()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}(..)"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._read(),)


class Member(Generic[_Value]):
    """An attribute of a view. Lists and objects are made anew each time, so that nobody can change
    the view by changing them."""

    def __init__(self, value: Callable[[Any], _Value]) -> None:
        self._value = value

    def __set_name__(self, owner: type[View], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, view: None, owner: type[View]) -> Self: ...
    @overload
    def __get__(self, view: View, owner: type[View]) -> _Value: ...
    def __get__(self, view: View | None, owner: type[View]) -> Self | _Value:
        return self if view is None else self._value(view._read()[self._name])

    def __set__(self, view: View, value: NoReturn) -> NoReturn:
        raise AttributeError(f"`{self._name}` of a `{type(view).__name__}` cannot be changed")


def _same(value: Any) -> Any:
    return value


def text() -> Member[str | None]:
    """A text, or a word of the vendor, which is plain text, too."""
    return Member(_same)


def flag() -> Member[bool | None]:
    """A yes or no."""
    return Member(_same)


def integer() -> Member[int | None]:
    """A whole number."""
    return Member(_same)


def seconds() -> Member[float | None]:
    """A moment, in seconds since 1970."""
    return Member(_same)


def texts() -> Member[list[str]]:
    """Several texts or words."""
    return Member(list)


_Part = TypeVar("_Part", bound=View)


def part(view: type[_Part]) -> Member[_Part | None]:
    """An object of its own; None when it is absent."""
    return Member(lambda form: None if form is None else view(form))


def parts(view: type[_Part]) -> Member[list[_Part]]:
    """Several objects."""
    return Member(lambda forms: [view(form) for form in forms])
