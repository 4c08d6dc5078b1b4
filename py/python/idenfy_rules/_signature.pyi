from typing import Final, final

from typing_extensions import Buffer

from ._closed import _Cause
from ._native import _Key, _Keys, _Result

__all__ = [
    "Diagnosis",
    "diagnose_signature",
    "sign",
    "verify_signature",
]

@final
class Diagnosis(_Result):
    """The mistake that explains a signature that does not match: a guess for developers.

    It shows neither a key nor the right signature.
    """

    __match_args__ = ("cause", "hint")

    cause: Final[_Cause]
    """The mistake."""
    hint: Final[str]
    """What to do about it, for people; the text may change."""

def verify_signature(body: Buffer, header: str | Buffer | None, keys: _Keys) -> None:
    """Checks that a webhook comes from the holder of one of the keys.

    ``body`` is the raw body as it arrived; ``header`` the value of ``Idenfy-Signature``, None
    when there was none; ``keys`` one key or an iterable of them, a str counting as its UTF-8
    text. The signature covers the body alone, so not the event type.

    Raises ``SignatureError`` when the webhook is not proven to be genuine, TypeError for a body
    that is not bytes-like: JSON that was serialised again does not verify.

    Source: the vendor's page on callback signing (2026).

    >>> verify_signature(b"{}", sign(b"{}", "signing key"), ["old key", "signing key"])
    >>> verify_signature(b"{ }", sign(b"{}", "signing key"), "signing key")
    Traceback (most recent call last):
    idenfy_rules._errors.SignatureError: the signature does not match; sign and verify the raw bytes of the body
    """

def diagnose_signature(body: Buffer, header: str | Buffer | None, keys: _Keys) -> Diagnosis:
    """Looks for the usual mistake that makes ``verify_signature`` refuse these arguments.

    ``body``, ``header`` and ``keys`` are as for ``verify_signature``. The cause is ``unknown``
    when none fits, also for a signature that is genuine. For developers, not for the request
    path: it computes some dozens of signatures.

    Raises TypeError for a body that is not bytes-like.

    Source: ours; the mistakes are those of public integrations.

    >>> diagnose_signature(b'{"final": true}', sign(b'{"final":true}', "key"), "key").cause
    'reserialised'
    """

def sign(body: Buffer, key: _Key) -> str:
    """Signs a body as the vendor does: 64 lower-case hex digits. For tests and stand-ins.

    ``key`` is one signing key, a str counting as its UTF-8 text; ``body`` the raw body.

    Raises ``SignatureError`` (``signature.empty_key``) for an empty key.

    Source: the vendor's page on callback signing (2026).
    """
