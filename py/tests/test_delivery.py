"""Deliveries: every vintage through the same attributes, and nothing of them in a log."""

from __future__ import annotations

import json
import pickle
from typing import Any

import forms
import idenfy_rules
import pytest
import vectors
from idenfy_rules import (
    Delivery,
    DocumentData,
    Notice,
    Policy,
    ServiceBlock,
    Status,
    WebhookError,
    parse_webhook,
)
from idenfy_rules._native import payload_tables
from support import APPROVED, refusal

OLD: dict[str, Any] = {
    "scanRef": "scan-2021",
    "clientId": 17,
    "externalRef": None,
    "final": True,
    "platform": "PC",
    "startTime": 1554726960.5,
    "finishTime": 1554726999,
    "status": {
        "overall": "SUSPECTED",
        "autoDocument": "DOC_BRAND_NEW",
        "manualDocument": "",
        "suspicionReasons": ["FACE_SUSPECTED", 7, "NEW_TAG"],
        "mismatchTags": None,
    },
    "data": {
        "docFirstName": "ONA",
        "docDob": None,
        "manualAddress": "Street 1",
        "manualAddressMatch": True,
        "addressVerification": {"status": "VERIFIED", "address": "Street 2"},
        "duplicateFaces": ["scan-1"],
    },
    "aml": {
        "status": {"serviceUsed": True, "overallStatus": "SUSPECTED"},
        "data": [{"surname": "ONAITE", "suspicion": "PEPS", "score": 96.0}, 5],
        "serviceName": "PilotApiAmlV2",
    },
    "LID": [{"data": [{"documentNumber": "L1000222", "valid": False}]}, None],
    "fileUrls": {"FRONT": "https://files.example/1", "BACK": None},
    "riskAssessment": "none",
    "utilityData": ["Answer", 1],
}
NEW: dict[str, Any] = {
    "scanRef": "scan-2026",
    "status": {"overall": "APPROVED", "denyReasons": ["a reason"]},
    "data": {"docNumber": "L1000222"},
    "AML": [{"status": {}, "data": [{}]}],
    "LID": [{"data": [{}]}],
    "amlCheck": {"overallStatus": "NOT_SUSPECTED"},
    "riskAssessment": {"riskScore": 40, "riskLevel": "LOW"},
    "addressVerification": {"accuracy": "HIGH"},
    "bankVerification": {"bank": "A Bank"},
    "bankCardVerification": {"status": "MATCH"},
    "emailVerification": {"email": "ona@example.com", "emailVerified": True},
    "phoneVerification": {"phone": "+37060000000", "phoneVerified": False},
}
PERSONAL = ("scan-", "17", "ONA", "Street", "L1000222", "files.example", "example.com", "+370")


def old() -> Delivery:
    return parse_webhook(OLD, event_type="IDENTIFICATION_MANUAL_FINISHED")


def test_an_old_body_is_read_through_the_same_attributes() -> None:
    delivery = old()
    assert delivery.event == "IDENTIFICATION_MANUAL_FINISHED"
    assert (delivery.scan_ref, delivery.client_id, delivery.external_ref) == (
        "scan-2021",
        "17",
        None,
    )
    assert (delivery.final, delivery.platform, delivery.notice) == (True, "PC", None)
    assert (delivery.start_time, delivery.finish_time) == (1554726960.5, 1554726999.0)
    assert type(delivery.finish_time) is float
    assert (delivery.manual_address, delivery.manual_address_match) == ("Street 1", True)
    status, data = delivery.status, delivery.data
    assert status is not None
    assert (status.overall, status.auto_document) == ("SUSPECTED", "DOC_BRAND_NEW")
    assert type(status.overall) is str
    assert (status.manual_document, status.mismatch_tags) == (None, [])
    assert status.suspicion_reasons == ["FACE_SUSPECTED", "NEW_TAG"]
    assert data is not None
    assert (data.doc_first_name, data.doc_dob) == ("ONA", None)
    assert data.duplicate_faces == ["scan-1"]
    assert delivery.address_verification is not None
    assert delivery.address_verification.status == "VERIFIED"
    assert delivery.file_urls == {"FRONT": "https://files.example/1", "BACK": None}
    assert (delivery.risk_assessment, delivery.aml_check) == (None, None)


