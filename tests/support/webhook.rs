//! Webhook vectors: what a delivery means under a policy, or why its body cannot be used.

use idenfy_rules::policy::{Arrival, Decision, DecisionError, Policy};
use idenfy_rules::{Date, sign};
use serde_json::Value;

use crate::compare::{differences, exact_keys, exact_keys_of_items, exact_keys_unless_null};
use crate::explain;
use crate::files::Vector;
use crate::forms::{ErrorExpect, WebhookInput, bytes, form};

const DECISION_KEYS: &[&str] = &[
    "format",
    "outcome",
    "lifecycle",
    "rules",
    "undecided",
    "flags",
    "unknown",
    "notice",
    "scan_ref",
    "event",
    "final",
    "verified",
    "body_sha256",
    "policy",
    "next_step",
    "http_status",
];
pub const POLICY_KEYS: &[&str] = &["name", "revision", "fingerprint", "vocabulary"];
const KEY: &[u8] = b"signing key of the vectors";

/// A webhook and the policy that it meets.
pub struct Given {
    pub policy: Policy,
    pub body: Vec<u8>,
    event: Option<String>,
    today: Option<Date>,
    is_raw: bool,
}

impl Given {
    pub fn read(input: &Value) -> Result<Self, String> {
        let input: WebhookInput = form(input)?;
        let (payload, text) = (input.payload.as_ref(), input.body.as_deref());
        let today = input.today.as_deref().map(Date::read).transpose();
        Ok(Self {
            policy: policy(&input.policy)?,
            body: bytes(payload, text, input.body_base64.as_deref())?,
            today: today.map_err(|error| error.to_string())?,
            is_raw: text.is_some(),
            event: input.event,
        })
    }

    pub fn arrival(&self) -> Arrival<'_> {
        Arrival { event_type: self.event.as_deref(), today: self.today, ..Arrival::default() }
    }
}

pub fn check(case: &Vector) -> Result<Vec<String>, String> {
    let given = Given::read(&case.input)?;
    let found = given.policy.evaluate(&given.body, &given.arrival());
    let mut failures = signed_faults(&given, &found);
    failures.extend(explain::faults(&given, &found));
    if case.expect.get("error").is_some() {
        failures.extend(error_faults(&case.expect, &found)?);
        return Ok(failures);
    }
    match found {
        Ok(decision) => {
            let form = serde_json::to_value(&decision).expect("a decision serialises");
            failures.extend(differences(&case.expect, &form));
            failures.extend(form_faults(&form));
            if given.is_raw && case.expect.get("body_sha256").is_none() {
                failures.push("a vector with a raw body must claim its `body_sha256`".to_owned());
            }
        }
        Err(error) => failures.push(format!("expected a decision, found {}", error.code())),
    }
    Ok(failures)
}

/// The policy that a vector names, or gives in full.
pub fn policy(named: &Value) -> Result<Policy, String> {
    match named {
        Value::String(name) if name == "documented" => Ok(Policy::documented()),
        Value::String(name) if name == "strict" => Ok(Policy::strict()),
        Value::Object(_) => Policy::from_json(named.to_string().as_bytes(), None)
            .map_err(|error| format!("the policy does not load: {error} at {}", error.pointer())),
        _ => Err("`policy` is `documented`, `strict` or a document".to_owned()),
    }
}

/// Whether the call failed as the vector claims.
pub fn error_faults<T>(
    expect: &Value,
    found: &Result<T, DecisionError>,
) -> Result<Vec<String>, String> {
    let expect: ErrorExpect = form(expect)?;
    let Err(error) = found else {
        return Ok(vec![format!("expected {}, found none", expect.error)]);
    };
    let mut failures = Vec::new();
    if error.code() != expect.error {
        failures.push(format!("expected {}, found {}", expect.error, error.code()));
    }
    if let Some(wanted) = &expect.pointer {
        let found = match error {
            DecisionError::Webhook(error) => Some(error.pointer().as_str()),
            _ => None,
        };
        if found != Some(wanted) {
            failures.push(format!("expected the place `{wanted}`, found {found:?}"));
        }
    }
    Ok(failures)
}

/// The same body, signed and received, must come to the same end; and so must a second look.
fn signed_faults(given: &Given, found: &Result<Decision, DecisionError>) -> Vec<String> {
    let (policy, body, arrival) = (&given.policy, &given.body, &given.arrival());
    let header = sign(body, KEY).expect("the key is not empty");
    let received = policy.receive(body, Some(header.as_bytes()), &[KEY], arrival);
    let expected = found.clone().map(|mut decision| {
        decision.verified = true;
        decision
    });
    let mut failures = Vec::new();
    if received != expected {
        failures.push(format!("`receive` says {received:?}, `evaluate` {found:?}"));
    }
    let again = policy.evaluate(body, arrival);
    let texts = [found, &again].map(|result| {
        result.as_ref().map(|decision| serde_json::to_string(decision).unwrap_or_default())
    });
    if texts[0] != texts[1] {
        failures.push("the same body has two decisions".to_owned());
    }
    failures
}

fn form_faults(form: &Value) -> Vec<String> {
    let mut failures = exact_keys("a decision", form, DECISION_KEYS);
    failures.extend(exact_keys("`policy`", &form["policy"], POLICY_KEYS));
    failures.extend(exact_keys_of_items("`undecided`", &form["undecided"], &["rule", "facts"]));
    failures.extend(exact_keys_of_items("`flags`", &form["flags"], &["tag", "kind", "class"]));
    failures.extend(exact_keys_of_items("`unknown`", &form["unknown"], &["fact", "word"]));
    let notice = &form["notice"];
    failures.extend(exact_keys_unless_null("`notice`", notice, &["product", "attention"]));
    if form["verified"] != Value::Bool(false) {
        failures.push("`evaluate` calls a body verified".to_owned());
    }
    failures
}
