"""The lints: what is wrong is a finding, arguments that cannot be used are errors."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from idenfy_rules import (
    FindingCode,
    basic_auth,
    iframe_tag,
    lint_credentials,
    lint_iframe,
    lint_missing_webhook,
    lint_receiver,
    lint_webhook_url,
    redirect_url,
)
from support import refusal

TOKEN = "3FA5TFPA"
HOSTS = ("ivs.idenfy.com", "ui.idenfy.com")


def test_what_is_not_known_is_not_judged() -> None:
    unknown = {"days_left": None, "self_signed": None}
    assert len(lint_webhook_url("https://hooks.shop.com/", unknown)) == 0
    assert len(lint_receiver()) == 0
    report = lint_missing_webhook()
    assert report.is_valid and len(report.warnings) == 5
    report = lint_receiver(seconds=2.5)
    assert [(found.code, found.params) for found in report] == [("receiver.slow", {"seconds": 2})]
    assert lint_receiver(seconds=float("nan")).errors[0].code == "receiver.too_slow"


def test_arguments_of_a_wrong_type_are_told() -> None:
    wrong: list[tuple[Any, tuple[Any, ...], dict[str, Any], str]] = [
        (lint_webhook_url, (b"https://a.example/",), {}, "input.url"),
        (lint_webhook_url, ("", 5), {}, "input.certificate"),
        (lint_webhook_url, ("", {"days_left": True}), {}, "input.days_left"),
        (lint_webhook_url, ("", {"self_signed": 1}), {}, "input.self_signed"),
        (lint_iframe, (None,), {}, "input.html"),
        (lint_iframe, ("", 5), {}, "input.page_url"),
        (lint_iframe, ("", None, 5), {}, "input.permissions_policy"),
        (lint_credentials, (b"Jane", "secret"), {}, "input.key"),
        (lint_credentials, ("key", "\ud800"), {}, "input.secret"),
        (lint_receiver, (), {"status": "200"}, "input.status"),
        (lint_receiver, (), {"status": 1 << 16}, "input.status"),
        (lint_receiver, (), {"seconds": True}, "input.seconds"),
        (lint_missing_webhook, (), {"finished": "yes"}, "input.finished"),
        (redirect_url, (5,), {}, "input.auth_token"),
        (redirect_url, (TOKEN, "Jane.example"), {}, "input.host"),
        (iframe_tag, (TOKEN, 5), {}, "input.host"),
    ]
    for call, arguments, keywords, code in wrong:
        error = refusal(call, *arguments, **keywords)
        assert error.code == code
        assert "Jane" not in str(error)
    error = refusal(lint_webhook_url, "", {"days": 3})
    assert (error.code, error.suggestion) == ("input.unknown_key", "days_left")


def test_a_header_is_made_of_credentials_without_errors() -> None:
    assert basic_auth("key", "secret") == "Basic a2V5OnNlY3JldA=="
    for key, secret in (("Jane:", "secret"), ("key", " Jane"), ("", "Jane")):
        error = refusal(basic_auth, key, secret)
        assert error.code == lint_credentials(key, secret).errors[0].code
        assert FindingCode(error.code) and "Jane" not in str(error)


@pytest.mark.parametrize("make", [redirect_url, iframe_tag])
def test_links_and_tags_are_for_the_published_hosts(make: Any) -> None:
    usual = inspect.signature(make).parameters["host"].default
    assert make(TOKEN) == make(TOKEN, usual)
    assert {f"https://{host}/" in make(TOKEN, host) for host in HOSTS} == {True}
    assert refusal(make, "").code == refusal(make, "a b").code == "input.auth_token"
    for host in HOSTS:
        report = lint_iframe(iframe_tag(TOKEN, host), "https://shop.example/")
        assert [found.code for found in report] == [FindingCode.FRAME_SAFARI]
