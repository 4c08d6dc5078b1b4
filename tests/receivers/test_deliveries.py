"""What genuine deliveries do, alone, twice, in any order and at once."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor

from program import OLD_KEY
from sender import AUTO, EXPIRED, MANUAL, RESUBMITTED, signature, verification


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def test_a_genuine_delivery_is_kept_before_it_is_answered(shared, scan_ref):
    body = verification(scan_ref, "APPROVED", final=True, by_hand=True)
    assert shared.sender.post(body).status == 200

    record = shared.record(scan_ref)
    assert (record["outcome"], record["verified"], record["seen"]) == (
        "accept",
        True,
        [digest(body)],
    )
    assert record["policy"]["name"] == "strict"
    sql = "SELECT body_sha256, kind, decision FROM decision WHERE scan_ref = ?"
    [(body_sha256, kind, decision)] = shared.ask(sql, scan_ref)
    assert (body_sha256, kind) == (digest(body), "new")
    assert json.loads(decision)["rules"] == ["approved"]
    sql = "SELECT outcome, body_sha256, done_at FROM action WHERE scan_ref = ?"
    assert shared.ask(sql, scan_ref) == [("accept", digest(body), None)]


def test_the_key_before_still_counts(shared, scan_ref):
    body = verification(scan_ref, "APPROVED", final=True)
    assert shared.sender.post(body, Idenfy_Signature=signature(body, OLD_KEY).upper()).status == 200
    assert shared.record(scan_ref)["outcome"] == "accept"


def test_the_same_bytes_again_change_nothing(shared, scan_ref):
    body = verification(scan_ref, "APPROVED", final=True)
    assert shared.sender.post(body).status == 200
    before = shared.rows()
    assert [shared.sender.post(body, event).status for event in (MANUAL, AUTO, None)] == [200] * 3
    assert shared.rows() == before


def test_the_automatic_verdict_then_the_manual_one(shared, scan_ref):
    automatic = verification(scan_ref, "APPROVED", final=False)
    manual = verification(scan_ref, "DENIED", final=True, manualDocument="DOC_FAKE")
    assert shared.sender.deliver(automatic, AUTO) == [200]
    assert shared.record(scan_ref)["outcome"] == "wait"
    assert shared.sender.deliver(manual, MANUAL) == [200]
    assert shared.kinds(scan_ref) == ["new", "replace"]
    assert shared.actions(scan_ref) == ["wait", "reject"]


def test_the_automatic_verdict_comes_late(shared, scan_ref):
    manual = verification(scan_ref, "DENIED", final=True, manualDocument="DOC_FAKE")
    automatic = verification(scan_ref, "APPROVED", final=False)
    assert shared.sender.deliver(manual, MANUAL) == [200]
    assert shared.sender.deliver(automatic, AUTO) == [200]
    assert shared.kinds(scan_ref) == ["new", "late"]
    assert shared.record(scan_ref)["outcome"] == "reject"
    assert shared.actions(scan_ref) == ["reject"]


def test_an_old_approval_sent_again_after_a_denial_changes_nothing(shared, scan_ref):
    approved = verification(scan_ref, "APPROVED", final=True)
    denied = verification(scan_ref, "DENIED", final=True, manualFace="FAKE_FACE")
    assert [shared.sender.post(body).status for body in (approved, denied)] == [200, 200]
    before = shared.rows()
    assert shared.sender.post(approved).status == 200
    assert shared.rows() == before
    assert shared.record(scan_ref)["outcome"] == "reject"
    # With other bytes it is a contradiction, which lets nobody in either.
    assert shared.sender.post(approved + b" ").status == 200
    assert (shared.record(scan_ref)["outcome"], shared.record(scan_ref)["conflict"]) == (
        "review",
        True,
    )
    assert shared.actions(scan_ref) == ["accept", "reject", "review"]


def test_a_resubmission_opens_it_again(shared, scan_ref):
    blurred = verification(scan_ref, "DENIED", final=True, autoDocument="DOC_TOO_BLURRY")
    again = verification(scan_ref, "REVIEWING", final=False)
    passed = verification(scan_ref, "APPROVED", final=True, by_hand=True)
    deliveries = [(blurred, AUTO), (again, RESUBMITTED), (passed, MANUAL)]
    assert [shared.sender.post(*delivery).status for delivery in deliveries] == [200] * 3
    assert shared.kinds(scan_ref) == ["new", "reopen", "replace"]
    assert shared.actions(scan_ref) == ["retry", "wait", "accept"]


def test_an_expired_session(shared, scan_ref):
    body = verification(scan_ref, "EXPIRED", final=True, autoDocument=None, autoFace=None)
    assert shared.sender.post(body, EXPIRED).status == 200
    assert shared.actions(scan_ref) == ["retry"]


def test_a_notice_is_noted_and_asks_for_nothing(shared, scan_ref):
    body = json.dumps({"scanRef": scan_ref, "documentExpiration": "2093-05-17"}).encode()
    assert shared.sender.post(body, "DOCUMENT_EXPIRATION").status == 200
    assert shared.sender.post(body, "DOCUMENT_EXPIRATION").status == 200
    sql = "SELECT decision FROM notice WHERE body_sha256 = ?"
    [(decision,)] = shared.ask(sql, digest(body))
    assert json.loads(decision)["event"] == "DOCUMENT_EXPIRATION"
    assert (shared.record(scan_ref), shared.actions(scan_ref)) == (None, [])


def test_a_verdict_under_an_event_that_nobody_knows_is_a_notice(shared, scan_ref):
    body = verification(scan_ref, "APPROVED", final=True)
    for event in ("NEW_EVENT", "\xff"):
        assert shared.sender.post(body, event).status == 200
    [(decision,)] = shared.ask("SELECT decision FROM notice WHERE body_sha256 = ?", digest(body))
    assert json.loads(decision)["notice"]["attention"] is True
    assert (shared.record(scan_ref), shared.actions(scan_ref)) == (None, [])


def test_two_attempts_of_one_client_are_two_verifications(shared, scan_ref):
    first, second = f"{scan_ref}-1", f"{scan_ref}-2"
    shared.sender.post(verification(first, "DENIED", final=True, manualDocument="DOC_FAKE"))
    shared.sender.post(verification(second, "APPROVED", final=True))
    assert [shared.record(key)["outcome"] for key in (first, second)] == ["reject", "accept"]


def test_deliveries_at_once_lose_nothing(shared, scan_ref):
    """Eight bodies, each sent twice at the same time: one transaction each, one after the other."""
    bodies = [verification(scan_ref, "APPROVED", final=True) + b" " * n for n in range(8)]
    with ThreadPoolExecutor(16) as senders:
        answers = list(senders.map(shared.sender.post, bodies * 2))
    assert [answer.status for answer in answers] == [200] * 16
    assert set(shared.record(scan_ref)["seen"]) == {digest(body) for body in bodies}
    assert sorted(shared.kinds(scan_ref)) == ["new"] + ["refresh"] * 7
    assert shared.actions(scan_ref) == ["accept"]
