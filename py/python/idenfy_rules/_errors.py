"""The exceptions. They are raised by the native module and written here, so that they
subclass and pickle like any other. No text holds personal data, a key or a signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._native import Report

__all__ = [
    "IdenfyRulesError",
    "InputError",
    "InternalError",
    "PolicyError",
    "SignatureError",
    "ValidationError",
    "WebhookError",
]


class IdenfyRulesError(Exception):
    """Above every exception of this package.

    ``code`` is stable and for programs, the text is for people and may change.
    """

    code: str

    def __init__(self, message: str, code: str, *more: object) -> None:
        # Everything goes into args, so that pickle can call the class with them again.
        super().__init__(message, code, *more)
        self.code = code

    def __str__(self) -> str:
        return str(self.args[0])


class InputError(IdenfyRulesError, ValueError):
    """An argument that cannot be used: ``input.attempt``, ``policy.today_required``, ... That of
    ``basic_auth`` has the code of a finding.

    ``suggestion`` is the key that was probably meant, where something is near enough.
    """

    suggestion: str | None

    def __init__(self, message: str, code: str, suggestion: str | None = None) -> None:
        super().__init__(message, code, suggestion)
        self.suggestion = suggestion


class SignatureError(IdenfyRulesError):
    """A webhook that is not proven to be genuine. Answer it with ``http_status`` (401) and do
    not read it.

    ``code`` is ``signature.missing``, ``signature.bad_encoding``, ``signature.bad_length``,
    ``signature.mismatch`` or ``signature.empty_key``.
    """

    http_status: int

    def __init__(self, message: str, code: str, http_status: int) -> None:
        super().__init__(message, code, http_status)
        self.http_status = http_status


class WebhookError(IdenfyRulesError):
    """A webhook body that cannot be used. Answer it with ``http_status`` (400).

    ``pointer`` is the JSON Pointer of the member at fault, "" for the whole body; ``line`` and
    ``column`` are the place of a syntax fault, both from 1, the column in bytes.
    """

    http_status: int
    pointer: str
    line: int | None
    column: int | None

    def __init__(
        self,
        message: str,
        code: str,
        http_status: int,
        pointer: str,
        line: int | None,
        column: int | None,
    ) -> None:
        super().__init__(message, code, http_status, pointer, line, column)
        self.http_status = http_status
        self.pointer = pointer
        self.line = line
        self.column = column


class PolicyError(IdenfyRulesError):
    """A policy document, a test file for a policy, or a claim about one, that cannot be used.

    ``pointer`` is the place in it, ``suggestion`` what was probably meant, where something is near
    enough.
    """

    pointer: str
    suggestion: str | None

    def __init__(self, message: str, code: str, pointer: str, suggestion: str | None) -> None:
        super().__init__(message, code, pointer, suggestion)
        self.pointer = pointer
        self.suggestion = suggestion


class ValidationError(IdenfyRulesError):
    """A token request with errors, from ``Report.raise_for_errors()``; see ``report``."""

    report: Report

    def __init__(self, message: str, code: str, report: Report) -> None:
        super().__init__(message, code, report)
        self.report = report


class InternalError(IdenfyRulesError):
    """A fault of this package. Nothing was decided; please report it."""
