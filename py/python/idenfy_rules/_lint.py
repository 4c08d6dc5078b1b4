"""Is the integration itself set up well?"""

from ._native import (
    basic_auth,
    iframe_tag,
    lint_credentials,
    lint_iframe,
    lint_missing_webhook,
    lint_receiver,
    lint_webhook_url,
    redirect_url,
)

__all__ = [
    "basic_auth",
    "iframe_tag",
    "lint_credentials",
    "lint_iframe",
    "lint_missing_webhook",
    "lint_receiver",
    "lint_webhook_url",
    "redirect_url",
]
