"""Exceptions: one parent, attributes, pickle."""

from __future__ import annotations

import pickle

import idenfy_rules
import pytest
from idenfy_rules import (
    IdenfyRulesError,
    InputError,
    InternalError,
    Policy,
    PolicyError,
    SignatureError,
    ValidationError,
    WebhookError,
    validate_token,
)


def test_a_syntax_fault_has_its_place() -> None:
    with pytest.raises(WebhookError) as caught:
        Policy.strict().evaluate(b'{\n  "scanRef": Jane}')
    error = caught.value
    assert (error.code, error.pointer, error.http_status) == ("webhook.not_json", "", 400)
    assert (error.line, error.column) == (2, 14)
    assert "Jane" not in str(error)
    with pytest.raises(WebhookError) as caught:
        Policy.strict().evaluate({"scanRef": "s", "status": {}})
    error = caught.value
    assert (error.code, error.pointer) == ("webhook.overall_missing", "/status/overall")
    assert (error.line, error.column) == (None, None)


def test_exceptions_have_one_parent_and_pickle() -> None:
    errors: list[IdenfyRulesError] = [
        InputError("text", "input.body"),
        InputError("text", "input.unknown_key", "jitter"),
        SignatureError("text", "signature.mismatch", 401),
        WebhookError("text", "webhook.not_json", 400, "", 2, 14),
        PolicyError("text", "policy.unknown_fact", "/rules", "overall"),
        ValidationError("text", "report.invalid", validate_token({})),
        InternalError("text", "internal.fault"),
    ]
    exported = {getattr(idenfy_rules, name) for name in idenfy_rules.__all__}
    for error in errors:
        assert isinstance(error, IdenfyRulesError)
        assert type(error) in exported
        assert str(error) == "text"
        twin = pickle.loads(pickle.dumps(error))
        assert type(twin) is type(error)
        assert vars(twin) == vars(error)
        assert twin.code == error.code
