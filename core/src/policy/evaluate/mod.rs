//! From the bytes of a webhook to a decision: fast where that is sure, else plainly.

mod fast;
mod plain;
mod scratch;

use std::sync::Arc;

use crate::date::Date;
use crate::error::InputError;
use crate::facts::Facts;
use crate::json::{Sure, Unsure};
use crate::vocab::{Event, EventKind};
use crate::webhook::{self, Delivery};

use super::decision::Decision;
use super::error::DecisionError;
use super::explanation::{self, Explanation};
use super::outcome::{NextStep, Outcome};
use super::{Arrival, Policy, TODAY_REQUIRED};

pub use scratch::Scratch;

impl Policy {
    /// Verifies, reads and decides, in that order. For webhooks that arrive.
    ///
    /// `body` is the raw body, `signature` the bytes of the `Idenfy-Signature` header, `keys`
    /// one or several signing keys.
    ///
    /// # Errors
    /// [`DecisionError`]: not genuine, not usable, or `policy.today_required`. Answer with its
    /// [`http_status`](DecisionError::http_status).
    ///
    /// ```
    /// use idenfy_rules::policy::{Outcome, Policy};
    /// use idenfy_rules::webhook::sign;
    /// let body = br#"{"scanRef": "s", "final": true, "status": {"overall": "APPROVED"}}"#;
    /// let header = sign(body, b"key").unwrap();
    /// let policy = Policy::documented();
    /// let decision = policy.receive(body, Some(header.as_bytes()), &[b"key"], &Default::default());
    /// assert_eq!(decision.unwrap().outcome, Outcome::Accept);
    ///
    /// let error = policy.receive(body, None, &[b"key"], &Default::default()).unwrap_err();
    /// assert_eq!((error.code(), error.http_status()), ("signature.missing", 401));
    /// ```
    pub fn receive<K: webhook::Key>(
        &self,
        body: &[u8],
        signature: Option<&[u8]>,
        keys: &[K],
        arrival: &Arrival<'_>,
    ) -> Result<Decision, DecisionError> {
        let (mut scratch, mut decision) = (Scratch::new(), Decision::default());
        self.receive_into(body, signature, keys, arrival, &mut scratch, &mut decision)?;
        Ok(decision)
    }

