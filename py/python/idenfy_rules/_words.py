"""What the generated enums have in common. The texts of the vendor's words, of reasons and of
findings stay in the core, in one table each."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from ._native import finding_codes, reasons, vocabularies

if TYPE_CHECKING:
    from typing_extensions import Self

__all__ = ["ClosedWord", "FindingTexts", "ReasonTexts", "Word"]

_WORDS = {
    table["type"]: {word["text"]: word for word in table["words"]} for table in vocabularies()
}
_REASONS: dict[str, dict[str, Any]] = {texts["reason"]: {**texts} for texts in reasons()}
_FINDINGS: dict[str, dict[str, Any]] = {texts["code"]: {**texts} for texts in finding_codes()}


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

    if TYPE_CHECKING:
        # Says that a member is compared as text, so that ``found.action == Action.RETRY`` is no
        # comparison of different things, although ``found.action`` is a Literal.
        def __eq__(self, other: object, /) -> bool: ...
        def __hash__(self) -> int: ...


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


class ClosedWord(_Text):
    """A word of ours, or a code. Results hold it as plain str, which compares with the member."""

    _meaning: str

    if not TYPE_CHECKING:  # the finished class has the signature of its parent

        def __new__(cls, value: str, meaning: str) -> Self:
            member = str.__new__(cls, value)
            member._value_ = value
            member._meaning = meaning
            return member

    @property
    def meaning(self) -> str:
        """What it means; the text may change."""
        return self._meaning


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


class FindingTexts(_Text):
    """What is behind the code of a finding."""

    @property
    def text(self) -> str:
        """What it demands or notes; the text may change. That of a token request is to be read
        after the name of the member.

        Words in braces, such as ``{max}``, are ``params`` of the finding.
        """
        return self._of("text")

    @property
    def severity(self) -> str:
        """How much it usually weighs: ``error`` or ``warning``. Of three codes the profile
        decides."""
        return self._of("severity")

    @property
    def identifier(self) -> str | None:
        """The identifier that the API most likely answers an error with; mostly inferred."""
        return self._of("identifier")

    @property
    def sources(self) -> list[str]:
        """The pages that it rests on; none where it is inferred or ours."""
        return list(self._of("sources"))

    def _of(self, name: str) -> Any:
        return _FINDINGS[self.value][name]
