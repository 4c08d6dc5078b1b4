from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Literal, NoReturn, Protocol, final

from typing_extensions import Buffer

from ._batch import Decisions
from ._closed import _Lifecycle, _NextStep, _Outcome
from ._native import _Day, _Keys, _Result
from ._test_run import TestRun

__all__ = [
    "Decision",
    "Explanation",
    "FactTrace",
    "Flag",
    "Notice",
    "Policy",
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

class _Reader(Protocol):
    def read(self, size: int, /) -> Buffer: ...

@final
class Policy:
    """A loaded policy: immutable, shared freely between threads.

    There is no default: name the policy. Two policies are equal when their names, revisions
    and fingerprints are.
    """

    name: Final[str]
    """The name of the document."""
    revision: Final[str | None]
    """The revision of the document, if it states one."""
    fingerprint: Final[str]
    """SHA-256 of the resolved document, as hex."""
    rule_ids: Final[list[str]]
    """The ids of its rules, inherited ones first."""

    @classmethod
    def documented(cls) -> Policy:
        """The vendor's pages, word for word.

        A SUSPECTED person whose manual checks both passed is accepted whatever the flags say.
        Use ``strict`` where that will not do.

        Source: the vendor's overview and FAQ (2026).
        """

    @classmethod
    def strict(cls) -> Policy:
        """Verdict, checks, flags, lists and side services weighed together.

        Whatever is not plainly good goes to a person.

        Source: words and events from the vendor's pages (2026); how they weigh is ours.
        """

    @classmethod
    def from_json(cls, text: str | Buffer, base: Policy | None = None) -> Policy:
        """Loads a policy from its JSON document.

        ``text`` is the document; ``base`` a policy that ``extends`` may name besides the built-in
        ones.

        Raises ``PolicyError`` for the first thing that is wrong, with its place.

        Source: docs/policy.md; the form is ours.
        """

    def receive(
        self,
        body: Buffer,
        signature: str | Buffer | None,
        keys: _Keys,
        *,
        event_type: str | Buffer | None = None,
        today: _Day | None = None,
    ) -> Decision:
        """Verifies, reads and decides, in that order. For webhooks that arrive.

        ``body`` is the raw body; ``signature`` the value of ``Idenfy-Signature``, None when
        there was none; ``keys`` one signing key or several. ``event_type`` is the
        ``Idenfy-Event-Type`` header, which is not signed; ``today`` a date, for policies that
        ask ``age`` or ``daysToExpiry``.

        Raises ``SignatureError`` (answer 401), ``WebhookError`` (answer 400), ``InputError``
        (``policy.today_required``, or a date that is none), TypeError for a body that is not
        bytes-like.

        Source: the vendor's pages on webhooks and callback signing (2026); what is decided is the
        policy's.

        >>> body = b'{"scanRef": "s-1", "status": {"overall": "APPROVED"}, "final": true}'
        >>> decision = Policy.documented().receive(body, sign(body, "key"), "key")
        >>> decision.outcome, decision.rules, decision.verified
        ('accept', ['approved'], True)
        """

    def evaluate(
        self,
        body: Buffer | str | Mapping[str, Any],
        *,
        event_type: str | Buffer | None = None,
        today: _Day | None = None,
        digest: bool = True,
    ) -> Decision:
        """Reads and decides without looking at a signature. For replay and tests.

        ``event_type`` and ``today`` are as for ``receive``. ``digest`` says whether to name the
        body by its SHA-256. Without it, or for a mapping, ``body_sha256`` is None, and duplicates
        cannot be seen later.

        Raises ``WebhookError`` for a body that cannot be used, or ``InputError``.

        Source: the vendor's pages on webhooks, 2021 to 2026; what is decided is the policy's.

        >>> decision = Policy.documented().evaluate({"scanRef": "s-1", "status": {"overall": "ACTIVE"}})
        >>> decision.outcome, decision.lifecycle, decision.next_step
        ('wait', 'pending', 'wait')
        """

    def explain(
        self,
        body: Buffer | str | Mapping[str, Any],
        *,
        event_type: str | Buffer | None = None,
        today: _Day | None = None,
    ) -> Explanation:
        """What every rule says about a webhook, whether or not its lifecycle lets them decide.

        ``event_type`` and ``today`` are as for ``receive``.

        Raises ``WebhookError`` for a body that cannot be used, or ``InputError``.

        Source: the vendor's pages on webhooks, 2021 to 2026; what is decided is the policy's.

        >>> body = b'{"scanRef": "s-1", "status": {"overall": "APPROVED"}, "final": true}'
        >>> [(rule.id, rule.result) for rule in Policy.documented().explain(body).rules][:2]
        [('approved', 'true'), ('suspected-passed-by-hand', 'false')]
        """

    def evaluate_many(
        self,
        ndjson: Buffer,
        *,
        event_type: str | Buffer | None = None,
        today: _Day | None = None,
        digest: bool = False,
        threads: int = 1,
    ) -> Decisions:
        """Reads and decides every line of NDJSON. For replay: no signature is looked at.

        ``ndjson`` holds one body in each line; lines of white space alone are no records, but
        they are numbered. ``event_type`` and ``today`` are those of every line, ``digest`` says
        whether to name each body by its SHA-256. ``threads``, 1 to 256, changes the time that it
        takes and nothing else; the interpreter is released. A line of more than 1 MiB, like any
        other that cannot be used, is among the ``errors`` of the answer.

        Raises ``InputError`` (``policy.today_required``, or an argument that cannot be used),
        TypeError for lines that are not bytes-like.

        Source: as for ``evaluate``; NDJSON as at jsonlines.org.

        >>> line = b'{"scanRef": "s-1", "status": {"overall": "APPROVED"}, "final": true}'
        >>> found = Policy.documented().evaluate_many(line + b"\\n" + line + b"\\noops")
        >>> found.outcome, found.line, [(bad.line, bad.code) for bad in found.errors]
        (('accept', 'accept'), (1, 2), [(3, 'webhook.not_json')])
        """

    def evaluate_stream(
        self,
        source: _Reader | Iterable[Buffer],
        *,
        chunk: int = 4194304,
        event_type: str | Buffer | None = None,
        today: _Day | None = None,
        digest: bool = False,
        threads: int = 1,
    ) -> Iterator[Decisions]:
        """The same for a file of any size, in bounded memory, block by block.

        ``source`` is a file opened in binary mode, or an iterable of bytes-like pieces that may
        cut lines anywhere. ``chunk`` is the size of a block in bytes, 1 to 2**30; about two of
        them are held at once, and a line of more than 1 MiB is not. Each block has the places of
        its lines in the whole. The rest is as for ``evaluate_many``.

        Raises ``InputError`` at once; TypeError for text, also while it is read; and whatever
        ``source`` raises.

        Source: as for ``evaluate_many``.

        >>> blocks = Policy.documented().evaluate_stream([b'{"scanRef": "s-1", ', b"oops}"])
        >>> [(bad.line, bad.offset, bad.code) for block in blocks for bad in block.errors]
        [(1, 0, 'webhook.not_json')]
        """

    def test(self, test_file: Buffer | str | Mapping[str, Any]) -> TestRun:
        """Runs the cases of a test file: webhooks, or facts, and what has to become of them.

        ``test_file`` is its JSON; a mapping is serialised first. A case that fails is a finding,
        told by the answer, and so is a webhook that cannot be used.

        Raises ``PolicyError`` for the first thing in the file that is wrong, with its place, or
        ``InputError`` for a mapping that does not serialise.

        Source: docs/policy-testing.md; the form is ours.

        >>> case = {"name": "glare", "facts": {"overall": "DENIED", "document": "DOC_FACE_GLARED"},
        ...         "expect": {"outcome": "review"}}
        >>> run = Policy.documented().test({"format": 1, "policy": "documented", "cases": [case]})
        >>> run.passed, run.cases[0].got.rules
        (False, ['denied'])
        """

    def to_markdown(self) -> str:
        """The policy as a decision table in Markdown.

        A row for each rule, the strongest outcome first, then what happens before the rules, the
        lists, and the words that the rules ask.

        Source: the document; the form is ours.

        >>> Policy.documented().to_markdown().partition("\\n")[0]
        '# Policy `documented`'
        """

    def to_html(self, run: TestRun | None = None) -> str:
        """The policy as one HTML page that needs nothing else, to search, filter and print.

        ``run`` is a run of tests of this very policy: the page then shows what they tried of each
        rule. A run of another policy is left out, and the page says so.

        Source: the document; the form is ours.
        """

    def to_mermaid(self) -> str:
        """The policy as a flowchart in Mermaid, for wikis.

        It leads from the state of a webhook through the rules, the strongest outcome first.

        Source: the document; the form is ours.

        >>> Policy.documented().to_mermaid().partition("\\n")[0]
        'flowchart TD'
        """

    def to_json(self) -> str:
        """The document with everything that it inherits, as indented JSON.

        It loads without a base, as an equal policy.

        Source: docs/policy.md; the form is ours.

        >>> ours = Policy.from_json('{"format": 1, "name": "ours", "extends": "strict"}')
        >>> Policy.from_json(ours.to_json()) == ours
        True
        """

    @staticmethod
    def json_schema() -> dict[str, Any]:
        """The JSON Schema (2020-12) of policy documents, for editors.

        What it cannot say, such as unique ids, is checked when a policy is loaded.

        Source: the facts and words of this version.
        """

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
