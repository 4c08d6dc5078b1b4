from typing import Final, Literal, NoReturn, final

from ._closed import _Lifecycle, _NextStep, _Outcome
from ._native import _Result

__all__ = [
    "Decision",
    "Explanation",
    "FactTrace",
    "Flag",
    "Notice",
    "PolicyName",
    "RuleTrace",
    "Undecided",
    "UnknownWord",
]

@final
class Flag(_Result):
    """A reason for suspicion that the vendor attached."""

    __match_args__ = ("tag", "kind", "class_")

    tag: Final[str | None]
    """The tag; None for an entry that does not have the shape of a vendor word."""
    kind: Final[Literal["fraud", "mismatch"]]
    """``fraud`` or ``mismatch``, by the list it stood in."""
    class_: Final[str]
    """The class of the tag, ``unknown`` for a word that the vocabulary does not have. In the form
    it is ``class``, which is a reserved word here; ``getattr(flag, "class")`` works, too.
    """

@final
class Undecided(_Result):
    """A rule that could be judged neither true nor false."""

    __match_args__ = ("rule", "facts")

    rule: Final[str]
    """The id of the rule."""
    facts: Final[list[str]]
    """The facts that are missing or hold unknown words, sorted by name."""

@final
class UnknownWord(_Result):
    """A word that the vocabulary of a fact does not have."""

    __match_args__ = ("fact", "word")

    fact: Final[str]
    """The fact that holds it."""
    word: Final[str | None]
    """The word; None when it does not have the shape of a vendor word."""

@final
class Notice(_Result):
    """A webhook that says nothing about the result of a verification."""

    __match_args__ = ("product", "attention")

    product: Final[str | None]
    """The product it belongs to; None for an event that the vocabulary does not have."""
    attention: Final[bool]
    """Whether the body looks like a verdict all the same: somebody should have a look."""

@final
class PolicyName(_Result):
    """Which policy decided."""

    __match_args__ = ("name", "revision", "fingerprint", "vocabulary")

    name: Final[str]
    """The name of the document."""
    revision: Final[str | None]
    """Its revision."""
    fingerprint: Final[str]
    """SHA-256 of the resolved document, as hex."""
    vocabulary: Final[str]
    """The version of the vocabularies."""

@final
class Decision(_Result):
    """What a webhook means for the person: the audit record.

    It holds no personal data apart from ``client_id`` and ``external_ref``, which stand
    outside the form.
    """

    __match_args__ = (
        "format", "outcome", "lifecycle", "rules", "undecided", "flags", "unknown", "notice",
        "scan_ref", "event", "final", "verified", "body_sha256", "policy", "next_step",
        "http_status",
    )

    format: Final[int]
    """The version of this form: 1."""
    outcome: Final[_Outcome]
    """What to do; ``none`` for a webhook that says nothing about a verification."""
    lifecycle: Final[_Lifecycle | None]
    """Where the verification stands; None for a notice."""
    rules: Final[list[str]]
    """The ids of the rules that decided, sorted; empty when the lifecycle decided."""
    undecided: Final[list[Undecided]]
    """The rules that could not be judged, and for want of which facts."""
    flags: Final[list[Flag]]
    """Every reason for suspicion in the body, whatever the outcome."""
    unknown: Final[list[UnknownWord]]
    """Every word that the vocabularies do not have."""
    notice: Final[Notice | None]
    """What the webhook is, if it says nothing about a verification."""
    scan_ref: Final[str | None]
    """The verification that it is about."""
    event: Final[str | None]
    """The event of the header, if it has the shape of a vendor word."""
    final: Final[bool | None]
    """Whether the vendor called it the last word."""
    verified: Final[bool]
    """Whether the signature was checked in the same call."""
    body_sha256: Final[str | None]
    """SHA-256 of the raw body as lower-case hex; None for a mapping or without a digest."""
    policy: Final[PolicyName]
    """The policy that decided."""
    next_step: Final[_NextStep]
    """What the person can do now."""
    http_status: Final[int]
    """The HTTP status to answer the webhook with."""
    client_id: Final[str | None]
    """Your id of the client, outside the form: it may be personal."""
    external_ref: Final[str | None]
    """Your own reference, outside the form, too."""
    def __bool__(self) -> NoReturn:
        """Raises TypeError: write ``decision.outcome == "accept"``."""

@final
class FactTrace(_Result):
    """What a rule saw of one fact."""

    __match_args__ = ("fact", "state", "word")

    fact: Final[str]
    """The fact."""
    state: Final[Literal["known", "neutral", "missing"]]
    """Whether it is known; neutral is absent where absence has a plain meaning."""
    word: Final[str | None]
    """The word, if the fact holds one of its vocabulary."""

@final
class RuleTrace(_Result):
    """What one rule says."""

    __match_args__ = ("id", "then", "result", "facts")

    id: Final[str]
    """The rule."""
    then: Final[_Outcome]
    """What it asks for when it is true."""
    result: Final[Literal["true", "false", "undecided"]]
    """What it is."""
    facts: Final[list[FactTrace]]
    """The facts that it asks, by name; a set has one entry per word."""

@final
class Explanation(_Result):
    """What every rule of a policy says about one webhook, in the order of the document."""

    __match_args__ = ("rules",)

    rules: Final[list[RuleTrace]]
    """One trace per rule; none for a notice."""
