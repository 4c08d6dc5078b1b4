//! Sends a request, and again, as far as the library says.

use std::thread;
use std::time::Duration;

use chrono::Utc;
use idenfy_rules::history::StartLimits;
use idenfy_rules::{
    Classification, Context, Jitter, Response, RetryBudget, TransportKind, classify,
    classify_transport,
};
use reqwest::blocking::Client;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::redirect;

use crate::Failure;
use crate::settings::Settings;
use crate::transport::{Answer, send};

/// Sends until the library says to stop. Attempts limit one call, a budget all of a program.
pub fn call(
    settings: &Settings,
    body: &[u8],
    client_id: &str,
    last: &StartLimits,
) -> Result<Classification, Failure> {
    let client = client(settings)?;
    let mut budget = RetryBudget::new(settings.budget);
    let mut lost = false;
    for attempt in 1.. {
        let answer = send(&client, &settings.url, body);
        let mut context = Context::new(attempt)?;
        context.client_id = Some(client_id);
        context.created_at_unix = last.created_at_unix;
        context.expiry_time_s = last.expiry_time_s.map(u64::from);
        context.session_length_s = last.session_length_s.map(u64::from);
        context.now_unix = Some(Utc::now().timestamp());
        context.jitter = Some(Jitter::new(fastrand::f64())?);
        context.previous_outcome_unknown = lost;
        context.retry_budget_empty = budget.is_empty();
        let mut found = judge(&answer, &context);
        let left = budget.spend(&found);
        if left.is_none() {
            context.retry_budget_empty = true;
            found = judge(&answer, &context);
        }
        eprintln!("{}", serde_json::to_string(&found)?);
        let Some(delay) = found.delay else { return Ok(found) };
        let wait = Duration::from_millis(delay.ms.unwrap_or(delay.max_ms));
        thread::sleep(wait.mul_f64(settings.time_scale));
        budget = left.unwrap_or(budget);
        lost |= found.outcome_unknown;
    }
    Err("no attempt is left".into())
}

fn client(settings: &Settings) -> Result<Client, Failure> {
    let mut authorization = HeaderValue::from_str(&settings.authorization)?;
    authorization.set_sensitive(true);
    let json = HeaderValue::from_static("application/json");
    let headers = HeaderMap::from_iter([(AUTHORIZATION, authorization), (CONTENT_TYPE, json)]);
    rustls::crypto::ring::default_provider().install_default().map_err(|_| "no TLS")?;
    Ok(Client::builder()
        .default_headers(headers)
        .redirect(redirect::Policy::none())
        .timeout(settings.timeout)
        .build()?)
}

fn judge(answer: &Answer, context: &Context<'_>) -> Classification {
    let headers: Vec<_> = answer.headers.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    match (answer.status, answer.transport) {
        (Some(status), None) => classify(&Response::new(status, &headers, &answer.body), context),
        (Some(status), Some(kind)) => {
            let response = Response::new(status, &headers, &answer.body);
            classify(&response.with_transport(kind), context)
        }
        (None, kind) => classify_transport(kind.unwrap_or(TransportKind::Unknown), context),
    }
}
