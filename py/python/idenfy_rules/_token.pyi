from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NoReturn, final

from typing_extensions import Buffer

from ._closed import _Environment, _Severity
from ._native import _Day, _Result
from ._params import TokenParams

__all__ = [
    "Profile",
    "Report",
    "Violation",
    "validate_token",
]

@final
class Violation(_Result):
    """One finding of a validation or a lint; ``str()`` gives it as one line."""

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
    """One sentence for people, without any value of what was looked at."""

@final
class Report(_Result):
    """All findings of one validation, in the order of the body, or of one lint.

    ``str()`` gives one line each.
    """

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

    environment: Final[_Environment | None]
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
    body: Buffer | str | TokenParams | Mapping[str, Any],
    profile: Profile | Mapping[str, Any] | None = None,
) -> Report:
    """Is this body one that ``POST /api/v2/token`` will take?

    ``body`` is what will be sent; a mapping is serialised first. ``profile`` may be a mapping
    of the keywords of ``Profile``; None: nothing is known about the account.

    Raises ``InputError`` for a profile or mapping that cannot be used. A broken body is a
    finding.

    Source: the vendor's error page and OpenAPI document (2026), older pages where
    ``FindingCode(code).sources`` names them.

    >>> report = validate_token({"clientId": "user-1", "country": "UK"})
    >>> [(found.pointer, found.code, found.params) for found in report.errors]
    [('/country', 'country.unknown', {'suggestion': 'GB'})]
    """
