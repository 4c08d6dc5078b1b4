"""Rule sets of n rules as one neutral table, which render.py writes in every peer's language.

A row has an `id`, a `then` and, per column, the words of which the body's must be one (for the
two lists of tags: of which at least one must be there). A column that is absent asks nothing.
Rows stand in order of strength, so that engines that stop at the first hit find the strongest
outcome. Without a hit the outcome is OTHERWISE.
"""

import words

OTHERWISE = "review"
STRENGTH = ["reject", "review", "retry", "accept"]

# Column: path in the body, whether it is a list there, and the fact of idenfy-rules.
COLUMNS = {
    "overall": ("status.overall", False, "overall"),
    "autoDocument": ("status.autoDocument", False, "autoDocument"),
    "manualDocument": ("status.manualDocument", False, "manualDocument"),
    "autoFace": ("status.autoFace", False, "autoFace"),
    "manualFace": ("status.manualFace", False, "manualFace"),
    "fraudTags": ("status.fraudTags", True, "tags"),
    "mismatchTags": ("status.mismatchTags", True, "tags"),
    "country": ("data.docIssuingCountry", False, "issuingCountry"),
}

# The ten that somebody would write first. The hand-written `match` in src/typed.rs and the `if`
# of python/by_hand.py say the same, and the cross-check compares them.
TEN = [
    {"id": "blocklisted", "then": "reject", "fraudTags": words.FRAUD_BLOCKLIST},
    {"id": "document-lost", "then": "reject", "fraudTags": words.FRAUD_LOST},
    {"id": "document-forged", "then": "reject", "overall": ["DENIED", "SUSPECTED"],
     "manualDocument": words.DOCUMENT_FORGED},
    {"id": "other-person", "then": "reject", "overall": ["DENIED"], "manualFace": words.FACE_OTHER},
    {"id": "watchlist", "then": "review", "fraudTags": words.FRAUD_WATCHLIST},
    {"id": "data-differs", "then": "review", "mismatchTags": words.MISMATCH_PERSON},
    {"id": "careful-country", "then": "review", "country": words.COUNTRIES_CAREFUL},
    {"id": "unreadable", "then": "retry", "overall": ["DENIED", "SUSPECTED"],
     "manualDocument": words.DOCUMENT_UNREADABLE},
    {"id": "approved", "then": "accept", "overall": ["APPROVED"],
     "manualDocument": [words.DOCUMENT_GOOD], "manualFace": [words.FACE_GOOD]},
    {"id": "suspected-but-passed", "then": "accept", "overall": ["SUSPECTED"],
     "autoDocument": [words.DOCUMENT_GOOD], "autoFace": [words.FACE_GOOD],
     "manualDocument": [words.DOCUMENT_GOOD], "manualFace": [words.FACE_GOOD]},
]


def by_country_and_document(draw):
    return {
        "then": draw.one(["reject", "review", "retry"]), "overall": ["DENIED", "SUSPECTED"],
        "manualDocument": draw.some(words.DOCUMENT_BAD, 1 + draw.below(3)),
        "country": draw.some(words.COUNTRIES, 1 + draw.below(3)),
    }


def by_country_and_fraud(draw):
    return {
        "then": draw.one(["reject", "review"]), "country": draw.some(words.COUNTRIES, 2),
        "fraudTags": draw.some(words.FRAUD, 1 + draw.below(2)),
    }


def by_country_and_mismatch(draw):
    return {
        "then": draw.one(["review", "retry"]), "country": draw.some(words.COUNTRIES, 2),
        "mismatchTags": draw.some(words.MISMATCH, 1 + draw.below(3)),
    }


def by_face(draw):
    return {
        "then": draw.one(["reject", "retry"]), "overall": ["DENIED"],
        "autoFace": draw.some(words.FACE_BAD, 1 + draw.below(2)),
        "country": draw.some(words.COUNTRIES, 1 + draw.below(3)),
    }


def accept_by_country(draw):
    return {
        "then": "accept", "overall": ["APPROVED"], "autoDocument": [words.DOCUMENT_GOOD],
        "country": draw.some(words.COUNTRIES, 1 + draw.below(2)),
    }


KINDS = [
    by_country_and_document, by_country_and_document, by_country_and_fraud,
    by_country_and_mismatch, by_face, accept_by_country,
]


def table(draw, count):
    rows = list(TEN)
    while len(rows) < count:
        rows.append({"id": f"rule-{len(rows)}"} | draw.one(KINDS)(draw))
    return sorted(rows, key=lambda row: STRENGTH.index(row["then"]))


def asked(row):
    """The columns that a row asks, with their words."""
    return [(name, row[name]) for name in COLUMNS if name in row]
