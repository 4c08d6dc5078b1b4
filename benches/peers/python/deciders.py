"""From the bytes of a webhook to an outcome, by everybody: each gives a call for one rule set."""

import json

import cedarpy
import cel
import datalogic_py
import msgspec
import zen

import idenfy_rules

STRENGTH = ["reject", "review", "retry", "accept"]
OTHERWISE = "review"
FRAUD_REJECT = {"FACE_BLACKLISTED", "DOC_FACE_BLACKLISTED", "DATA_BLACKLISTED", "LID_SUSPECTION"}
FRAUD_REVIEW = {"AML_SUSPECTION", "SANCTIONS_SUSPECTION", "CRIMINAL_SUSPECTED"}
MISMATCH_REVIEW = {"NAME", "SURNAME", "FULL_NAME", "DATE_OF_BIRTH"}
CAREFUL = {"AF", "KP", "MM"}
UNREADABLE = {
    "DOC_NOT_FOUND", "DOC_NOT_FULLY_VISIBLE", "DOC_TOO_BLURRY", "DOC_GLARED", "MRZ_NOT_FOUND",
    "MRZ_OCR_READING_ERROR", "BARCODE_NOT_FOUND",
}


class Status(msgspec.Struct, rename="camel"):
    overall: str
    auto_document: str
    manual_document: str
    auto_face: str
    manual_face: str
    fraud_tags: list[str]
    mismatch_tags: list[str]


class Document(msgspec.Struct, rename="camel"):
    doc_issuing_country: str


class Webhook(msgspec.Struct):
    status: Status
    data: Document

    def facts(self):
        status = self.status
        return (
            status.overall, status.auto_document, status.manual_document, status.auto_face,
            status.manual_face, status.fraud_tags, status.mismatch_tags,
            self.data.doc_issuing_country,
        )


def facts_of_json(body):
    """What the rules ask, in the order of the columns of ../inputs/rules.py."""
    webhook = json.loads(body)
    status = webhook["status"]
    return (
        status["overall"], status["autoDocument"], status["manualDocument"], status["autoFace"],
        status["manualFace"], status["fraudTags"], status["mismatchTags"],
        webhook["data"]["docIssuingCountry"],
    )


def ten_rules(facts):
    """The ten rules of ../inputs/rules.py, as one writes them."""
    overall, auto_document, document, auto_face, face, fraud, mismatch, country = facts
    if any(tag in FRAUD_REJECT for tag in fraud):
        return "reject"
    if overall in ("DENIED", "SUSPECTED") and document in ("DOC_FAKE", "DOC_SPOOF_DETECTED"):
        return "reject"
    if overall == "DENIED" and face in ("FACE_MISMATCH", "FAKE_FACE"):
        return "reject"
    if any(tag in FRAUD_REVIEW for tag in fraud) or any(tag in MISMATCH_REVIEW for tag in mismatch):
        return "review"
    if country in CAREFUL:
        return "review"
    if overall in ("DENIED", "SUSPECTED") and document in UNREADABLE:
        return "retry"
    if document == "DOC_VALIDATED" and face == "FACE_MATCH":
        if overall == "APPROVED":
            return "accept"
        if overall == "SUSPECTED" and auto_document == "DOC_VALIDATED" and auto_face == "FACE_MATCH":
            return "accept"
    return OTHERWISE


COLUMNS = ["overall", "autoDocument", "manualDocument", "autoFace", "manualFace", "fraudTags",
           "mismatchTags", "country"]


def loop(rows):
    """A loop over rows that stand in order of strength: the first hit is the strongest."""
    table = [
        (
            row["then"],
            [(at, frozenset(row[name])) for at, name in enumerate(COLUMNS)
             if name in row and not name.endswith("Tags")],
            [(at, frozenset(row[name])) for at, name in enumerate(COLUMNS)
             if name in row and name.endswith("Tags")],
        )
        for row in rows
    ]

    def decide(facts):
        for then, words, tags in table:
            for at, asked in words:
                if facts[at] not in asked:
                    break
            else:
                if all(not asked.isdisjoint(facts[at]) for at, asked in tags):
                    return then
        return OTHERWISE

    return decide


def by_hand(folder):
    rows = json.loads(folder.joinpath("rules.json").read_text())
    return ten_rules if len(rows) == 10 else loop(rows)


def json_by_hand(folder):
    rules = by_hand(folder)
    return lambda body: rules(facts_of_json(body))


def msgspec_by_hand(folder):
    rules, read = by_hand(folder), msgspec.json.Decoder(Webhook).decode
    return lambda body: rules(read(body).facts())


def ours(folder):
    policy = idenfy_rules.Policy.from_json(folder.joinpath("policy.json").read_text())
    return lambda body: policy.evaluate(body, digest=False).outcome


def datalogic(folder):
    engine = datalogic_py.Engine()
    rule = engine.compile(folder.joinpath("logic.json").read_text())
    session = engine.session()

    def decide(body):
        outcome = session.evaluate_str(rule, body.decode())
        session.reset()
        return outcome[1:-1]

    return decide


def zen_decision(folder):
    """The decision object; its evaluation hops to a thread of zen's."""
    content = zen.ZenDecisionContent(folder.joinpath("table.json").read_text())
    decision = zen.ZenEngine().create_decision(content)
    return lambda body: decision.evaluate(body)["result"]["then"]


def zen_loader(folder):
    """An engine that holds the table under a key, which evaluates in place."""
    content = json.loads(folder.joinpath("table.json").read_text())
    engine = zen.ZenEngine({"loader": {"type": "static", "content": {"table": content}}})
    return lambda body: engine.evaluate("table", body)["result"]["then"]


def cedar(folder):
    policies = cedarpy.PolicySet.from_str(folder.joinpath("policies.cedar").read_text())
    rows = json.loads(folder.joinpath("rules.json").read_text())
    outcomes = {row["id"]: STRENGTH.index(row["then"]) for row in rows}
    request = {"principal": 'User::"u"', "action": 'Action::"decide"', "resource": 'Webhook::"w"'}

    def decide(body):
        context = dict(zip(COLUMNS, facts_of_json(body), strict=True))
        answer = cedarpy.is_authorized(request | {"context": context}, policies, [])
        hits = answer.diagnostics.id_annotations_by_reason.values()
        return STRENGTH[min((outcomes[name] for name in hits), default=STRENGTH.index(OTHERWISE))]

    return decide


def cel_expressions(folder):
    texts = json.loads(folder.joinpath("cel.json").read_text())
    programs = [(then, cel.compile(text)) for then, text in texts.items()]

    def decide(body):
        webhook = json.loads(body)
        context = cel.Context({"status": webhook["status"], "data": webhook["data"]})
        return next((then for then, program in programs if program.execute(context)), OTHERWISE)

    return decide


DECIDERS = {
    "idenfy-rules": ours,
    "json.loads + if / rule loop": json_by_hand,
    "msgspec + if / rule loop": msgspec_by_hand,
    "datalogic-py": datalogic,
    "zen-engine, decision object": zen_decision,
    "zen-engine, static loader": zen_loader,
    "cedarpy": cedar,
    "cel (common-expression-language)": cel_expressions,
}
