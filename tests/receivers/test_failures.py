"""The database is busy, the process is killed, the service is stopped: nothing is lost."""

import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from program import wait_until
from sender import verification

LONG = {"RECEIVER_BUSY_MS": "15000"}


def test_a_busy_database_asks_the_vendor_to_come_again(own, scan_ref):
    receiver = own(RECEIVER_BUSY_MS="100").start()
    body = verification(scan_ref, "APPROVED", final=True)
    with receiver.locked():
        answer = receiver.sender.post(body)
        assert (answer.status, answer.headers["retry-after"]) == (503, "1")
        assert receiver.is_healthy()
    assert receiver.record(scan_ref) is None
    assert receiver.sender.deliver(body) == [200]
    assert (receiver.kinds(scan_ref), receiver.actions(scan_ref)) == (["new"], ["accept"])


def test_the_vendor_repeats_until_it_is_taken(own, scan_ref):
    receiver = own(RECEIVER_BUSY_MS="10").start()
    body = verification(scan_ref, "APPROVED", final=True)
    with ThreadPoolExecutor() as vendor:
        with receiver.locked():
            refused = [receiver.sender.post(body).status for _ in range(3)]
            sent = vendor.submit(receiver.sender.deliver, body)
        came = sent.result()
    assert refused == [503] * 3
    assert (came[-1], set(came[:-1]) <= {503}) == (200, True)
    assert (receiver.kinds(scan_ref), receiver.actions(scan_ref)) == (["new"], ["accept"])


def test_deliveries_that_wait_their_turn_do_not_wait_for_each_other(own, scan_ref):
    """Each waits as long as it is told, not as long as all before it together."""
    receiver = own(RECEIVER_BUSY_MS="1000").start()
    bodies = [verification(f"{scan_ref}-{n}", "APPROVED", final=True) for n in range(6)]
    with ThreadPoolExecutor(6) as senders:
        with receiver.locked():
            waiting = [senders.submit(receiver.sender.post, body) for body in bodies]
            wait_until(lambda: all(one.done() for one in waiting), "all are answered")
    assert [one.result().status for one in waiting] == [503] * 6


def test_waiting_for_the_database_is_not_a_slow_sender(own, scan_ref):
    receiver = own(RECEIVER_READ_MS="1000", **LONG).start()
    body = verification(scan_ref, "APPROVED", final=True)
    with ThreadPoolExecutor() as vendor:
        with receiver.locked():
            sent = vendor.submit(receiver.sender.post, body)
            time.sleep(2.5)
        assert sent.result().status == 200
    assert receiver.actions(scan_ref) == ["accept"]


def test_a_record_that_nobody_can_read_is_not_overwritten(own, scan_ref):
    receiver = own().start()
    with closing(receiver.connect()) as db:
        db.execute("INSERT INTO verification VALUES (?, '{}')", [scan_ref])
    before = receiver.rows()
    assert receiver.sender.post(verification(scan_ref, "APPROVED", final=True)).status == 503
    assert receiver.rows() == before


def test_killed_before_it_could_write(own, scan_ref):
    receiver = own(**LONG).start()
    body = verification(scan_ref, "DENIED", final=True, manualDocument="DOC_FAKE")
    with ThreadPoolExecutor() as vendor:
        with receiver.locked():
            sent = vendor.submit(receiver.sender.post, body)
            wait_until(receiver.uses_database, "the delivery waits for the lock")
            receiver.kill()
        assert sent.result().status is None
    assert receiver.record(scan_ref) is None
    comes_again(receiver, scan_ref, body)


def test_killed_between_writing_and_commit(own, scan_ref):
    """With a rollback journal a reader holds up the commit alone: everything is written then."""
    receiver = own(**LONG).start()
    receiver.ask("PRAGMA journal_mode = DELETE")
    journal = receiver.database.with_name(receiver.database.name + "-journal")
    body = verification(scan_ref, "DENIED", final=True, manualDocument="DOC_FAKE")
    with ThreadPoolExecutor() as vendor, closing(receiver.connect()) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM verification").fetchall()
        sent = vendor.submit(receiver.sender.post, body)
        wait_until(journal.exists, "the delivery is written")
        receiver.kill()
        assert sent.result().status is None
        reader.execute("ROLLBACK")
    assert receiver.record(scan_ref) is None
    comes_again(receiver, scan_ref, body)


def comes_again(receiver, scan_ref: str, body: bytes) -> None:
    """The vendor got no 200, so it sends again, before and after the service is back."""
    assert receiver.sender.post(body).status is None
    receiver.start()
    assert receiver.sender.deliver(body) == [200]
    assert receiver.sender.deliver(body) == [200]
    assert (receiver.kinds(scan_ref), receiver.actions(scan_ref)) == (["new"], ["reject"])


def test_killed_after_the_commit_it_is_a_duplicate(own, scan_ref):
    receiver = own().start()
    body = verification(scan_ref, "APPROVED", final=True)
    assert receiver.sender.post(body).status == 200
    receiver.kill()
    before = receiver.rows()
    receiver.start()
    assert receiver.sender.deliver(body) == [200]
    assert receiver.rows() == before


def test_stopped_it_finishes_what_it_has_begun(own, scan_ref):
    receiver = own(**LONG).start()
    body = verification(scan_ref, "APPROVED", final=True)
    with ThreadPoolExecutor() as vendor:
        with receiver.locked():
            sent = vendor.submit(receiver.sender.post, body)
            wait_until(receiver.uses_database, "the delivery waits for the lock")
            receiver.process.send_signal(signal.SIGTERM)
            wait_until(lambda: not receiver.is_healthy(), "it takes no more")
        assert sent.result().status == 200
    receiver.ended_well()
    assert receiver.actions(scan_ref) == ["accept"]
