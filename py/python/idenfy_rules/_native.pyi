from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, Literal, NoReturn, TypeAlias, final

from typing_extensions import Buffer

__all__ = [
    "Classification",
    "Decision",
    "Delay",
    "Flag",
    "Notice",
    "Policy",
    "PolicyName",
    "Profile",
    "Report",
    "Token",
    "Undecided",
    "UnknownWord",
    "Violation",
    "__version__",
    "classify_response",
    "classify_transport",
    "sign",
    "validate_token",
    "verify_signature",
]

__version__: str

_Action: TypeAlias = Literal["proceed", "retry", "fix", "escalate"]
_Outcome: TypeAlias = Literal["none", "accept", "retry", "review", "reject", "wait"]
_Severity: TypeAlias = Literal["error", "warning"]

_HeaderValue: TypeAlias = str | bytes | list[str] | list[bytes] | tuple[str, ...]
_Headers: TypeAlias = (
    Mapping[str, _HeaderValue] | Iterable[tuple[str, _HeaderValue] | tuple[bytes, bytes]]
)
_Key: TypeAlias = str | Buffer
_Keys: TypeAlias = _Key | Iterable[_Key]
_Day: TypeAlias = str | date

class _Result:
    def to_dict(self) -> dict[str, Any]:
        """The JSON form as plain dict, list, str, int, bool and None."""

    def to_json(self) -> str:
        """The JSON form as text; equal results have equal text."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Violation(_Result):
    """One finding of a validation; ``str()`` gives it as one line."""

    __match_args__ = ("code", "pointer", "identifier", "severity", "params", "message")

    code: Final[str]
    """Which rule was broken, for example ``client_id.max_length``."""
    pointer: Final[str]
    """Where, as a JSON Pointer; a missing member is reported at the place that it would have."""
    identifier: Final[str | None]
    """The identifier that the API most likely answers with."""
    severity: Final[_Severity]
    """How much it weighs: the API refuses an error and may take a warning."""
    params: Final[dict[str, Any]]
    """Limits and suggestions by name: int, str or list of str."""
    message: Final[str]
    """One sentence for people, without any value of the request."""

@final
class Report(_Result):
    """All findings of one validation, in the order of the body; ``str()`` gives one line each."""

    __match_args__ = ("valid", "violations")

    valid: Final[bool]
    """Whether there is no error; warnings do not count."""
    violations: Final[list[Violation]]
    """Every finding."""
    is_valid: Final[bool]
    """Whether there is no error; the same as ``valid``."""
    errors: Final[list[Violation]]
    """The findings that are errors: the API refuses the request."""
    warnings: Final[list[Violation]]
    """The findings that are warnings: the API may take the request."""

    def raise_for_errors(self) -> None:
        """Raises ``ValidationError`` if there is an error, else does nothing."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Violation]: ...
    def __bool__(self) -> NoReturn:
        """Raises TypeError: write ``report.is_valid``."""

@final
class Delay(_Result):
    """How long to wait before a retry, in milliseconds."""

    __match_args__ = ("min_ms", "max_ms", "ms")

    min_ms: Final[int]
    """The shortest wait: what the server asked for, else 0."""
    max_ms: Final[int]
    """The longest wait."""
    ms: Final[int | None]
    """The wait that the caller's jitter draws between the two; None without a jitter."""

@final
class Token(_Result):
    """The token of a success.

    Everything that opens the session or names the client stands outside the form:
    ``to_dict()``, ``to_json()`` and ``repr`` leave it out. Pickle keeps it.
    """

    __match_args__ = ("scan_ref", "expiry_time", "session_length")

    scan_ref: Final[str]
    """Names the verification in webhooks and later calls; store it."""
    expiry_time: Final[int | None]
    """How long the token can be opened, in seconds."""
    session_length: Final[int | None]
    """How long an opened session lasts, in seconds."""
    auth_token: Final[str]
    """Opens the session: a secret, for this client only."""
    client_id: Final[str | None]
    """The ``clientId`` of the request."""
    redirect_url: Final[str | None]
    """Where to send the client; holds the secret."""
    digit_string: Final[str | None]
    """The code for the mobile application; opens the session, too."""
    token_type: Final[str | None]
    """Which kind of session it is, as the vendor writes it."""

