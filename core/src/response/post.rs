//! What comes after the tables: the rules about attempts and waiting, and the final form.

use super::verdict::Verdict;
use super::{
    Action, Classification, Context, EscalateTo, Reason, TokenResponse, TransportKind, delay, kind,
};
use crate::pointer::Pointer;
use crate::vocab::parameter;

/// What was seen of an answer besides the verdict; nothing for a failure without an answer.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) status: Option<u16>,
    pub(super) identifier: Option<String>,
    pub(super) pointers: Vec<Pointer>,
    pub(super) disagreement: bool,
    pub(super) retry_after_s: Option<u64>,
    pub(super) transport: Option<TransportKind>,
    pub(super) token: Option<TokenResponse>,
}

/// Ten thousand calls per hour. Source: `TOO_MANY_REQUESTS` in kyc/id-error-messages (2026).
const PACING_MS: u64 = 360;

/// A rule replaces a verdict, or leaves it.
pub(super) type PostRule = fn(&Verdict, &Seen, &Context<'_>) -> Option<Verdict>;

/// The first that replaces wins.
pub(super) const RULES: &[PostRule] = &[cancelled, too_long, exhausted, after_a_lost_answer];

/// Puts everything together. What the first verdict implies (an unknown outcome, a pace to
/// keep) stays true when a rule replaces it.
pub(super) fn conclude(
    first: Verdict,
    seen: Seen,
    context: &Context<'_>,
    rules: &[PostRule],
) -> Classification {
    let replaced = rules.iter().find_map(|rule| rule(&first, &seen, context));
    let last = replaced.unwrap_or(first);
    let considered = first.action == Action::Retry;
    let retryable = last.action == Action::Retry;
    let retry_after_s = seen.retry_after_s.filter(|_| considered);
    let not_before_unix = not_before_unix(first.reason, context);
    let stated_s = retry_after_s.max(scheduled_s(first.reason, not_before_unix, context));
    Classification {
        action: last.action,
        reason: last.reason,
        escalate_to: last.escalate_to,
        pointers: seen.pointers,
        retryable,
        delay: retryable.then(|| delay::delay(context.attempt(), stated_s, context.jitter)),
        retry_after_s,
        not_before_unix,
        pacing_ms: (first.reason == Reason::RateLimited).then_some(PACING_MS),
        outcome_unknown: first.reason.outcome_unknown(),
        underlying: (considered && !retryable).then_some(first.reason),
        disagreement: seen.disagreement,
        status: seen.status,
        identifier: seen.identifier,
        hint: last.reason.hint(),
        token: seen.token.filter(|_| last.reason == Reason::TokenCreated),
    }
}

/// A caller who cancelled while the body came in does not want another attempt.
fn cancelled(verdict: &Verdict, seen: &Seen, _: &Context<'_>) -> Option<Verdict> {
    let cancelled = seen.transport == Some(TransportKind::Cancelled);
    (verdict.action == Action::Retry && cancelled).then_some(kind::CANCELLED)
}

/// A stated wait is never shortened: above the cap the job has to be rescheduled.
fn too_long(verdict: &Verdict, seen: &Seen, context: &Context<'_>) -> Option<Verdict> {
    let over = seen.retry_after_s.is_some_and(|wait| wait > context.retry_after_cap_s);
    (verdict.action == Action::Retry && over)
        .then_some(Verdict::escalate(Reason::RetryAfterTooLong, EscalateTo::Operations))
}

fn exhausted(verdict: &Verdict, _: &Seen, context: &Context<'_>) -> Option<Verdict> {
    // Waiting for a token to expire is a scheduled wait, not a failure that repeats.
    let counts = verdict.reason != Reason::TokenNotExpiredYet;
    let spent = counts && context.attempt() >= context.max_attempts;
    let over = verdict.action == Action::Retry && (spent || context.retry_budget_empty);
    let to = verdict.reason.ask().unwrap_or(EscalateTo::IdenfySupport);
    over.then_some(Verdict::escalate(Reason::RetriesExhausted, to))
}

/// A conflict after a lost answer is most likely our own session.
fn after_a_lost_answer(verdict: &Verdict, _: &Seen, context: &Context<'_>) -> Option<Verdict> {
    let conflict = verdict.reason == Reason::ClientIdConflict;
    (conflict && context.previous_outcome_unknown)
        .then_some(Verdict { reason: Reason::SessionProbablyCreated, ..*verdict })
}

/// A wait that is scheduled lasts until its moment: no attempt limit ends it, so a backoff would ask
/// again and again. Only where that moment is known, not where it is the latest that can be.
fn scheduled_s(reason: Reason, not_before_unix: Option<i64>, context: &Context<'_>) -> Option<u64> {
    let lasting = [context.expiry_time_s, context.session_length_s];
    let known = lasting.iter().all(|seconds| seconds.is_some_and(|seconds| seconds > 0));
    let scheduled = known && reason == Reason::TokenNotExpiredYet;
    let left = not_before_unix.filter(|_| scheduled)?.saturating_sub(context.now_unix?);
    u64::try_from(left).ok().filter(|seconds| *seconds > 0)
}

/// When the session in the way is surely over: opened in the last second and used to the full.
fn not_before_unix(reason: Reason, context: &Context<'_>) -> Option<i64> {
    let waits = matches!(reason, Reason::ClientIdConflict | Reason::TokenNotExpiredYet);
    let created = context.created_at_unix.filter(|_| waits)?;
    let known = |seconds: Option<u64>, longest: i64| {
        seconds.filter(|seconds| *seconds > 0).unwrap_or(longest.unsigned_abs())
    };
    let expiry = known(context.expiry_time_s, parameter::EXPIRY_TIME_MAX_S);
    let session = known(context.session_length_s, parameter::SESSION_LENGTH_MAX_S);
    Some(created.saturating_add_unsigned(expiry).saturating_add_unsigned(session))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_that_has_come_schedules_no_wait() {
        let wait = |now: i64| {
            let mut context = Context::new(1).unwrap();
            context.now_unix = Some(now);
            context.expiry_time_s = Some(1);
            context.session_length_s = Some(60);
            scheduled_s(Reason::TokenNotExpiredYet, Some(1_000), &context)
        };
        assert_eq!([999, 1_000, 1_001].map(wait), [Some(1), None, None]);
    }
}
