from typing import ClassVar, Final, NoReturn, final

from ._closed import _Lifecycle, _Outcome
from ._decision import PolicyName
from ._native import _Result

__all__ = [
    "CaseResult",
    "ConditionCoverage",
    "ExpectedDecision",
    "ObservedDecision",
    "RuleCoverage",
    "RunCounts",
    "TestRun",
]

@final
class RunCounts(_Result):
    """The numbers of a run of tests at a glance."""

    __match_args__ = (
        "cases", "passed", "failed", "rules", "rules_true", "conditions", "conditions_tried",
    )

    cases: Final[int]
    """Cases in the file."""
    passed: Final[int]
    """Cases that passed."""
    failed: Final[int]
    """Cases that did not."""
    rules: Final[int]
    """Rules of the policy, inherited ones included."""
    rules_true: Final[int]
    """Rules that were true in some case."""
    conditions: Final[int]
    """Conditions: tests on one fact in one rule."""
    conditions_tried: Final[int]
    """Conditions that were true in some case and not true in another."""

@final
class ExpectedDecision(_Result):
    """What a case expects; None where it says nothing."""

    __match_args__ = ("outcome", "rules", "lifecycle", "undecided")

    outcome: Final[_Outcome]
    """The outcome."""
    rules: Final[list[str] | None]
    """The rules that decide, exactly, sorted."""
    lifecycle: Final[_Lifecycle | None]
    """The state of the verification."""
    undecided: Final[list[str] | None]
    """The rules that cannot be judged, exactly, sorted."""

@final
class ObservedDecision(_Result):
    """The part of a decision that cases are about."""

    __match_args__ = ("outcome", "rules", "lifecycle", "undecided")

    outcome: Final[_Outcome]
    """The outcome."""
    rules: Final[list[str]]
    """The rules that decided, sorted."""
    lifecycle: Final[_Lifecycle | None]
    """The state of the verification; None for a notice."""
    undecided: Final[list[str]]
    """The rules that could not be judged, sorted."""

@final
class CaseResult(_Result):
    """What became of one case."""

    __match_args__ = ("name", "passed", "expected", "got", "error")

    name: Final[str]
    """Its name in the file."""
    passed: Final[bool]
    """Whether everything that it expects came true."""
    expected: Final[ExpectedDecision]
    """What it expects."""
    got: Final[ObservedDecision | None]
    """What the policy decided; None for a webhook that cannot be used."""
    error: Final[str | None]
    """The code of the error where there is no decision."""

@final
class ConditionCoverage(_Result):
    """What the cases tried of one test on one fact."""

    __match_args__ = ("place", "text", "true_in", "not_true_in")

    place: Final[str]
    """Where it stands in the ``when`` of the rule, as a JSON Pointer."""
    text: Final[str]
    """The test in words."""
    true_in: Final[int]
    """The number of cases in which it was true."""
    not_true_in: Final[int]
    """The number of cases in which it was false or undecided."""

@final
class RuleCoverage(_Result):
    """What the cases tried of one rule. Only cases in which the rules are asked count."""

    __match_args__ = ("id", "then", "true_in", "decided_in", "undecided_in", "conditions")

    id: Final[str]
    """The rule."""
    then: Final[_Outcome]
    """What it asks for when it is true."""
    true_in: Final[int]
    """The number of cases in which it was true."""
    decided_in: Final[int]
    """The number of cases in which it was among the rules that decided."""
    undecided_in: Final[int]
    """The number of cases in which it could not be judged."""
    conditions: Final[list[ConditionCoverage]]
    """The tests that it makes, each on one fact."""

@final
class TestRun(_Result):
    """What became of the cases of a test file, and what they left untried.

    ``str()`` tells it to people. Neither form nor text holds personal data of a webhook. A pickle
    holds the test file and runs it again.
    """

    __test__: ClassVar[bool]
    __match_args__ = ("format", "passed", "policy", "counts", "cases", "rules", "otherwise")

    format: Final[int]
    """The version of this form: 1."""
    passed: Final[bool]
    """Whether every case passed. Gaps in the coverage do not count against it."""
    policy: Final[PolicyName]
    """The policy that was tested."""
    counts: Final[RunCounts]
    """The numbers at a glance."""
    cases: Final[list[CaseResult]]
    """Every case, in the order of the file."""
    rules: Final[list[RuleCoverage]]
    """Every rule, in the order of the document."""
    otherwise: Final[int]
    """The number of cases in which no rule was true."""
    def __bool__(self) -> NoReturn:
        """Raises TypeError: write ``run.passed``."""