    /// The same as [`receive`](Self::receive), into a decision that is used again and again:
    /// after a few webhooks it allocates nothing.
    ///
    /// # Errors
    /// As of `receive`. The decision is then empty, its outcome is [`Outcome::None`].
    ///
    /// ```
    /// use idenfy_rules::{Arrival, Decision, Outcome, Policy, Scratch};
    /// let (policy, arrival) = (Policy::documented(), Arrival::default());
    /// let (mut scratch, mut decision) = (Scratch::new(), Decision::default());
    /// let body = br#"{"scanRef": "s", "final": true, "status": {"overall": "APPROVED"}}"#;
    /// let header = idenfy_rules::sign(body, b"key")?;
    /// let signature = Some(header.as_bytes());
    /// policy.receive_into(body, signature, &[b"key"], &arrival, &mut scratch, &mut decision)?;
    /// assert_eq!((decision.outcome, decision.verified), (Outcome::Accept, true));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn receive_into<K: webhook::Key>(
        &self,
        body: &[u8],
        signature: Option<&[u8]>,
        keys: &[K],
        arrival: &Arrival<'_>,
        scratch: &mut Scratch,
        decision: &mut Decision,
    ) -> Result<(), DecisionError> {
        self.empty(scratch, decision);
        let digest = if arrival.digest {
            Some(webhook::verify_and_digest(body, signature, keys)?)
        } else {
            webhook::verify(body, signature, keys)?;
            None
        };
        self.decide_into(body, arrival, scratch, decision)?;
        scratch.spare.keep_digest(digest, decision);
        decision.verified = true;
        Ok(())
    }

    /// Reads and decides without looking at a signature. For replay and tests.
    ///
    /// # Errors
    /// [`DecisionError`]: the body is not usable, or `policy.today_required`.
    pub fn evaluate(&self, body: &[u8], arrival: &Arrival<'_>) -> Result<Decision, DecisionError> {
        self.evaluate_with(body, arrival, &mut Scratch::new())
    }

    /// The same, with the buffers of the last call.
    pub(super) fn evaluate_with(
        &self,
        body: &[u8],
        arrival: &Arrival<'_>,
        scratch: &mut Scratch,
    ) -> Result<Decision, DecisionError> {
        let mut decision = Decision::default();
        self.evaluate_into(body, arrival, scratch, &mut decision)?;
        Ok(decision)
    }

    /// The same as [`evaluate`](Self::evaluate), into a decision that is used again and again:
    /// after a few webhooks it allocates nothing. Only a body that is left to the plain reader
    /// does: one that is faulty or unusual, as by escapes in its keys, or that is no verdict.
    ///
    /// # Errors
    /// As of `evaluate`. The decision is then empty, its outcome is [`Outcome::None`].
    ///
    /// ```
    /// use idenfy_rules::policy::{Arrival, Decision, Outcome, Policy, Scratch};
    /// let policy = Policy::documented();
    /// let (mut scratch, mut decision) = (Scratch::new(), Decision::default());
    /// let bodies = ["APPROVED", "SUSPECTED"].map(|overall| {
    ///     format!(r#"{{"scanRef": "s", "final": true, "status": {{"overall": "{overall}"}}}}"#)
    /// });
    /// let mut outcomes = Vec::new();
    /// for body in &bodies {
    ///     policy.evaluate_into(body.as_bytes(), &Arrival::default(), &mut scratch, &mut decision)?;
    ///     outcomes.push(decision.outcome);
    /// }
    /// assert_eq!(outcomes, [Outcome::Accept, Outcome::Review]);
    /// # Ok::<(), idenfy_rules::DecisionError>(())
    /// ```
    pub fn evaluate_into(
        &self,
        body: &[u8],
        arrival: &Arrival<'_>,
        scratch: &mut Scratch,
        decision: &mut Decision,
    ) -> Result<(), DecisionError> {
        self.empty(scratch, decision);
        self.decide_into(body, arrival, scratch, decision)?;
        // Made last, since a body that is refused may be of any size.
        let digest = arrival.digest.then(|| webhook::digest(body));
        scratch.spare.keep_digest(digest, decision);
        Ok(())
    }

    /// The same as [`evaluate`](Self::evaluate), rule by rule over a tree of the whole body: the
    /// specification that the fast path is compared with. For tests.
    ///
    /// # Errors
    /// As of `evaluate`.
    #[doc(hidden)]
    pub fn evaluate_plainly(
        &self,
        body: &[u8],
        arrival: &Arrival<'_>,
    ) -> Result<Decision, DecisionError> {
        let delivery = self.read(body, arrival)?;
        let digest = arrival.digest.then(|| webhook::hex(&webhook::digest(body)));
        Ok(self.decide(&delivery, arrival.today, digest))
    }

    /// Decides about a body that was read, plainly.
    pub(super) fn decide(
        &self,
        delivery: &Delivery<'_>,
        today: Option<Date>,
        digest: Option<String>,
    ) -> Decision {
        Decision { body_sha256: digest, ..plain::decide(self, delivery, today) }
    }

    /// What every rule says about a webhook, whether or not its lifecycle lets the rules decide.
    ///
    /// # Errors
    /// [`DecisionError`]: the body is not usable, or `policy.today_required`.
    ///
    /// ```
    /// use idenfy_rules::Policy;
    /// let body = br#"{"scanRef": "s", "final": true, "status": {"overall": "APPROVED"}}"#;
    /// let explanation = Policy::documented().explain(body, &Default::default()).unwrap();
    /// let approved = &explanation.rules[0];
    /// assert_eq!((approved.id.as_str(), approved.result), ("approved", "true"));
    /// assert_eq!(approved.facts[0].word, Some("APPROVED"));
    /// ```
    pub fn explain(
        &self,
        body: &[u8],
        arrival: &Arrival<'_>,
    ) -> Result<Explanation, DecisionError> {
        let delivery = self.read(body, arrival)?;
        if delivery.notice().is_some() {
            return Ok(Explanation { rules: Vec::new() });
        }
        let facts = Facts::read(&delivery, arrival.today);
        Ok(explanation::explain(&self.rules, &facts))
    }

    /// Empties a decision, so that no failure leaves the last one there.
    fn empty(&self, scratch: &mut Scratch, decision: &mut Decision) {
        scratch.spare.take(decision);
        if !Arc::ptr_eq(&decision.policy, &self.identity) {
            decision.policy = Arc::clone(&self.identity);
        }
        decision.format = Decision::FORMAT;
        decision.outcome = Outcome::None;
        decision.lifecycle = None;
        decision.notice = None;
        decision.r#final = None;
        decision.verified = false;
        decision.next_step = NextStep::None;
        decision.http_status = Decision::HTTP_STATUS;
    }

    /// Decides into an empty decision.
    fn decide_into(
        &self,
        body: &[u8],
        arrival: &Arrival<'_>,
        scratch: &mut Scratch,
        decision: &mut Decision,
    ) -> Result<(), DecisionError> {
        self.demand_today(arrival.today)?;
        let Scratch { scan, work, spare } = scratch;
        let event = verdict_event(arrival.event_type);
        match event
            .and_then(|event| Ok(scan.read(body, &arrival.limits)?.arrived(event, arrival.today)))
        {
            Ok(reading) => fast::decide(self, &reading, (work, spare), decision),
            Err(Unsure) => {
                let delivery = webhook::parse(body, arrival.event_type, &arrival.limits)?;
                *decision = self.decide(&delivery, arrival.today, None);
            }
        }
        Ok(())
    }

    pub(super) fn demand_today(&self, today: Option<Date>) -> Result<(), InputError> {
        if self.needs_today && today.is_none() {
            let message = "the policy asks `age` or `daysToExpiry`, so it must be told `today`";
            return Err(InputError::new(TODAY_REQUIRED, message));
        }
        Ok(())
    }

    /// Reads a body, plainly.
    pub(super) fn read<'b>(
        &self,
        body: &'b [u8],
        arrival: &Arrival<'_>,
    ) -> Result<Delivery<'b>, DecisionError> {
        self.demand_today(arrival.today)?;
        Ok(webhook::parse(body, arrival.event_type, &arrival.limits)?)
    }
}

/// The event of a header, if it announces a verdict or an end; every other one is a notice, which
/// is for the plain reader.
fn verdict_event(header: Option<&str>) -> Sure<Option<Event>> {
    let Some(text) = header.filter(|text| !text.is_empty()) else { return Ok(None) };
    let event = Event::from_word(text).ok_or(Unsure)?;
    match event.kind() {
        EventKind::Verdict | EventKind::Ended => Ok(Some(event)),
        EventKind::Notice | EventKind::OtherProduct => Err(Unsure),
    }
}

#[cfg(test)]
mod tests;
