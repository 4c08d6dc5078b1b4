from typing import Any, Final, NoReturn, final

from ._closed import _Gap, _Lifecycle, _LintCode, _LintSeverity, _Outcome, _ProofResult
from ._decision import PolicyName
from ._native import _Result

__all__ = [
    "Area",
    "AreaFact",
    "Change",
    "ChangeCount",
    "ChangedLine",
    "DiffGap",
    "Difference",
    "Example",
    "Lint",
    "LintFinding",
    "LintGap",
    "Proof",
    "RecordedDifference",
    "UnusableLine",
    "Witness",
]

@final
class Witness(_Result):
    """A complete webhook. It is invented: nobody's data is in it."""

    __match_args__ = ("body", "event", "today", "facts", "smallest")

    body: Final[str]
    """The body, as it would arrive."""
    event: Final[str | None]
    """The ``Idenfy-Event-Type`` header, if there is one."""
    today: Final[str | None]
    """The day on which it is read, as ISO text, where a fact hangs on it."""
    facts: Final[dict[str, Any]]
    """What it says, by fact, in the words of test files: only what is not plainly absent."""
    smallest: Final[bool]
    """Whether no other webhook that shows the same is proved to be plainer."""

@final
class Example(_Result):
    """A webhook and how a policy decides it."""

    __match_args__ = ("webhook", "outcome", "lifecycle", "rules")

    webhook: Final[Witness]
    """The webhook."""
    outcome: Final[_Outcome]
    """What the policy decides."""
    lifecycle: Final[_Lifecycle | None]
    """The state of the delivery."""
    rules: Final[list[str]]
    """The rules that decide."""

@final
class AreaFact(_Result):
    """What one fact may be, in the words of the policy language.

    What does not apply is empty or None.
    """

    __match_args__ = (
        "fact", "is_one_of", "is_none_of", "any", "all", "none", "not_all", "matches",
        "matches_not",
    )

    fact: Final[str]
    """The fact."""
    is_one_of: Final[list[Any] | None]
    """It is one of these."""
    is_none_of: Final[list[Any] | None]
    """It is none of these."""
    any: Final[list[list[Any]]]
    """Of each of these lists, at least one word is in the set."""
    all: Final[list[Any]]
    """All of these words are in the set."""
    none: Final[list[Any]]
    """None of these words is in the set."""
    not_all: Final[list[list[Any]]]
    """Of each of these lists, at least one word is not in the set."""
    matches: Final[list[str]]
    """The text, one that the policy does not name, matches all of these patterns."""
    matches_not: Final[list[str]]
    """The text, one that the policy does not name, matches none of these patterns."""

@final
class Area(_Result):
    """A region of webhooks: all that this is true of.

    A fact that is not named may be anything that goes with the others.
    """

    __match_args__ = ("lifecycle", "facts")

    lifecycle: Final[list[_Lifecycle] | None]
    """The states of the delivery; None where the state makes no difference."""
    facts: Final[list[AreaFact]]
    """What is said of facts, each once."""

@final
class LintFinding(_Result):
    """One finding about a policy."""

    __match_args__ = (
        "code", "severity", "rule", "pointer", "message", "area", "example", "instead",
    )

    code: Final[_LintCode]
    """What it is, for example ``policy.lint.unreachable_rule``."""
    severity: Final[_LintSeverity]
    """How much it weighs."""
    rule: Final[str | None]
    """The rule, if it is about one."""
    pointer: Final[str]
    """Where in the document, as a JSON Pointer.

    Of an inherited rule, in the document that it comes from.
    """
    message: Final[str]
    """One sentence for people."""
    area: Final[Area | None]
    """The webhooks that it is about, where it is about some and not about all."""
    example: Final[Example | None]
    """A webhook that shows it."""
    instead: Final[Example | None]
    """The same webhook but for what makes the difference, where one does."""

@final
class LintGap(_Result):
    """A question that was not decided."""

    __match_args__ = ("code", "rule", "pointer", "gap")

    code: Final[_LintCode]
    """What would be found if the answer were yes."""
    rule: Final[str | None]
    """The rule, if it is about one."""
    pointer: Final[str]
    """Where in the document, as a JSON Pointer."""
    gap: Final[_Gap]
    """Why."""

@final
class Lint(_Result):
    """What lint found about a policy."""

    __match_args__ = ("format", "policy", "clean", "complete", "findings", "undetermined")

    format: Final[int]
    """The version of this form: 1."""
    policy: Final[PolicyName]
    """The policy."""
    clean: Final[bool]
    """Whether there is no warning, and every question was decided. Notes do not count."""
    complete: Final[bool]
    """Whether every question was decided: what is not among the findings is not there."""
    findings: Final[list[LintFinding]]
    """What was found, by rule in the order of the document."""
    undetermined: Final[list[LintGap]]
    """The questions that were not decided."""
    def __bool__(self) -> NoReturn:
        """Raises TypeError: write ``lint.clean``."""

