"""Everything that a webhook says, with types, so that nobody reads its bytes a second time with
another parser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from ._native import Notice, member_json, read_webhook, webhook_form
from ._payload import (
    AddressVerification,
    BankCardVerification,
    BankVerification,
    DocumentData,
    EmailVerification,
    PhoneVerification,
    RiskAssessment,
    ScreeningCheck,
    ServiceBlock,
    Status,
)
from ._view import Member, View, flag, part, seconds, text, texts
from .vocab import Event

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import Buffer

__all__ = ["Delivery", "parse_webhook"]

_EVENTS = frozenset(Event)


def _blocks(forms: list[dict[str, Any]]) -> list[ServiceBlock]:
    return [ServiceBlock(form) for form in forms]


@final
class Delivery(View):
    """One webhook, read but not judged; ``parse_webhook`` makes it.

    Everything is optional and every word open: a value of another type than the documented one
    counts as absent, because a policy does not decide on what is read here. It holds personal
    data, also when it is pickled; only its ``repr`` shows none. Two deliveries are equal when
    their bytes and their events are.
    """

    __slots__ = ("_body", "_event", "_notice")
    __match_args__ = (
        "event", "notice", "scan_ref", "client_id", "external_ref", "company_id", "beneficiary_id",
        "final", "platform", "start_time", "finish_time", "client_ip", "client_ip_country",
        "client_location", "gdc_match", "manual_address", "manual_address_match", "status", "data",
        "aml", "lid", "criminal_check", "aml_check", "risk_assessment", "address_verification",
        "bank_verification", "bank_card_verification", "email_verification", "phone_verification",
        "file_urls", "repeated_keys",
    )

    event = text()
    """The event of the header, if there was one."""
    scan_ref = text()
    """The verification that it is about; always there unless it is a notice."""
    client_id = text()
    """Your id of the client; a number counts as its text."""
    external_ref = text()
    """Your own reference; None, too, when the body gives two different ones."""
    company_id = text()
    """Id of a company that the person belongs to."""
    beneficiary_id = text()
    """Id of a beneficiary that the person is."""
    final = flag()
    """Whether it is the last word; None when that is absent or not a boolean."""
    platform = text()
    """Where the person did the verification."""
    start_time = seconds()
    """When the person began, in seconds since 1970."""
    finish_time = seconds()
    """When automation ended, in seconds since 1970. It does not order an automatic and a manual
    delivery."""
    client_ip = text()
    """The IP address of the person."""
    client_ip_country = text()
    """The country of the IP address, a two-letter code."""
    client_location = text()
    """The place of the IP address."""
    gdc_match = flag()
    """Whether a data centre's records agree; the vendor publishes no meaning."""
    manual_address = text()
    """The address that a reviewer read."""
    manual_address_match = flag()
    """A reviewer's comparison of the address."""
    status = part(Status)
    """The verdict and its checks; always there unless it is a notice."""
    data = part(DocumentData)
    """What was read from the document."""
    aml = Member(_blocks)
    """The older screening blocks, ``AML`` or, until January 2021, ``aml``."""
    lid = Member(_blocks)
    """The blocks of the register of lost documents, ``LID`` or ``lid``."""
    criminal_check = Member(_blocks)
    """The blocks of the criminal record check."""
    aml_check = part(ScreeningCheck)
    """The current screening."""
    risk_assessment = part(RiskAssessment)
    """The risk assessment."""
    address_verification = part(AddressVerification)
    """The address check."""
    bank_verification = part(BankVerification)
    """The bank account."""
    bank_card_verification = part(BankCardVerification)
    """The bank card."""
    email_verification = part(EmailVerification)
    """The e-mail address."""
    phone_verification = part(PhoneVerification)
    """The phone number."""
    file_urls: Member[dict[str, str | None]] = Member(dict)
    """The signed, expiring addresses of the files, by name; None where there is no file."""
    repeated_keys = texts()
    """The places where a key outside the decision paths is repeated with different values, as JSON
    Pointers."""

    def __init__(self, body: Buffer | str | Mapping[str, Any], event: str | Buffer | None) -> None:
        self._body, self._event, self._notice = read_webhook(body, event)

    def _read(self) -> dict[str, Any]:
        """The form, made when the first attribute is read: many callers read none."""
        try:
            return self._form
        except AttributeError:
            self._form = webhook_form(self._body, self._event)
            return self._form

    @property
    def notice(self) -> Notice | None:
        """What the webhook is, if it is not about the result of a verification."""
        return self._notice

    def json(self, pointer: str) -> str | None:
        """The JSON text of any member by its JSON Pointer, for what has no attribute of its own,
        such as questionnaire answers; None when there is no such member.

        Of a repeated key the last value counts. It may hold personal data.
        """
        return member_json(self._body, self._event, pointer)

    def _identity(self) -> object:
        return self._body, self._event

    def __repr__(self) -> str:
        return f"Delivery(event={self._event if self._event in _EVENTS else None!r}, ..)"

    def __reduce__(self) -> tuple[Any, ...]:
        return Delivery, (self._body, self._event)


def parse_webhook(
    body: Buffer | str | Mapping[str, Any], *, event_type: str | Buffer | None = None
) -> Delivery:
    """Reads the body of a webhook without judging it.

    ``body`` is the raw body, whose signature was checked; a mapping is serialised first.
    ``event_type`` is the ``Idenfy-Event-Type`` header, which is not signed. Every vintage of the
    vendor's bodies is taken: only ``scanRef`` and ``status.overall`` are required, and of a
    notice nothing is.

    Raises ``WebhookError`` (answer 400) for a body that cannot be used, ``InputError`` for an
    event that is no text, TypeError for a body of another type.

    Source: the vendor's OpenAPI webhooks of 2026-09, a schema of about 2025, pages of 2021.

    >>> body = b'{"scanRef": "s-1", "status": {"overall": "DENIED", "fraudTags": ["FACE_RECAPTURE"]}}'
    >>> delivery = parse_webhook(body)
    >>> delivery.scan_ref, delivery.status.fraud_tags, delivery.data
    ('s-1', ['FACE_RECAPTURE'], None)
    """
    return Delivery(body, event_type)
