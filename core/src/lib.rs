//! Rules for teams that verify customers through the iDenfy KYC API: pure, offline, unofficial.
//!
//! Three jobs, each one call:
//!
//! 1. **validate**: is this `POST /api/v2/token` body one that the API will take?
//! 2. **classify**: what does this HTTP answer, or this transport failure, ask of us?
//! 3. **decide**: what does this webhook mean for the person, by a policy that compliance
//!    people can read?
//!
//! ```
//! use idenfy_rules::{Action, Arrival, Context, Outcome, Policy, Profile, Response};
//!
//! let report = idenfy_rules::validate(br#"{"clientId": "c-1", "country": "UK"}"#, &Profile::default());
//! assert_eq!(report.errors().next().unwrap().code, "country.unknown");
//!
//! let refused = Response::new(402, &[], b"");
//! let classification = idenfy_rules::classify(&refused, &Context::new(1)?);
//! assert_eq!(classification.action, Action::Escalate);
//!
//! let body = br#"{"scanRef": "s-1", "status": {"overall": "APPROVED"}, "final": true}"#;
//! let header = idenfy_rules::sign(body, b"signing key")?;
//! let policy = Policy::documented();
//! let decision = policy.receive(body, Some(header.as_bytes()), &[b"signing key"], &Arrival::default())?;
//! assert_eq!(decision.outcome, Outcome::Accept);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Scope
//!
//! The vendor's pages differ from each other. Where they do, the error page of 2026 decides
//! what a token request may hold, the OpenAPI document of 2026-09 gives names and types, and
//! older pages count only where nothing newer contradicts them. Every table names its source.
//! What no page settles never helps a person to be accepted.
//!
//! # What it does not do
//!
//! There is no I/O, clock, environment or randomness in here: time, attempt numbers and jitter
//! are arguments, keys are passed in, and storing is yours. No message, `Debug` text, decision
//! or error holds personal data, a key or a digest of one.
//!
//! # Stability
//!
//! Codes, reasons and numbers are never reused. Vocabularies and codes may grow; outcomes and
//! actions are closed. Minimum Rust version: 1.89.
#![forbid(unsafe_code)]

mod country;
mod date;
mod error;
mod facts;
pub mod history;
mod https;
mod json;
pub mod lint;
mod pointer;
pub mod policy;
mod report;
pub mod response;
mod source;
mod suggest;
pub mod token;
pub mod vocab;
pub mod webhook;

pub use country::Country;
pub use date::Date;
pub use error::InputError;
pub use history::{Record, Start, Transition, may_start, reconcile};
pub use json::Limits;
pub use pointer::Pointer;
pub use policy::batch::{BatchOptions, Line};
pub use policy::{
    Arrival, Decision, DecisionError, Lifecycle, NextStep, Outcome, Policy, PolicyError, Scratch,
};
pub use report::{Param, Report, ReportError, Severity, Violation};
pub use response::{
    Action, Classification, Context, Delay, EscalateTo, Evidence, Jitter, Operation, PlannedWait,
    Reason, Response, RetryBudget, RetryPlan, TokenResponse, TransportKind, classify,
    classify_transport,
};
pub use token::{Environment, Feature, Profile, TokenRequest, validate};
pub use webhook::{SignatureError, SigningKey, WebhookError, sign, verify};

/// The version of this library.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The README, so that its examples are compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
