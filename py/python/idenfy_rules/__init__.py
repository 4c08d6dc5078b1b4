"""Rules for teams that verify customers through the iDenfy KYC API: pure, offline, unofficial.

Three jobs, each one call:

* ``validate_token``: is this ``POST /api/v2/token`` body one that the API will take?
* ``classify_response``: what does this HTTP answer, or transport failure, ask of us?
* ``Policy.receive``: what does this webhook mean for the person, by a policy that compliance
  people can read?

Nothing here does I/O or reads a clock: time, attempt numbers, jitter and keys are arguments.
Results are frozen, compare and hash by value, pickle, and have ``to_dict()`` and ``to_json()``.
What was *found* is a result; an exception means that the call could not be done.
"""

from ._errors import (
    IdenfyRulesError,
    InputError,
    InternalError,
    PolicyError,
    SignatureError,
    ValidationError,
    WebhookError,
)
from ._native import (
    Classification,
    Decision,
    Delay,
    Flag,
    Notice,
    Policy,
    PolicyName,
    Profile,
    Report,
    Token,
    Undecided,
    UnknownWord,
    Violation,
    __version__,
    classify_response,
    classify_transport,
    sign,
    validate_token,
    verify_signature,
)

__all__ = [
    "Classification",
    "Decision",
    "Delay",
    "Flag",
    "IdenfyRulesError",
    "InputError",
    "InternalError",
    "Notice",
    "Policy",
    "PolicyError",
    "PolicyName",
    "Profile",
    "Report",
    "SignatureError",
    "Token",
    "Undecided",
    "UnknownWord",
    "ValidationError",
    "Violation",
    "WebhookError",
    "__version__",
    "classify_response",
    "classify_transport",
    "sign",
    "validate_token",
    "verify_signature",
]
