"""``lint``: is the integration itself set up well?"""

from __future__ import annotations

import click

from idenfy_rules import (
    lint_credentials,
    lint_iframe,
    lint_missing_webhook,
    lint_receiver,
    lint_webhook_url,
)

from . import reading
from .options import FILE, NUMBER, WHOLE_NUMBER, YES_OR_NO, file_argument, secret
from .report import reported
from .subcommand import Answer, Family, Subcommand

__all__ = ["lint"]

KEY_ENV = "IDENFY_API_KEY"
SECRET_ENV = "IDENFY_API_SECRET"


@click.group(cls=Family)
def lint() -> None:
    """Look at the integration itself, by what you know of it.

    Nothing is looked up: no name, no certificate, no page. What is not said is not judged.
    """


@lint.command(
    "webhook-url",
    cls=Subcommand,
    examples="""
    idenfy-rules lint webhook-url https://hooks.shop.com/idenfy
    idenfy-rules lint webhook-url https://hooks.shop.com/idenfy --days-left 3 --self-signed no
    """,
)
@click.argument("url", metavar="URL")
@click.option(
    "--days-left",
    type=WHOLE_NUMBER,
    help="Days until the certificate expires; negative when it has.",
)
@click.option("--self-signed", type=YES_OR_NO, help="Whether the certificate vouches for itself.")
@click.option("--names-host", type=YES_OR_NO, help="Whether it names the host of URL.")
@click.option(
    "--complete-chain", type=YES_OR_NO, help="Whether the server sends intermediate certificates."
)
def webhook_url(url: str, **certificate: int | bool | None) -> Answer:
    """Can the vendor send webhooks to URL?"""
    return reported(lint_webhook_url(url, certificate))


@lint.command(
    cls=Subcommand,
    examples="""
    idenfy-rules lint iframe page.html --page-url https://shop.com/kyc
    idenfy-rules lint iframe page.html --permissions-policy 'camera=()'
    """,
)
@file_argument
@click.option("--page-url", metavar="URL", help="Where the page is served.")
@click.option(
    "--permissions-policy", metavar="HEADER", help="The `Permissions-Policy` header of the page."
)
def iframe(file: str, page_url: str | None, permissions_policy: str | None) -> Answer:
    """Will the verification work in the `iframe` of FILE, a page or the tag alone?"""
    html = reading.whole(file).decode(errors="replace")
    return reported(lint_iframe(html, page_url, permissions_policy))


@lint.command(
    cls=Subcommand,
    examples="""
    idenfy-rules lint credentials --key-file api-key.txt --secret-file api-secret.txt
    IDENFY_API_KEY="$KEY" IDENFY_API_SECRET="$KEY" idenfy-rules lint credentials
    """,
)
@click.option("--key-file", type=FILE, metavar="FILE", help="A file with the API key.")
@click.option(
    "--key-env",
    metavar="NAME",
    help=f"The environment variable with the API key, {KEY_ENV} by default.",
)
@click.option("--secret-file", type=FILE, metavar="FILE", help="A file with the API secret.")
@click.option(
    "--secret-env",
    metavar="NAME",
    help=f"The environment variable with the API secret, {SECRET_ENV} by default.",
)
def credentials(
    key_file: str | None, key_env: str | None, secret_file: str | None, secret_env: str | None
) -> Answer:
    """Would the API answer 401 to an API key and secret, whatever is asked?

    They are in files, whose last line end does not count, or in the environment. Not a character
    of them is shown.
    """
    key = secret("key", key_file, key_env, KEY_ENV)
    return reported(lint_credentials(key, secret("secret", secret_file, secret_env, SECRET_ENV)))


@lint.command(
    cls=Subcommand,
    examples="""
    idenfy-rules lint receiver --status 204 --seconds 0.3
    idenfy-rules lint receiver --verifies yes --verifies-raw-body no
    """,
)
@click.option("--status", type=WHOLE_NUMBER, help="The status that it answers a webhook with.")
@click.option("--seconds", type=NUMBER, help="How long that takes.")
@click.option("--verifies", type=YES_OR_NO, help="Whether it checks the signature.")
@click.option(
    "--verifies-raw-body", type=YES_OR_NO, help="Whether that is done over the raw bytes."
)
@click.option(
    "--stores-before-answering",
    type=YES_OR_NO,
    help="Whether a webhook is stored when the answer goes out.",
)
def receiver(status: int | None, seconds: float | None, **duties: bool | None) -> Answer:
    """Does a receiver of webhooks do what it has to? Say what you know of it."""
    return reported(lint_receiver(status=status, seconds=seconds, **duties))


@lint.command(
    "missing-webhook",
    cls=Subcommand,
    examples="""
    idenfy-rules lint missing-webhook --configured yes --status 500
    """,
)
@click.option("--configured", type=YES_OR_NO, help="Whether a URL is set in the dashboard.")
@click.option("--status", type=WHOLE_NUMBER, help="The status in the log of the endpoint.")
@click.option("--firewall-open", type=YES_OR_NO, help="Whether the vendor's addresses pass.")
@click.option(
    "--certificate-valid",
    type=YES_OR_NO,
    help="Whether the certificate is valid and not self-signed.",
)
@click.option("--finished", type=YES_OR_NO, help="Whether the verification is over.")
def missing_webhook(status: int | None, **looked_at: bool | None) -> Answer:
    """Why did a webhook not come? Say what you looked at; the rest is listed."""
    return reported(lint_missing_webhook(status=status, **looked_at))