@final
class Classification(_Result):
    """What one answer, or one transport failure, asks of the caller."""

    __match_args__ = (
        "action", "reason", "escalate_to", "pointers", "retryable", "delay", "retry_after_s",
        "not_before_unix", "pacing_ms", "outcome_unknown", "underlying", "disagreement",
        "status", "identifier", "hint",
    )

    action: Final[_Action]
    """What to do."""
    reason: Final[str]
    """Why, in stable UPPER_SNAKE."""
    escalate_to: Final[str | None]
    """Who has to act on an escalation: developer, operations, account_manager or idenfy_support."""
    pointers: Final[list[str]]
    """The members of the request at fault, as JSON Pointers; empty text is the whole body."""
    retryable: Final[bool]
    """Whether the unchanged request may be sent again automatically."""
    delay: Final[Delay | None]
    """How long to wait first; only on a retry."""
    retry_after_s: Final[int | None]
    """What a valid ``Retry-After`` says, in seconds, where a retry was considered."""
    not_before_unix: Final[int | None]
    """The earliest moment at which the old session is surely over, in Unix seconds."""
    pacing_ms: Final[int | None]
    """The distance between calls that keeps below the hourly quota, in milliseconds."""
    outcome_unknown: Final[bool]
    """Whether the vendor may have processed the request all the same."""
    underlying: Final[str | None]
    """The reason of a retry that is no longer allowed."""
    disagreement: Final[bool]
    """Whether the identifier and the status say different things."""
    status: Final[int | None]
    """The status as received."""
    identifier: Final[str | None]
    """The identifier as received, if it is 1 to 64 ASCII letters and underscores."""
    hint: Final[str]
    """What to do and whom to ask, for people; the text may change."""
    token: Final[Token | None]
    """The token of a success, outside the form."""

@final
class Flag(_Result):
    """A reason for suspicion that the vendor attached."""

    __match_args__ = ("tag", "kind", "class_")

    tag: Final[str | None]
    """The tag; None for an entry that does not have the shape of a vendor word."""
    kind: Final[str]
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
    lifecycle: Final[str | None]
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
    next_step: Final[str]
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
        """

    @classmethod
    def strict(cls) -> Policy:
        """Verdict, checks, flags, lists and side services weighed together.

        Whatever is not plainly good goes to a person.
        """

    @classmethod
    def from_json(cls, text: str | Buffer, base: Policy | None = None) -> Policy:
        """Loads a policy from its JSON document.

        ``base`` is a policy that ``extends`` may name besides the built-in ones.

        Raises ``PolicyError`` for the first thing that is wrong.
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

        ``digest=False``, or a mapping, leaves ``body_sha256`` None: duplicates cannot be seen
        later.

        Raises ``WebhookError`` for a body that cannot be used, or ``InputError``.
        """

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Profile:
    """What the caller knows about the account that will send the request.

    Everything is optional. None means unknown, and a rule that needs an unknown fact never
    refuses.

    Raises ``InputError`` for a word, date, number or country that does not exist.
    """

    def __new__(
        cls,
        *,
        environment: str | None = None,
        today: _Day | None = None,
        mobile_code_max_expiry: int | None = None,
        extra_document_types: Iterable[str] = (),
        enabled_features: Iterable[str] | None = None,
        allowed_token_types: Iterable[str] | None = None,
        supported_countries: Iterable[str] | None = None,
        supported_documents: Mapping[str, Iterable[str]] | None = None,
        questionnaires: Iterable[str] | None = None,
        risk_profiles: Iterable[str] | None = None,
        themes: Iterable[str] | None = None,
        lints: bool = False,
    ) -> Profile: ...

    environment: Final[str | None]
    """``DEV``, ``TESTING``, ``PRODUCTION`` or ``DEMO``."""
    today: Final[str | None]
    """The date on which dates are judged to lie in the past or in the future, as ISO text."""
    mobile_code_max_expiry: Final[int | None]
    """The longest ``expiryTime`` that may go with ``generateDigitString``, in seconds."""
    extra_document_types: Final[list[str]]
    """Document types that appeared after this release."""
    enabled_features: Final[list[str] | None]
    """``custom_callback_url``, ``additional_steps``, ``digit_string``; others are not enabled."""
    allowed_token_types: Final[list[str] | None]
    """The values of ``tokenType`` that the account may use."""
    supported_countries: Final[list[str] | None]
    """The countries that the account accepts."""
    supported_documents: Final[dict[str, list[str]] | None]
    """The document types that the account accepts, by country."""
    questionnaires: Final[list[str] | None]
    """The keys of the questionnaires that the account has."""
    risk_profiles: Final[list[str] | None]
    """The UUIDs of the risk assessment profiles that the account has."""
    themes: Final[list[str] | None]
    """The UUIDs of the themes that the account has."""
    lints: Final[bool]
    """Whether to add advice about requests that the API takes but that seldom mean well."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __getnewargs_ex__(self) -> tuple[tuple[()], dict[str, Any]]: ...

