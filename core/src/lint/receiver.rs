//! What a receiver does with a delivery.

use serde::Deserialize;

use crate::report::Report;

use super::finding::Inspection;
use super::rule::Rule;

/// An answer that takes longer is not prompt; deciding takes microseconds.
const PROMPT_SECONDS: i32 = 2;
/// Most senders give up after this long. The vendor publishes no number.
const LONGEST_SECONDS: i32 = 10;

/// What was seen of a receiver, or read in its code; `None` is what is not known.
///
/// ```
/// use idenfy_rules::lint::{Receiver, lint_receiver};
/// let receiver = Receiver { status: Some(204), verifies_raw_body: Some(false), ..Receiver::default() };
/// let codes: Vec<_> = lint_receiver(&receiver).iter().map(|found| found.code).collect();
/// assert_eq!(codes, ["receiver.status_not_200", "receiver.parsed_first"]);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Receiver {
    /// The HTTP status that it answers a genuine delivery with.
    pub status: Option<u16>,
    /// How long that takes, in seconds.
    pub seconds: Option<f64>,
    /// Whether it checks the signature at all.
    pub verifies: Option<bool>,
    /// Whether it checks it over the raw body, before anything parses the body.
    pub verifies_raw_body: Option<bool>,
    /// Whether the delivery is stored when the answer goes out.
    pub stores_before_answering: Option<bool>,
}

/// Looks at the behaviour of a receiver. Pointers name the members of [`Receiver`].
///
/// Source: the vendor's FAQ on webhooks that do not arrive, 2026.
#[must_use]
pub fn lint_receiver(receiver: &Receiver) -> Report {
    let mut inspection = Inspection::default();
    match receiver.status {
        Some(200) | None => {}
        Some(201..=299) => inspection.report_at("status", Rule::ReceiverStatusNot200),
        Some(_) => inspection.report_at("status", Rule::ReceiverStatus),
    }
    let limits = [(LONGEST_SECONDS, Rule::ReceiverTooSlow), (PROMPT_SECONDS, Rule::ReceiverSlow)];
    if let Some((limit, rule)) = limits.into_iter().find(|(limit, _)| receiver.exceeds(*limit)) {
        inspection.report_with("seconds", rule, "seconds", i64::from(limit));
    }
    let duties = [
        ("verifies", receiver.verifies, Rule::ReceiverUnverified),
        ("verifies_raw_body", receiver.verifies_raw_body, Rule::ReceiverParsedFirst),
        ("stores_before_answering", receiver.stores_before_answering, Rule::ReceiverEarlyAnswer),
    ];
    for (part, _, rule) in duties.into_iter().filter(|(_, done, _)| *done == Some(false)) {
        inspection.report_at(part, rule);
    }
    inspection.into_report()
}

impl Receiver {
    /// Whether it takes longer than some seconds. What is not a number takes for ever.
    fn exceeds(&self, limit: i32) -> bool {
        self.seconds.is_some_and(|seconds| seconds.is_nan() || seconds > f64::from(limit))
    }
}
