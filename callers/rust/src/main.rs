//! Asks iDenfy for a token in Rust, with reqwest: validate, may_start, send, classify, retry.
//!
//! ```sh
//! CALLER_KEYS_FILE=api-keys.txt make caller-rust REQUEST=request.json
//! ```
//!
//! Prints the link that opens the session, which is a secret, to standard output, and one line of
//! JSON for each answer to standard error. docs/callers.md says what it is told and how it ends.

mod call;
mod sessions;
mod settings;
mod transport;

use std::process::ExitCode;
use std::{env, fs};

use chrono::{DateTime, Utc};
use idenfy_rules::history::StartLimits;
use idenfy_rules::lint::{Host, redirect_url};
use idenfy_rules::{Action, Date, Profile, TokenResponse, may_start, validate};
use sessions::Sessions;
use settings::Settings;

/// What keeps it from calling; no text of it shows a key.
type Failure = Box<dyn std::error::Error + Send + Sync>;

/// How it ends, in the numbers of sysexits.h.
const INVALID: u8 = 65;
const ESCALATED: u8 = 69;
const NOT_NOW: u8 = 75;
const UNCONFIGURED: u8 = 78;

fn main() -> ExitCode {
    let Some(request) = env::args().nth(1) else {
        eprintln!("usage: caller REQUEST.json");
        return UNCONFIGURED.into();
    };
    match create_token(&request) {
        Ok(end) => end.into(),
        Err(error) => {
            eprintln!("caller: {error}");
            UNCONFIGURED.into()
        }
    }
}

fn create_token(request: &str) -> Result<u8, Failure> {
    let settings = Settings::read()?;
    let body = fs::read(request)?;
    let today = Date::read(&Utc::now().date_naive().to_string())?;
    let report = validate(&body, &Profile::default().today(today));
    for finding in report.violations() {
        let (severity, place) = (finding.severity.as_str(), finding.pointer.as_str());
        eprintln!("{severity} at '{place}': {}", finding.message);
    }
    if !report.is_valid() {
        return Ok(INVALID);
    }

    let request: serde_json::Value = serde_json::from_slice(&body)?;
    let client_id = request.get("clientId").and_then(|id| id.as_str()).unwrap_or_default();
    let sessions = Sessions::open(&settings.database)?;
    let last = sessions.last(client_id)?;
    let limits = StartLimits { max_attempts: Some(settings.max_sessions), ..last.clone() };
    let start = may_start(&sessions.records(client_id)?, Utc::now().timestamp(), &limits);
    if !start.go {
        eprintln!("no new session: {}{}", start.reason.as_str(), until(start.active_until_unix));
        return Ok(NOT_NOW);
    }

    let found = call::call(&settings, &body, client_id, &last)?;
    if let Some(token) = &found.token {
        sessions.add(client_id, token, Utc::now().timestamp())?;
        println!("{}", link(token)?);
    } else {
        eprintln!("{}{}", found.hint, until(found.not_before_unix));
    }
    Ok(match found.action {
        Action::Proceed => 0,
        Action::Fix => INVALID,
        Action::Retry | Action::Escalate => ESCALATED,
    })
}

fn link(token: &TokenResponse) -> Result<String, Failure> {
    match &token.redirect_url {
        Some(url) => Ok(url.clone()),
        None => Ok(redirect_url(&token.auth_token, Host::Ivs)?),
    }
}

fn until(unix: Option<i64>) -> String {
    let end = unix.and_then(|unix| DateTime::<Utc>::from_timestamp(unix, 0));
    end.map_or_else(String::new, |end| format!(", until {}", end.format("%Y-%m-%dT%H:%M:%SZ")))
}