def validate_token(
    body: Buffer | str | Mapping[str, Any],
    profile: Profile | Mapping[str, Any] | None = None,
) -> Report:
    """Is this body one that ``POST /api/v2/token`` will take?

    ``body`` is what will be sent; a mapping is serialised first. ``profile`` may be a mapping
    of the keywords of ``Profile``; None: nothing is known about the account.

    Raises ``InputError`` for a profile or mapping that cannot be used. A broken body is a
    finding.
    """

def classify_response(
    status: int | None,
    headers: _Headers | None = None,
    body: Buffer | str | None = b"",
    *,
    attempt: int,
    transport: str | None = None,
    operation: str = "create_token",
    context: Mapping[str, Any] | None = None,
) -> Classification:
    """What does this HTTP answer ask of us?

    ``status`` is the number of the status line, 0 to 65535; None together with ``transport``
    means that there was none. ``body`` is uncompressed. ``attempt`` counts from 1.
    ``transport`` names how the body broke off after the status line; an unknown name counts as
    ``unknown``. ``operation`` is ``create_token``, ``process``, ``delete``, ``status``,
    ``data``, ``files`` or ``pdf``. ``context`` may hold ``max_attempts``,
    ``retry_after_cap_s``, ``previous_outcome_unknown``, ``retry_budget_empty``, ``client_id``,
    ``created_at_unix``, ``expiry_time_s``, ``session_length_s``, ``now_unix`` and ``jitter``:
    times in Unix seconds, durations in seconds, jitter a number in [0, 1).

    Raises ``InputError`` for arguments that cannot be used; one of the two must be given.
    """

def classify_transport(
    kind: str,
    *,
    attempt: int,
    operation: str = "create_token",
    context: Mapping[str, Any] | None = None,
) -> Classification:
    """What does a call without an answer ask of us?

    ``kind`` says what happened, for example ``connect_refused`` or ``response_timeout``; an
    unknown name counts as ``unknown``. The rest is as for ``classify_response``.

    Raises ``InputError`` for arguments that cannot be used.
    """

def verify_signature(body: Buffer, header: str | Buffer | None, keys: _Keys) -> None:
    """Checks that a webhook comes from the holder of one of the keys.

    ``body`` is the raw body as it arrived; ``header`` the value of ``Idenfy-Signature``, None
    when there was none; ``keys`` one key or an iterable of them, a str counting as its UTF-8
    text. The signature covers the body alone, so not the event type.

    Raises ``SignatureError`` when the webhook is not proven to be genuine, TypeError for a body
    that is not bytes-like: JSON that was serialised again does not verify.
    """

def sign(body: Buffer, key: _Key) -> str:
    """Signs a body as the vendor does: 64 lower-case hex digits. For tests and stand-ins.

    Raises ``SignatureError`` (``signature.empty_key``) for an empty key.
    """