@final
class Proof(_Result):
    """What became of a claim about a policy."""

    __match_args__ = ("format", "policy", "result", "gap", "patterns", "counterexample")

    format: Final[int]
    """The version of this form: 1."""
    policy: Final[PolicyName]
    """The policy."""
    result: Final[_ProofResult]
    """What became of the claim."""
    gap: Final[_Gap | None]
    """Why it is undetermined."""
    patterns: Final[list[str]]
    """The patterns that were free, if the answer is undetermined for that."""
    counterexample: Final[Example | None]
    """A webhook that refutes it, decided by the engine."""
    def __bool__(self) -> NoReturn:
        """Raises TypeError: write ``proof.result == "holds"``."""

@final
class Change(_Result):
    """A region of webhooks that two policies decide differently.

    Of those that the old one decides as ``old_outcome``, the new one decides all that are in
    ``area`` as ``new_outcome``.
    """

    __match_args__ = (
        "old_outcome", "new_outcome", "area", "example", "old_rules", "new_rules",
    )

    old_outcome: Final[_Outcome]
    """What the old policy decides."""
    new_outcome: Final[_Outcome]
    """What the new policy decides."""
    area: Final[Area]
    """Which webhooks. Regions may overlap."""
    example: Final[Witness | None]
    """One of them; None if it hangs on a pattern for which no text could be written."""
    old_rules: Final[list[str]]
    """The rules by which the old policy decides the example."""
    new_rules: Final[list[str]]
    """The rules by which the new policy decides the example."""

@final
class DiffGap(_Result):
    """Two outcomes between which there may be more changes than those described."""

    __match_args__ = ("old_outcome", "new_outcome", "gap")

    old_outcome: Final[_Outcome]
    """What the old policy decides."""
    new_outcome: Final[_Outcome]
    """What the new policy decides."""
    gap: Final[_Gap]
    """Why."""

@final
class Difference(_Result):
    """What changes, for every webhook there can be, when one policy takes another's place."""

    __match_args__ = (
        "format", "old", "new", "equal", "complete", "changes", "undetermined",
    )

    format: Final[int]
    """The version of this form: 1."""
    old: Final[PolicyName]
    """The policy of today."""
    new: Final[PolicyName]
    """The policy that would take its place."""
    equal: Final[bool]
    """Whether it is proved that both decide every webhook alike."""
    complete: Final[bool]
    """Whether every webhook that is decided differently is in one of the regions."""
    changes: Final[list[Change]]
    """The regions, the shortest descriptions first."""
    undetermined: Final[list[DiffGap]]
    """The pairs of outcomes of which not every region could be described."""
    def __bool__(self) -> NoReturn:
        """Raises TypeError: write ``difference.equal``."""

@final
class ChangeCount(_Result):
    """How often one change occurs in recorded webhooks."""

    __match_args__ = ("old_outcome", "new_outcome", "count")

    old_outcome: Final[_Outcome]
    """What the old policy decides."""
    new_outcome: Final[_Outcome]
    """What the new policy decides."""
    count: Final[int]
    """On how many lines."""

@final
class ChangedLine(_Result):
    """A line that two policies decide differently."""

    __match_args__ = (
        "line", "scan_ref", "old_outcome", "new_outcome", "old_rules", "new_rules",
    )

    line: Final[int]
    """The number of the line, from 1."""
    scan_ref: Final[str | None]
    """The verification."""
    old_outcome: Final[_Outcome]
    """What the old policy decides."""
    new_outcome: Final[_Outcome]
    """What the new policy decides."""
    old_rules: Final[list[str]]
    """The rules by which the old policy decides."""
    new_rules: Final[list[str]]
    """The rules by which the new policy decides."""

@final
class UnusableLine(_Result):
    """A line that could not be decided."""

    __match_args__ = ("line", "code")

    line: Final[int]
    """The number of the line, from 1."""
    code: Final[str]
    """The code of the error."""

@final
class RecordedDifference(_Result):
    """What would change for recorded webhooks: by line and scanRef, without personal data."""

    __match_args__ = (
        "format", "old", "new", "webhooks", "same", "people", "counts", "changed", "unusable",
    )

    format: Final[int]
    """The version of this form: 1."""
    old: Final[PolicyName]
    """The policy of today."""
    new: Final[PolicyName]
    """The policy that would take its place."""
    webhooks: Final[int]
    """Lines that both policies decided."""
    same: Final[int]
    """Lines with the same outcome by both."""
    people: Final[int]
    """How many verifications have a line that changes."""
    counts: Final[list[ChangeCount]]
    """How often each change occurs, the most frequent first."""
    changed: Final[list[ChangedLine]]
    """The lines that change, in their order."""
    unusable: Final[list[UnusableLine]]
    """The lines that could not be decided."""
    def __bool__(self) -> NoReturn:
        """Raises TypeError: write ``difference.changed``."""
