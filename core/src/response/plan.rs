//! The waits of a retry policy, ahead of time.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::delay;
use super::input::Jitter;
use crate::error::InputError;

/// More attempts than this are no retry policy, and too many rows to write down.
const MOST_ATTEMPTS: u32 = 10_000;

/// How long to wait after each attempt that asks for a retry, and when to give up.
///
/// A row belongs to the attempt with its number and says what comes *after* it: the wait before
/// the next one. It is the delay that [`classify`](super::classify) gives for the same attempt,
/// as long as the server names no time of its own (`Retry-After`) and the cap is the default.
/// The last attempt has no row: nothing comes after it.
///
/// The plan neither waits nor draws; the caller has the clock and the random number.
///
/// ```
/// use idenfy_rules::response::{Jitter, RetryPlan};
///
/// let plan = RetryPlan::default();
/// let longest: Vec<u64> = plan.attempts().map(|wait| wait.max_ms).collect();
/// assert_eq!((longest, plan.gives_up_after()), (vec![1_000, 2_000], 3));
///
/// let wait = plan.after(2).unwrap();
/// assert_eq!(wait.draw(Jitter::new(0.25)?), 500);
/// assert_eq!(plan.after(3), None);
/// # Ok::<(), idenfy_rules::InputError>(())
/// ```
///
/// Serialised: `{"attempts": [{"attempt": 1, "min_ms": 0, "max_ms": 1000}, ...],
/// "gives_up_after": 3}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RetryPlan {
    max_attempts: u32,
    cap_ms: u64,
}

/// What comes after one attempt: a wait between two bounds, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct PlannedWait {
    /// The attempt that went before, from 1.
    pub attempt: u32,
    /// The shortest wait. 0: the jitter is full, so that callers do not return all at once.
    pub min_ms: u64,
    /// The longest wait.
    pub max_ms: u64,
}

impl PlannedWait {
    /// The wait that this random number draws.
    #[must_use]
    pub fn draw(&self, jitter: Jitter) -> u64 {
        self.min_ms.saturating_add(jitter.part_of(self.max_ms.saturating_sub(self.min_ms)))
    }
}

impl RetryPlan {
    /// The attempts of the default plan.
    pub const DEFAULT_ATTEMPTS: u32 = super::input::MAX_ATTEMPTS;
    /// The longest wait of the default plan, in milliseconds.
    pub const DEFAULT_CAP_MS: u64 = delay::LONGEST_MS;

    /// Gives up after `max_attempts`, 1 to 10,000; no wait is longer than `cap_ms`, at least 1.
    ///
    /// # Errors
    /// `input.max_attempts` and `input.cap_ms` for numbers outside these limits.
    ///
    /// ```
    /// use idenfy_rules::response::RetryPlan;
    /// let longest: Vec<_> = RetryPlan::new(5, 3_000)?.attempts().map(|wait| wait.max_ms).collect();
    /// assert_eq!(longest, [1_000, 2_000, 3_000, 3_000]);
    /// assert_eq!(RetryPlan::new(0, 3_000).unwrap_err().code(), "input.max_attempts");
    /// # Ok::<(), idenfy_rules::InputError>(())
    /// ```
    pub fn new(max_attempts: u32, cap_ms: u64) -> Result<Self, InputError> {
        if !(1..=MOST_ATTEMPTS).contains(&max_attempts) {
            let message = format!("`max_attempts` must be 1 to {MOST_ATTEMPTS}");
            return Err(InputError::new("input.max_attempts", message));
        }
        if cap_ms == 0 {
            return Err(InputError::new("input.cap_ms", "`cap_ms` must be 1 or more"));
        }
        Ok(Self { max_attempts, cap_ms })
    }

    /// How many attempts there are at most, the first one included.
    #[must_use]
    pub const fn gives_up_after(&self) -> u32 {
        self.max_attempts
    }

    /// The wait after this attempt; `None` when it was the last one, or no attempt at all.
    #[must_use]
    pub fn after(&self, attempt: u32) -> Option<PlannedWait> {
        let max_ms = delay::ceiling_ms(attempt, self.cap_ms);
        (1..self.max_attempts).contains(&attempt).then_some(PlannedWait {
            attempt,
            min_ms: 0,
            max_ms,
        })
    }

