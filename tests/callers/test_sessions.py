"""Whether another session makes sense, by the records of the receiver, and what is kept of it."""

import time

import pytest
from caller import REQUEST
from idenfy_rules import Policy, reconcile
from standin import AUTH_TOKEN, TOKEN, StandIn

NOT_NOW = 75


def verdict(caller, overall: str, final: bool = True, scan_ref: str = TOKEN["scanRef"]) -> None:
    """What the receiver stores for a webhook."""
    body = {"scanRef": scan_ref, "final": final, "status": {"overall": overall}}
    record = reconcile(None, Policy.strict().evaluate(body)).record
    caller.ask("INSERT OR REPLACE INTO verification VALUES (?, ?)", scan_ref, record.to_json())


@pytest.fixture
def once(caller):
    """A caller that has had one session."""
    ended, _ = caller.plays("created")
    assert ended.code == 0
    return caller


def test_the_session_is_kept_without_its_token(once):
    [row] = once.ask("SELECT * FROM session")
    assert row[:2] + row[3:] == (TOKEN["scanRef"], "client-1", 3600, 600)
    assert abs(row[2] - time.time()) < 60
    assert AUTH_TOKEN.encode() not in once.database.read_bytes()


def not_now(caller) -> str:
    ended, standin = caller.plays("created")
    assert (ended.code, ended.out, standin.sent, ended.answers) == (NOT_NOW, "", [], [])
    return ended.err


def test_while_the_session_can_be_used_there_is_no_other(once):
    assert "session_active, until 20" in not_now(once)


def test_a_preliminary_verdict_does_not_end_it(once):
    verdict(once, "APPROVED", final=False)
    assert "session_active" in not_now(once)


def test_who_was_accepted_needs_no_other(once):
    verdict(once, "APPROVED")
    assert "already_accepted" in not_now(once)


@pytest.mark.parametrize("overall", ["DENIED", "EXPIRED"])
def test_after_an_end_another_is_fine(once, overall):
    verdict(once, overall)
    ended, _ = once.plays("created")
    assert ended.code == 0


def test_as_many_as_are_allowed(once):
    verdict(once, "DENIED")
    ended, standin = once.plays("created", CALLER_MAX_SESSIONS="1")
    assert (ended.code, standin.sent) == (NOT_NOW, [])
    assert "too_many_attempts" in ended.err


def test_another_client_is_another_matter(once):
    with StandIn(["created_for_another"]) as standin:
        ended = once.run(standin.url, REQUEST | {"clientId": "client-2"})
    assert ended.code == 0
    assert once.ask("SELECT client_id FROM session") == [("client-2",)]


def test_a_conflict_says_when_the_old_session_is_over(once):
    verdict(once, "DENIED")
    ended, _ = once.plays("conflict")
    [(created_at,)] = once.ask("SELECT created_at FROM session")
    assert ended.answers[0]["not_before_unix"] == created_at + 3600 + 600
    assert ", until 20" in ended.err.splitlines()[-1]


@pytest.mark.parametrize(
    "broken",
    [
        {"CALLER_KEYS_FILE": "no-such-file"},
        {"CALLER_KEYS_FILE": ""},
        {"CALLER_TIMEOUT_MS": "soon"},
        {"CALLER_DATABASE": "no-such-folder/x.db"},
    ],
    ids=lambda broken: "-".join(*broken.items()),
)
def test_without_what_it_needs_it_does_nothing(caller, broken):
    ended, standin = caller.plays("created", **broken)
    assert (ended.code, standin.sent, ended.out) == (78, [], "")


@pytest.mark.parametrize("keys", ["", "one line\n", "a:colon\nsecret\n", "key \nsecret\n"])
def test_keys_that_the_api_would_refuse_are_not_sent(caller, keys, tmp_path):
    (tmp_path / "api-keys.txt").write_text(keys)
    ended, standin = caller.plays("created")
    assert (ended.code, standin.sent) == (78, [])
