//! Response vectors: what an answer, or a failure without one, asks of the caller.

use idenfy_rules::response::{
    Classification, Context, Jitter, Operation, Response, TransportKind, classify,
    classify_transport,
};

use crate::compare::{differences, exact_keys, exact_keys_unless_null};
use crate::files::Vector;
use crate::forms::{ResponseInput, bytes, form};

const CLASSIFICATION_KEYS: &[&str] = &[
    "action",
    "reason",
    "escalate_to",
    "pointers",
    "retryable",
    "delay",
    "retry_after_s",
    "not_before_unix",
    "pacing_ms",
    "outcome_unknown",
    "underlying",
    "disagreement",
    "status",
    "identifier",
    "hint",
];
const DELAY_KEYS: &[&str] = &["min_ms", "max_ms", "ms"];

pub fn check(case: &Vector) -> Result<Vec<String>, String> {
    let input: ResponseInput = form(&case.input)?;
    let found = classified(&input)?;
    let form = serde_json::to_value(&found).expect("a classification serialises");

    let mut failures = differences(&case.expect, &form);
    failures.extend(exact_keys("a classification", &form, CLASSIFICATION_KEYS));
    failures.extend(exact_keys_unless_null("a delay", &form["delay"], DELAY_KEYS));
    if classified(&input)? != found {
        failures.push("the same answer is classified in two ways".to_owned());
    }
    Ok(failures)
}

fn classified(input: &ResponseInput) -> Result<Classification, String> {
    let context = context(input)?;
    let kind = input.transport.as_deref().map(TransportKind::read);
    let body = match (&input.body, &input.body_base64) {
        (None, None) => Vec::new(),
        (text, base64) => bytes(None, text.as_deref(), base64.as_deref())?,
    };
    let headers: Vec<(&str, &str)> = input
        .headers
        .iter()
        .flat_map(|(name, one)| one.values().iter().map(|value| (name.as_str(), value.as_str())))
        .collect();
    match (input.status, kind) {
        (None, None) => Err("there is neither a status nor a transport failure".to_owned()),
        (None, Some(kind)) => Ok(classify_transport(kind, &context)),
        (Some(status), kind) => {
            let whole = Response::new(status, &headers, &body);
            let response = kind.map_or(whole, |kind| whole.with_transport(kind));
            Ok(classify(&response, &context))
        }
    }
}

fn context(input: &ResponseInput) -> Result<Context<'_>, String> {
    let known = &input.context;
    let mut context = Context::new(input.attempt).map_err(|error| error.to_string())?;
    if let Some(operation) = &input.operation {
        context.operation = Operation::read(operation).map_err(|error| error.to_string())?;
    }
    if let Some(attempts) = known.max_attempts {
        context.max_attempts = attempts;
    }
    if let Some(cap) = known.retry_after_cap_s {
        context.retry_after_cap_s = cap;
    }
    context.previous_outcome_unknown = known.previous_outcome_unknown.unwrap_or_default();
    context.retry_budget_empty = known.retry_budget_empty.unwrap_or_default();
    context.client_id = known.client_id.as_deref();
    context.created_at_unix = known.created_at_unix;
    context.expiry_time_s = known.expiry_time_s;
    context.session_length_s = known.session_length_s;
    context.now_unix = known.now_unix;
    context.jitter =
        known.jitter.map(Jitter::new).transpose().map_err(|error| error.to_string())?;
    Ok(context)
}
