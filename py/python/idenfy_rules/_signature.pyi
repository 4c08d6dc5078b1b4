from typing import Final, Literal, TypeAlias, final

from typing_extensions import Buffer

from ._native import _Key, _Keys, _Result

__all__ = [
    "Diagnosis",
    "diagnose_signature",
    "sign",
    "verify_signature",
]

_Cause: TypeAlias = Literal[
    "reserialised", "trailing_newline", "bom", "base64", "api_secret", "key_whitespace",
    "wrong_header", "unknown",
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
    """

def diagnose_signature(body: Buffer, header: str | Buffer | None, keys: _Keys) -> Diagnosis:
    """Looks for the usual mistake that makes ``verify_signature`` refuse these arguments.

    ``unknown`` when none fits, also for a signature that is genuine. For developers, not for
    the request path: it computes some dozens of signatures.

    Raises TypeError for a body that is not bytes-like.
    """

def sign(body: Buffer, key: _Key) -> str:
    """Signs a body as the vendor does: 64 lower-case hex digits. For tests and stand-ins.

    Raises ``SignatureError`` (``signature.empty_key``) for an empty key.
    """
