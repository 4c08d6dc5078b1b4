"""What the generated enums have in common. Their texts stay in the core, in one table each."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from ._native import reasons, vocabularies

if TYPE_CHECKING:
    from typing_extensions import Self

__all__ = ["ReasonTexts", "Word"]

_WORDS = {
    table["type"]: {word["text"]: word for word in table["words"]} for table in vocabularies()
}
_REASONS: dict[str, dict[str, Any]] = {texts["reason"]: {**texts} for texts in reasons()}


class _Text(str, Enum):
    """A text that compares with, and prints as, its value."""

    _value_: str

    # With the signature that enum gives to the finished class; that of str has three parameters.
    def __new__(cls, value: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        return member

    def __str__(self) -> str:
        return str.__str__(self)


class Word(_Text):
    """A word of the vendor. Vocabularies are open: results hold plain str, so expect others."""

    @property
    def meaning(self) -> str:
        """What it means, in our words; the text may change."""
        return self._row["meaning"]

    @property
    def class_(self) -> str:
        """What kind of word it is; a policy asks for it by ``{"class": ...}``."""
        return self._row["class"]

    @property
    def seen(self) -> str:
        """Where it was seen: years of the vendor's contract, ``page`` for prose only."""
        return self._row["seen"]

    @property
    def _row(self) -> dict[str, str]:
        return _WORDS[type(self).__name__][self.value]


class ReasonTexts(_Text):
    """What people need to know about a reason; every text may change."""

    @property
    def hint(self) -> str:
        """What to do and whom to ask, in one text: the ``hint`` of a classification."""
        return self._of("hint")

    @property
    def happened(self) -> str:
        """What happened."""
        return self._of("happened")

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return self._of("remedy")

    @property
    def ask(self) -> str | None:
        """Whom to ask when the remedy does not help; None when there is nothing to ask."""
        return self._of("ask")

    @property
    def bring(self) -> list[str]:
        """What to bring along: enough to find the case, and no secret."""
        return list(self._of("bring"))

    @property
    def outcome_unknown(self) -> bool:
        """Whether the vendor may have processed the request all the same."""
        return self._of("outcome_unknown")

    def _of(self, name: str) -> Any:
        return _REASONS[self.value][name]
