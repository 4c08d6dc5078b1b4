"""Is a webhook genuine?"""

from ._native import (
    Diagnosis,
    diagnose_signature,
    sign,
    verify_signature,
)

__all__ = [
    "Diagnosis",
    "diagnose_signature",
    "sign",
    "verify_signature",
]