def test_older_service_blocks_are_objects_inside_objects() -> None:
    [screening], [register] = old().aml, old().lid
    assert screening.service_name == "PilotApiAmlV2"
    assert screening.status is not None
    assert (screening.status.service_used, screening.status.check_successful) == (True, None)
    hit = screening.hits[0]
    assert hit is not None
    assert (hit.surname, hit.suspicion, hit.score) == ("ONAITE", "PEPS", 96)
    assert type(hit.score) is int
    assert register.status is None
    row = register.register_rows[0]
    assert row is not None
    assert (row.document_number, row.valid) == ("L1000222", False)
    assert old().criminal_check == []


def test_every_object_of_the_tables_is_a_class_with_these_attributes() -> None:
    found = {type(view).__name__: view for view in forms.views(parse_webhook(NEW))}
    tables = payload_tables()
    assert found.keys() == {"Delivery"} | {table["name"] for table in tables}
    for table in tables:
        view = found[table["name"]]
        rows = [*table["members"], *table["parts"]]
        assert tuple(view.to_dict()) == tuple(row["accessor"] for row in rows)
        assert type(view) is getattr(idenfy_rules, table["name"])
        assert type(view).__module__ == "idenfy_rules"


@pytest.mark.parametrize("body", [OLD, NEW], ids=["old", "new"])
def test_every_view_keeps_the_promises_of_a_result(body: dict[str, Any]) -> None:
    for view in forms.views(parse_webhook(body)):
        forms.check_view(view)
        for name in (*type(view).__match_args__, "other"):
            with pytest.raises(AttributeError):
                setattr(view, name, None)
            with pytest.raises(AttributeError):
                delattr(view, name)


def test_nobody_changes_a_delivery_by_changing_what_it_gives() -> None:
    delivery, untouched = old(), old().to_dict()
    assert delivery.status is not None
    delivery.status.suspicion_reasons.append("NAME")
    delivery.aml.clear()
    delivery.file_urls["FRONT"] = None
    delivery.to_dict()["status"]["overall"] = "APPROVED"
    assert delivery.to_dict() == untouched


def test_deliveries_compare_by_their_bytes_and_event() -> None:
    text = json.dumps(OLD)
    event = "IDENTIFICATION_MANUAL_FINISHED"
    for body in (text, text.encode(), bytearray(text.encode()), memoryview(text.encode())):
        assert parse_webhook(body, event_type=event.encode()) == old()
    assert len({old(), old()}) == 1
    assert old() != parse_webhook(OLD)
    assert old() != parse_webhook({**OLD, "utilityData": []}, event_type=event)
    assert old() != old().to_dict()
    assert old().status != old().data
    assert parse_webhook(NEW).status != old().status


def test_no_text_of_a_delivery_shows_its_content() -> None:
    assert repr(old()) == "Delivery(event='IDENTIFICATION_MANUAL_FINISHED', ..)"
    assert repr(parse_webhook(APPROVED, event_type="ONA")) == "Delivery(event=None, ..)"
    assert f"{old().data} {old().aml}" == "DocumentData(..) [ServiceBlock(..)]"
    for delivery in (old(), parse_webhook(NEW)):
        for view in forms.views(delivery):
            for text in (repr(view), str(view), f"{view}", repr([view])):
                assert not any(personal in text for personal in PERSONAL)


