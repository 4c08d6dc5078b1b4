"""Is a token request one that the API will take?"""

from ._native import (
    Profile,
    Report,
    Violation,
    validate_token,
)

__all__ = [
    "Profile",
    "Report",
    "Violation",
    "validate_token",
]