    /// Every wait, in order; one less than there are attempts.
    pub fn attempts(&self) -> impl Iterator<Item = PlannedWait> + use<> {
        let plan = *self;
        (1..plan.max_attempts).map_while(move |attempt| plan.after(attempt))
    }
}

/// Three attempts, no wait longer than 60 seconds: what [`Context`](super::Context) defaults to.
impl Default for RetryPlan {
    fn default() -> Self {
        Self { max_attempts: Self::DEFAULT_ATTEMPTS, cap_ms: Self::DEFAULT_CAP_MS }
    }
}

impl Serialize for RetryPlan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("RetryPlan", 2)?;
        form.serialize_field("attempts", &self.attempts().collect::<Vec<_>>())?;
        form.serialize_field("gives_up_after", &self.max_attempts)?;
        form.end()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::response::{Context, Reason, Response, TransportKind, classify, classify_transport};

    #[test]
    fn the_default_plan_has_this_form() {
        let form = serde_json::to_string(&RetryPlan::default()).unwrap();
        let rows = concat!(
            r#"{"attempt":1,"min_ms":0,"max_ms":1000},"#,
            r#"{"attempt":2,"min_ms":0,"max_ms":2000}"#,
        );
        assert_eq!(form, format!(r#"{{"attempts":[{rows}],"gives_up_after":3}}"#));
    }

    #[test]
    fn four_attempts_follow_the_published_example() {
        let plan = RetryPlan::new(4, 60_000).unwrap();
        assert!(plan.attempts().map(|wait| wait.max_ms).eq([1_000, 2_000, 4_000]));
    }

    #[test]
    fn limits_of_a_plan() {
        for (attempts, cap, code) in [
            (0, 60_000, Some("input.max_attempts")),
            (10_001, 60_000, Some("input.max_attempts")),
            (u32::MAX, 0, Some("input.max_attempts")),
            (1, 0, Some("input.cap_ms")),
            (1, 1, None),
            (10_000, u64::MAX, None),
        ] {
            let error = RetryPlan::new(attempts, cap).err();
            assert_eq!(error.as_ref().map(InputError::code), code, "{attempts} {cap}");
        }
        let once = RetryPlan::new(1, 1).unwrap();
        assert_eq!((once.attempts().count(), once.after(0), once.after(1)), (0, None, None));
        let long = RetryPlan::new(10_000, u64::MAX).unwrap();
        assert_eq!(long.attempts().last().unwrap().max_ms, u64::MAX);
    }

    proptest! {
        #[test]
        fn a_plan_says_what_classify_says(
            most in 1..40_u32, draw in 0.0..1.0_f64, status in prop::sample::select(&[429, 500, 503]),
        ) {
            let plan = RetryPlan::new(most, 60_000).unwrap();
            let jitter = Jitter::new(draw).unwrap();
            for attempt in 1..=most {
                let mut context = Context::new(attempt).unwrap();
                context.max_attempts = most;
                context.jitter = Some(jitter);
                let answer = classify(&Response::new(status, &[], b""), &context);
                let failure = classify_transport(TransportKind::Dns, &context);
                for found in [answer, failure] {
                    let said = found.delay.map(|delay| (delay.min_ms, delay.max_ms, delay.ms));
                    let planned = plan.after(attempt)
                        .map(|wait| (wait.min_ms, wait.max_ms, Some(wait.draw(jitter))));
                    prop_assert_eq!(said, planned);
                    let gives_up = found.reason == Reason::RetriesExhausted;
                    prop_assert_eq!(gives_up, attempt == plan.gives_up_after());
                }
            }
        }

        #[test]
        fn waits_grow_up_to_the_cap(most in 1..100_u32, cap in 1..u64::MAX) {
            let waits: Vec<_> = RetryPlan::new(most, cap).unwrap().attempts().collect();
            prop_assert!(waits.iter().map(|wait| wait.attempt).eq(1..most));
            prop_assert!(waits.iter().all(|wait| wait.min_ms <= wait.max_ms && wait.max_ms <= cap));
            prop_assert!(waits.is_sorted_by_key(|wait| wait.max_ms));
        }
    }
}
