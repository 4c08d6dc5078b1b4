from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Literal, Protocol, TypeAlias, final

from typing_extensions import Buffer

from ._analysis import Difference, Lint, Proof, RecordedDifference
from ._batch import Decisions
from ._closed import Outcome
from ._decision import Decision, Explanation
from ._native import _Day, _Keys
from ._test_run import TestRun

__all__ = ["Policy"]

_RulesOutcome: TypeAlias = Literal["accept", "retry", "review", "reject", "wait"]

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

    def lint(self, *, today: _Day | None = None, steps: int = 300000) -> Lint:
        """What the rules say and their author hardly meant, each with a webhook that shows it.

        It speaks of every webhook there can be. ``steps`` bounds the search: what is not decided
        by then is listed as undetermined. ``today`` is the day on which examples are read, by
        default that of the vocabularies. The interpreter is released.

        Raises ``InputError`` for an argument that cannot be used.

        Source: docs/analysis.md; the form is ours.

        >>> text = '''{"format": 1, "name": "mine", "otherwise": "review", "rules": [
        ...     {"id": "fraud", "when": {"document": {"class": "fraud"}}, "then": "reject"},
        ...     {"id": "fake", "when": {"document": "DOC_FAKE"}, "then": "retry"}]}'''
        >>> found = Policy.from_json(text).lint()
        >>> found.clean, found.findings[0].rule, found.findings[0].code
        (False, 'fake', 'policy.lint.unreachable_rule')
        """

    def prove(
        self,
        *,
        never: _RulesOutcome | Outcome | None = None,
        always: _RulesOutcome | Outcome | None = None,
        when: Mapping[str, Any],
        today: _Day | None = None,
        steps: int = 300000,
    ) -> Proof:
        """Whether every webhook that meets a condition never, or always, has an outcome.

        Either ``never`` or ``always`` is an outcome. ``when`` is a condition of the policy
        language as a mapping; ``{}`` means every webhook, and the key ``lifecycle`` asks for
        states. A claim that does not hold is a finding, with the plainest webhook that refutes
        it. ``today`` and ``steps`` are as for ``lint``. The interpreter is released.

        Raises ``PolicyError`` for a claim that cannot be read, with the place in it, which begins
        with the name of the argument, or ``InputError`` for another argument that cannot be used.

        Source: docs/analysis.md; the form is ours.

        >>> Policy.strict().prove(never="accept", when={"tags": {"anyClass": "blocklist"}}).result
        'holds'
        >>> proof = Policy.documented().prove(never="accept", when={"tags": {"any": ["FAKE_PHOTO"]}})
        >>> proof.result, proof.counterexample.rules
        ('counterexample', ['approved'])
        """

    def diff(
        self,
        other: Policy,
        *,
        today: _Day | None = None,
        steps: int = 300000,
        regions: int = 200,
    ) -> Difference:
        """Every region of webhooks that another policy decides differently, with an example.

        ``other`` is the policy that would take the place of this one. ``regions`` is the most
        that are described for one pair of outcomes; ``today`` and ``steps`` are as for ``lint``.
        The interpreter is released.

        Raises ``InputError`` for an argument that cannot be used, TypeError for what is no policy.

        Source: docs/analysis.md; the form is ours.

        >>> ours = Policy.from_json('''{"format": 1, "name": "ours", "extends": "strict", "rules": [
        ...     {"id": "not-served", "when": {"issuingCountry": ["KP", "IR"]}, "then": "reject"}]}''')
        >>> difference = Policy.strict().diff(ours)
        >>> [(change.old_outcome, change.new_outcome) for change in difference.changes]
        [('accept', 'review'), ('accept', 'reject'), ('retry', 'reject'), ('review', 'reject')]
        """

    def diff_recorded(
        self,
        other: Policy,
        lines: Buffer | Iterable[Buffer],
        *,
        event_type: str | Buffer | None = None,
        today: _Day | None = None,
    ) -> RecordedDifference:
        """Which recorded webhooks another policy decides differently: by line and scanRef.

        ``other`` is the policy that would take the place of this one. ``lines`` is NDJSON, one
        body for each line, or an iterable of such lines, for example a file opened in binary
        mode, of which about one block is held. ``event_type`` and ``today`` are those of every
        line. Each line is decided by itself; one that cannot be used is in the answer. The
        interpreter is released.

        Raises ``InputError`` (``policy.today_required``, or an argument that cannot be used),
        TypeError for lines that are not bytes-like.

        Source: docs/analysis.md; the form is ours.

        >>> line = (b'{"scanRef": "s-2", "final": true, "status": '
        ...         b'{"overall": "APPROVED", "autoDocument": "DOC_FAKE"}}')
        >>> found = Policy.documented().diff_recorded(Policy.strict(), [line])
        >>> [(each.line, each.scan_ref, each.new_outcome) for each in found.changed]
        [(1, 's-2', 'review')]
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
