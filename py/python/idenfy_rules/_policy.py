"""What a webhook means for the person, by a policy."""

from ._native import Policy

__all__ = ["Policy"]
