"""What a caller does with every answer: how often it sends, how long it waits, how it ends."""

from base64 import b64decode
from dataclasses import dataclass
from time import monotonic

import pytest
from caller import KEY, REQUEST, SECRET
from standin import ANSWERS, AUTH_TOKEN, StandIn

FIX, ESCALATE = 65, 69
AT_ONCE = [(0, 1000), (0, 2000)]


@dataclass(frozen=True)
class Case:
    """`plays` are the answers; the reasons are those of each attempt, the bounds of each wait."""

    plays: str
    reasons: str
    code: int = 0
    waits: tuple[tuple[int, int], ...] = ()
    to: str | None = None


CASES = [
    Case("created", "TOKEN_CREATED"),
    Case("created_200", "TOKEN_CREATED"),
    # Asked to come again.
    Case("rate_limited created", "RATE_LIMITED TOKEN_CREATED", waits=[(7000, 7700)]),
    Case("rate_limited_until created", "RATE_LIMITED TOKEN_CREATED", waits=[(28000, 33000)]),
    Case(
        "rate_limited_until_by_our_clock created",
        "RATE_LIMITED TOKEN_CREATED",
        waits=[(28000, 33000)],
    ),
    Case("rate_limited_silently created", "RATE_LIMITED TOKEN_CREATED", waits=AT_ONCE[:1]),
    Case("unavailable created", "SERVICE_UNAVAILABLE TOKEN_CREATED", waits=[(2000, 2200)]),
    Case("internal_error created", "SERVER_ERROR TOKEN_CREATED", waits=AT_ONCE[:1]),
    Case("old_internal_error created", "SERVER_ERROR TOKEN_CREATED", waits=AT_ONCE[:1]),
    Case("bad_gateway created", "GATEWAY_ERROR TOKEN_CREATED", waits=AT_ONCE[:1]),
    Case("gateway_timeout created", "GATEWAY_TIMEOUT TOKEN_CREATED", waits=AT_ONCE[:1]),
    # No answer, or half of one.
    Case("cut_off created", "RESPONSE_TRUNCATED TOKEN_CREATED", waits=AT_ONCE[:1]),
    Case("slow created", "RESPONSE_TIMEOUT TOKEN_CREATED", waits=AT_ONCE[:1]),
    Case("reset created", "CONNECTION_LOST TOKEN_CREATED", waits=AT_ONCE[:1]),
    Case("closed created", "CONNECTION_LOST TOKEN_CREATED", waits=AT_ONCE[:1]),
    Case("not_http created", "CONNECTION_LOST TOKEN_CREATED", waits=AT_ONCE[:1]),
    Case("reset bad_gateway created", "CONNECTION_LOST GATEWAY_ERROR TOKEN_CREATED", waits=AT_ONCE),
    # It gives up.
    Case(
        "bad_gateway",
        "GATEWAY_ERROR GATEWAY_ERROR RETRIES_EXHAUSTED",
        ESCALATE,
        AT_ONCE,
        "idenfy_support",
    ),
    Case(
        "rate_limited",
        "RATE_LIMITED RATE_LIMITED RETRIES_EXHAUSTED",
        ESCALATE,
        [(7000, 7700)] * 2,
        "operations",
    ),
    Case("rate_limited_for_hours", "RETRY_AFTER_TOO_LONG", ESCALATE, to="operations"),
    # Sending it again would not help.
    Case("bad_value", "BAD_VALUE", FIX),
    Case("missing_value", "BODY_NULL", FIX),
    Case("json_error", "BODY_NOT_JSON", FIX),
    Case("unexplained", "BAD_REQUEST", FIX),
    Case("conflict", "CLIENT_ID_CONFLICT", FIX),
    Case("bad_gateway conflict", "GATEWAY_ERROR SESSION_PROBABLY_CREATED", FIX, AT_ONCE[:1]),
    Case("token_limit", "FUNDS_EXHAUSTED", ESCALATE, to="account_manager"),
    Case("unauthorized", "CREDENTIALS_REJECTED", ESCALATE, to="operations"),
    Case("no_funds", "FUNDS_EXHAUSTED", ESCALATE, to="account_manager"),
    Case("inactive", "ACCOUNT_INACTIVE", ESCALATE, to="account_manager"),
    Case("wrong_environment", "WRONG_ENVIRONMENT", ESCALATE, to="operations"),
    Case("blocked", "BLOCKED_BY_INTERMEDIARY", ESCALATE, to="operations"),
    Case("not_found", "ENDPOINT_NOT_FOUND", ESCALATE, to="developer"),
    Case("method_not_allowed", "METHOD_NOT_ALLOWED", ESCALATE, to="developer"),
    Case("moved", "UNEXPECTED_REDIRECT", ESCALATE, to="developer"),
    # A success that is none.
    Case("created_for_another", "RESPONSE_MISMATCH", ESCALATE, to="idenfy_support"),
    Case("created_empty", "SUCCESS_BODY_UNUSABLE", ESCALATE, to="idenfy_support"),
    Case("page_instead_of_token", "NOT_AN_IDENFY_RESPONSE", ESCALATE, to="operations"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.plays.replace(" ", "-"))
def test_an_answer(caller, case):
    ended, standin = caller.plays(*case.plays.split())

    assert ended.reasons == case.reasons.split()
    assert (ended.code, ended.answers[-1]["escalate_to"]) == (case.code, case.to)
    assert len(standin.sent) == len(ended.answers)
    for wait, (least, most) in zip(ended.waits_ms, case.waits, strict=True):
        assert least <= wait <= most
    if case.code == 0:
        assert ended.out.split() == [
            f"https://ivs.idenfy.com/api/v2/redirect?authToken={AUTH_TOKEN}"
        ]
    else:
        assert ended.out == ""
        assert ended.answers[-1]["hint"] in ended.err.splitlines()[-1]


def test_every_answer_of_the_stand_in_is_tried():
    played = {name for case in CASES for name in case.plays.split()}
    assert played | {"created_with_link", "status"} == set(ANSWERS)


def test_the_request_is_the_same_each_time(caller):
    ended, standin = caller.plays("reset", "bad_gateway", "created")
    assert ended.code == 0
    assert [sent.path for sent in standin.sent] == ["/api/v2/token"] * 3
    assert {sent.body for sent in standin.sent} == {caller.request.read_bytes()}
    assert {sent.headers["content-type"] for sent in standin.sent} == {"application/json"}
    [authorization] = {sent.headers["authorization"] for sent in standin.sent}
    assert authorization.startswith("Basic ") and KEY not in authorization
    assert b64decode(authorization.removeprefix("Basic ")) == f"{KEY}:{SECRET}".encode()


def test_the_link_of_the_answer_comes_first(caller):
    ended, _ = caller.plays("created_with_link")
    assert ended.out.split() == [f"https://ui.idenfy.com/?authToken={AUTH_TOKEN}"]


def test_nobody_listens(caller):
    with StandIn([]) as gone:
        url = gone.url
    ended = caller.run(url)
    assert ended.reasons == ["NETWORK_UNREACHABLE"] * 2 + ["RETRIES_EXHAUSTED"]
    assert [answer["outcome_unknown"] for answer in ended.answers] == [False] * 3
    assert (ended.code, ended.answers[-1]["escalate_to"]) == (ESCALATE, "operations")


def test_a_name_that_nobody_has(caller):
    ended = caller.run("http://no-such-host.invalid/api/v2/token", NO_PROXY="*")
    assert ended.reasons == ["NETWORK_UNREACHABLE"] * 2 + ["RETRIES_EXHAUSTED"]


def test_an_address_that_is_none(caller):
    ended = caller.run("ftp://127.0.0.1/")
    assert (ended.reasons, ended.code) == (["REQUEST_NOT_BUILDABLE"], ESCALATE)


@pytest.mark.parametrize("answer", ["reset", "slow", "cut_off", "bad_gateway", "internal_error"])
def test_it_says_that_a_session_may_exist(caller, answer):
    ended, _ = caller.plays(answer, "unauthorized")
    assert [found["outcome_unknown"] for found in ended.answers] == [True, False]


def test_an_empty_budget_pays_for_no_retry(caller):
    ended, standin = caller.plays("bad_gateway", CALLER_BUDGET="4")
    assert (ended.reasons, len(standin.sent)) == (["RETRIES_EXHAUSTED"], 1)
    assert ended.answers[0]["underlying"] == "GATEWAY_ERROR"


def test_a_budget_that_does_not_pay_for_a_retry_after_a_timeout(caller):
    ended, standin = caller.plays("slow", CALLER_BUDGET="9")
    assert (ended.reasons, len(standin.sent)) == (["RETRIES_EXHAUSTED"], 1)
    assert ended.answers[0]["underlying"] == "RESPONSE_TIMEOUT"


def test_it_waits_as_long_as_it_says(caller):
    started = monotonic()
    ended, _ = caller.plays("rate_limited", "created", CALLER_TIME_SCALE="0.2")
    assert monotonic() - started >= ended.waits_ms[0] / 1000 * 0.2


def test_a_request_that_would_be_refused_is_not_sent(caller):
    with StandIn(["created"]) as standin:
        ended = caller.run(standin.url, REQUEST | {"country": "UK", "firstName": "PRIVATE" * 50})
    assert (ended.code, standin.sent, ended.out) == (FIX, [], "")
    assert "/country" in ended.err and "/firstName" in ended.err


@pytest.mark.parametrize("body", [b"", b"{oops", b"[]", b"null"])
def test_a_body_that_is_no_request_is_not_sent(caller, body):
    with StandIn(["created"]) as standin:
        ended = caller.run(standin.url, body)
    assert (ended.code, standin.sent) == (FIX, [])


def test_the_members_at_fault_are_named(caller):
    ended, _ = caller.plays("bad_value")
    assert ended.answers[0]["pointers"] == ["/country"]
