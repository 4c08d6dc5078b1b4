"""The generated enums: the same words as in the core, and texts like any other."""

from __future__ import annotations

import copy
import importlib.resources
import json
import os
import pickle
from pathlib import Path

import generated
import generated_closed
import generated_params
import idenfy_rules
import pytest
from idenfy_rules import Reason, classify_response, vocab
from idenfy_rules._native import reasons, vocabularies
from idenfy_rules.vocab import Overall, Tag, Word

SOURCE = Path(__file__).parents[1] / "python" / "idenfy_rules"
FILES = generated.FILES | generated_closed.FILES | generated_params.FILES


@pytest.mark.parametrize("name", FILES)
def test_the_generated_files_are_up_to_date(name: str) -> None:
    text = FILES[name]()
    if os.environ.get("BLESS") == "1":
        (SOURCE / name).write_text(text, encoding="utf-8")
        return
    assert (SOURCE / name).read_text(encoding="utf-8") == text
    installed = importlib.resources.files(idenfy_rules).joinpath(name)
    assert installed.read_text(encoding="utf-8") == text, "install the package again"


def test_every_word_is_a_member_with_its_texts() -> None:
    tables = vocabularies()
    assert len(tables) == len({table["type"] for table in tables}) == len(vocab.__all__) - 1
    for table in tables:
        words = getattr(vocab, table["type"])
        assert issubclass(words, Word)
        assert [word.value for word in words] == [row["text"] for row in table["words"]]
        for word, row in zip(words, table["words"], strict=True):
            assert (word.meaning, word.class_, word.seen) == (
                row["meaning"],
                row["class"],
                row["seen"],
            )


def test_every_reason_is_a_member_with_its_texts() -> None:
    assert [reason.value for reason in Reason] == [texts["reason"] for texts in reasons()]
    for reason, texts in zip(Reason, reasons(), strict=True):
        found = {name: getattr(reason, name) for name in texts if name != "reason"}
        assert {"reason": str(reason), **found} == texts
    funds = Reason.FUNDS_EXHAUSTED
    assert funds.ask == "account_manager"
    assert "rate limit" in funds.happened
    assert funds.bring == ["time", "status", "identifier"]
    assert Reason.GATEWAY_TIMEOUT.outcome_unknown
    assert not Reason.ORIGIN_UNREACHABLE.outcome_unknown
    assert Reason.TOKEN_CREATED.ask is None


def test_members_print_and_compare_as_their_value() -> None:
    word = Overall.EXPIRED_DELETED
    assert f"{word}" == str(word) == "%s" % word == word.value == "EXPIRED-DELETED"
    assert json.dumps([word]) == '["EXPIRED-DELETED"]'
    assert {"EXPIRED-DELETED": 1}[word] == 1
    assert Overall("APPROVED") is Overall.APPROVED
    with pytest.raises(ValueError, match="approved"):
        Overall("approved")
    for member in (word, Tag.NAME, Reason.RATE_LIMITED):
        assert pickle.loads(pickle.dumps(member)) is member
        assert copy.deepcopy(member) is member


def test_results_hold_plain_text_that_compares_with_members() -> None:
    found = classify_response(402, attempt=1)
    assert type(found.reason) is str
    assert found.reason == Reason.FUNDS_EXHAUSTED
    assert Reason(found.reason).hint == found.hint
    with pytest.raises(AttributeError):
        Reason.RATE_LIMITED.hint = "other"  # type: ignore[misc]
    assert idenfy_rules.vocab is vocab
