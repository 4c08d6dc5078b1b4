from collections.abc import Mapping

from ._token import Report

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

def lint_webhook_url(
    url: str, certificate: Mapping[str, int | bool | None] | None = None
) -> Report:
    """Can the vendor send webhooks to this URL?

    ``url`` is the URL as it stands in the dashboard. ``certificate`` is what is known about the
    certificate of its host: ``days_left`` (negative when it has expired), ``self_signed``,
    ``names_host``, ``complete_chain``. Nothing is looked up.

    Raises ``InputError`` for an argument of a wrong type or a key that does not exist. What is
    wrong with the URL is a finding.

    Source: the vendor's FAQ and error handling guide (2026).

    >>> report = lint_webhook_url("http://localhost/hook")
    >>> [found.code for found in report]
    ['webhook_url.https']
    """

def lint_iframe(
    html: str, page_url: str | None = None, permissions_policy: str | None = None
) -> Report:
    """Will the verification work in this frame?

    ``html`` is the ``iframe`` tag as it stands in the page, or the whole page: the first tag
    counts. ``page_url`` is where the page is served, ``permissions_policy`` its header of that
    name.

    Raises ``InputError`` for an argument that is no str. What is wrong with the tag is a finding.

    Source: the vendor's overview, FAQ and error handling guide (2026); HTML and Permissions Policy
    for what browsers do.

    >>> tag = iframe_tag("3FA5TFPA").replace("camera; ", "")
    >>> [found.code for found in lint_iframe(tag).errors]
    ['frame.camera']
    """

def lint_credentials(key: str, secret: str) -> Report:
    """Will the API take this key and secret? What would make it answer 401 to everybody.

    ``key`` is the API key and ``secret`` its secret. No finding repeats a character of either.

    Raises ``InputError`` for an argument that is no str.

    Source: the vendor's error handling guide (2026); RFC 7617 for the colon.

    >>> [(found.pointer, found.code) for found in lint_credentials("key", "secret ")]
    [('/secret', 'credentials.outer_space')]
    """

def lint_receiver(
    *,
    status: int | None = None,
    seconds: float | None = None,
    verifies: bool | None = None,
    verifies_raw_body: bool | None = None,
    stores_before_answering: bool | None = None,
) -> Report:
    """Does a receiver of webhooks do what it has to?

    All are what was seen of it, or read in its code; None is what is not known. ``status`` is the
    HTTP status that it answers a genuine webhook with, ``seconds`` how long that takes;
    ``verifies`` whether it checks the signature, ``verifies_raw_body`` whether over the raw bytes
    before anything parses them, ``stores_before_answering`` whether the webhook is stored when the
    answer goes out.

    Raises ``InputError`` for an argument of a wrong type.

    Source: the vendor's FAQ on webhooks (2026).

    >>> [found.code for found in lint_receiver(status=204, verifies_raw_body=False)]
    ['receiver.status_not_200', 'receiver.parsed_first']
    """

def lint_missing_webhook(
    *,
    configured: bool | None = None,
    status: int | None = None,
    firewall_open: bool | None = None,
    certificate_valid: bool | None = None,
    finished: bool | None = None,
) -> Report:
    """Why did a webhook not come? The vendor's checklist, and what of it is still to be looked at.

    All are what was looked at; None is what was not. ``configured`` says whether a URL is set in
    the dashboard, ``status`` which HTTP status the log of the endpoint shows, ``firewall_open``
    whether the vendor's addresses pass, ``certificate_valid`` whether the certificate is valid and
    not self-signed, ``finished`` whether the verification is over.

    Raises ``InputError`` for an argument of a wrong type.

    Source: the vendor's error handling guide, "webhook not received" (2026).

    >>> report = lint_missing_webhook(configured=True, status=500)
    >>> [found.code for found in report.errors], len(report.warnings)
    (['missing_webhook.status'], 3)
    """

def basic_auth(key: str, secret: str) -> str:
    """The value of the ``Authorization`` header for the API. It is a secret: keep it out of logs.

    ``key`` is the API key and ``secret`` its secret.

    Raises ``InputError`` with the code of the first error that ``lint_credentials`` finds.

    Source: the vendor's error handling guide (2026); RFC 7617.

    >>> basic_auth("key", "secret")
    'Basic a2V5OnNlY3JldA=='
    """

def redirect_url(auth_token: str, host: str = "ivs.idenfy.com") -> str:
    """The link that opens a session. Prefer the ``redirect_url`` of the answer where there is one.

    ``auth_token`` is that of the answer to the token request, ``host`` one of the published hosts,
    ``ivs.idenfy.com`` or ``ui.idenfy.com``. The link is as secret as the token.

    Raises ``InputError``: ``input.auth_token`` for a token that is empty or has white space or
    control characters, ``input.host`` for another host.

    Source: the vendor's FAQ and overview (2026).

    >>> redirect_url("3FA5TFPA")
    'https://ivs.idenfy.com/api/v2/redirect?authToken=3FA5TFPA'
    """

def iframe_tag(auth_token: str, host: str = "ui.idenfy.com") -> str:
    """The tag that shows a session within a page, allowed to use camera and microphone.

    ``auth_token`` and ``host`` are as for ``redirect_url``.

    Raises ``InputError``, as ``redirect_url`` does.

    Source: the vendor's overview and FAQ (2026).

    >>> iframe_tag("3FA5TFPA")[:65]
    '<iframe src="https://ui.idenfy.com/?authToken=3FA5TFPA" allow="ca'
    """