def test_any_member_has_its_json_text() -> None:
    delivery = old()
    assert delivery.json("/utilityData") == '["Answer",1]'
    assert delivery.json("/utilityData/1") == "1"
    assert delivery.json("/externalRef") == "null"
    assert pickle.loads(pickle.dumps(delivery)).json("/data/docFirstName") == '"ONA"'
    assert (delivery.json("/nothing"), delivery.json("utilityData")) == (None, None)
    assert refusal(delivery.json, 5).code == "input.pointer"


def test_a_notice_needs_nothing() -> None:
    notice = parse_webhook(b'{"status": "ALERT", "a": 1, "a": 2}', event_type="AML_MONITORING")
    assert isinstance(notice.notice, Notice)
    assert notice.notice.to_dict() == {"product": "aml_monitoring", "attention": False}
    assert (notice.scan_ref, notice.status, notice.data) == (None, None, None)
    assert notice.repeated_keys == ["/a"]
    assert notice.json("/a") == "2"
    assert pickle.loads(pickle.dumps(notice)) == notice
    odd = parse_webhook(APPROVED, event_type="IDENTIFICATION_TELEPATHY")
    assert odd.notice == Policy.strict().evaluate(APPROVED, event_type=odd.event).notice
    assert odd.to_dict()["notice"] == {"product": None, "attention": True}


@pytest.mark.parametrize(
    ("body", "code", "pointer", "place"),
    [
        (b"", "webhook.empty", "", (None, None)),
        (b"\xff", "webhook.not_utf8", "", (None, None)),
        ("\ud800", "webhook.not_utf8", "", (None, None)),
        (b'{\n  "scanRef": Jane}', "webhook.not_json", "", (2, 14)),
        (b"[]", "webhook.not_object", "", (None, None)),
        (b'{"final": 1, "final": 1}', "webhook.repeated_key", "/final", (None, None)),
        ({"status": {"overall": "A"}}, "webhook.scan_ref_missing", "/scanRef", (None, None)),
        ({"scanRef": "s"}, "webhook.overall_missing", "/status/overall", (None, None)),
    ],
)
def test_an_unusable_body_says_where(
    body: Any, code: str, pointer: str, place: tuple[int | None, int | None]
) -> None:
    with pytest.raises(WebhookError) as caught:
        parse_webhook(body)
    error = caught.value
    assert (error.code, error.pointer, error.http_status) == (code, pointer, 400)
    assert (error.line, error.column) == place
    assert "Jane" not in str(error)


def test_arguments_of_other_types_are_refused() -> None:
    others: list[Any] = [None, 5, ["scanRef"]]
    for other in others:
        with pytest.raises(TypeError, match="`body` must be bytes-like, str or a mapping"):
            parse_webhook(other)
    assert refusal(parse_webhook, APPROVED, event_type=5).code == "input.event_type"
    with pytest.raises(TypeError):
        parse_webhook(APPROVED, "AML_MONITORING")  # type: ignore[call-arg]


def test_deliveries_can_be_matched() -> None:
    match old():
        case Delivery(
            notice=None,
            status=Status(overall="SUSPECTED"),
            data=DocumentData(doc_first_name=str(name)),
            aml=[ServiceBlock("PilotApiAmlV2"), *_],
        ):
            assert name == "ONA"
        case other:
            pytest.fail(f"no match: {other}")


def test_whatever_a_policy_can_judge_can_be_read() -> None:
    policy, read = Policy.documented(), 0
    for case in vectors.read("webhook"):
        given = {key: case.input[key] for key in case.input if key.startswith(("body", "payload"))}
        event = case.input.get("event")
        body = vectors.forms(given, "payload")[0]
        try:
            decision = policy.evaluate(body, event_type=event)
        except WebhookError as error:
            with pytest.raises(WebhookError) as caught:
                parse_webhook(body, event_type=event)
            assert vars(caught.value) == vars(error), case.place
            continue
        delivery = parse_webhook(body, event_type=event)
        same = ("scan_ref", "client_id", "external_ref", "final", "notice")
        assert all(getattr(delivery, key) == getattr(decision, key) for key in same), case.place
        read += 1
    assert read > 100
