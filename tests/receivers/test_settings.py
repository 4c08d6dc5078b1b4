"""What it is told, and what it tells nobody."""

import json

import pytest
from program import KEY, ROOT
from sender import verification


def refused(receiver) -> str:
    process = receiver.launch()
    assert process.wait(timeout=20) != 0
    return receiver.log.read_text()


def test_without_a_key_it_does_not_start(own):
    receiver = own(RECEIVER_KEYS_FILE="", RECEIVER_KEYS="")
    del receiver.settings["RECEIVER_KEYS_FILE"]
    assert "no signing key" in refused(receiver)


def test_a_file_without_a_key_is_no_key(own):
    receiver = own()
    receiver.keys.write_bytes(b"\n\r\n")
    assert "no signing key" in refused(receiver)


def test_a_key_from_the_environment(own, scan_ref):
    receiver = own(RECEIVER_KEYS=f"another\n{KEY.decode()}")
    del receiver.settings["RECEIVER_KEYS_FILE"]
    assert (
        receiver.start().sender.post(verification(scan_ref, "APPROVED", final=True)).status == 200
    )


@pytest.mark.parametrize(
    "broken",
    [
        {"RECEIVER_POLICY": "no-such-file.json"},
        {"RECEIVER_POLICY": str(ROOT / "Makefile")},
        {"RECEIVER_KEYS_FILE": "no-such-file.txt"},
        {"RECEIVER_DATABASE": "no-such-folder/x.db"},
        {"RECEIVER_BUSY_MS": "soon"},
        {"RECEIVER_LISTEN": "nowhere"},
    ],
    ids=lambda broken: "".join(broken),
)
def test_what_cannot_be_used_stops_it_at_the_start(own, broken):
    told = refused(own(**broken))
    assert told and "SECRET" not in told and "Traceback" not in told


def test_the_policy_is_the_one_that_was_named(own, scan_ref, tmp_path):
    ours = tmp_path / "ours.json"
    rule = {"id": "nobody", "when": {"overall": "APPROVED"}, "then": "review"}
    document = {"format": 1, "name": "ours", "extends": "strict", "rules": [rule]}
    ours.write_text(json.dumps(document))
    for policy, outcome in (("documented", "accept"), (str(ours), "review")):
        receiver = own(RECEIVER_POLICY=policy).start()
        key = f"{scan_ref}-{outcome}"
        assert receiver.sender.post(verification(key, "APPROVED", final=True)).status == 200
        assert receiver.record(key)["outcome"] == outcome
        receiver.stop()


def test_a_policy_that_asks_the_day_is_told_it(own, scan_ref, tmp_path):
    ours = tmp_path / "ours.json"
    rule = {"id": "age-bar", "when": {"age": {"atLeast": 18}}, "then": "review"}
    ours.write_text(json.dumps({"format": 1, "name": "ours", "extends": "strict", "rules": [rule]}))
    receiver = own(RECEIVER_POLICY=str(ours)).start()
    assert receiver.sender.post(verification(scan_ref, "APPROVED", final=True)).status == 200
    assert receiver.record(scan_ref)["outcome"] == "review"


def test_nothing_of_the_person_and_no_key_is_kept_or_logged(own, scan_ref):
    receiver = own().start()
    body = verification(scan_ref, "SUSPECTED", final=True, mismatchTags=["NAME"])
    receiver.sender.post(body)
    receiver.sender.post(body, "NEW_EVENT")
    receiver.sender.post(body[:-9])
    receiver.sender.post(body + b"}")
    receiver.sender.post(body, Idenfy_Signature="f" * 64)
    receiver.stop()
    kept = b"".join(path.read_bytes() for path in receiver.database.parent.glob("verifications*"))
    for text in (kept, receiver.log.read_bytes()):
        for secret in (b"PRIVATE", b"SECRET", b"1990-05-15", b"192.0.2.1"):
            assert secret not in text
    assert scan_ref.encode() in kept
