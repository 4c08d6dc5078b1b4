//! What the caller hands in: the answer, and what it knows about the call.

use std::fmt;
use std::time::Duration;

use super::TransportKind;
use crate::error::InputError;
use crate::vocab::words;

words! {
    /// Which call was made. Success looks different for each.
    Operation;
    /// `POST /api/v2/token`.
    CreateToken => "create_token";
    /// `POST /api/v2/process`: direct processing, spends the token at once.
    Process => "process";
    /// `POST /api/v2/delete`.
    Delete => "delete";
    /// `POST /api/v2/status`.
    Status => "status";
    /// `POST /api/v2/data`.
    Data => "data";
    /// `POST /api/v2/files`.
    Files => "files";
    /// The report of a verification as a PDF file.
    Pdf => "pdf";
}

impl Operation {
    /// The operation with this exact name.
    ///
    /// ```
    /// use idenfy_rules::response::Operation;
    /// assert_eq!(Operation::read("delete").unwrap(), Operation::Delete);
    /// assert_eq!(Operation::read("DELETE").unwrap_err().code(), "input.unknown_word");
    /// ```
    ///
    /// # Errors
    /// `input.unknown_word` for any other name.
    pub fn read(name: &str) -> Result<Self, InputError> {
        Self::ALL.iter().copied().find(|operation| operation.as_str() == name).ok_or_else(|| {
            let names: Vec<_> = Self::ALL.iter().map(|known| known.as_str()).collect();
            let message = format!("`operation` must be one of {}", names.join(", "));
            InputError::new("input.unknown_word", message)
        })
    }
}

/// An HTTP answer as it arrived.
///
/// ```
/// use idenfy_rules::response::{Response, TransportKind};
/// let whole = Response::new(200, &[("Content-Type", "application/json")], b"{}");
/// let broken = whole.with_transport(TransportKind::ConnectionReset);
/// assert_eq!(broken.status, 200);
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Response<'a> {
    /// The status, whatever number it is.
    pub status: u16,
    /// Name and value of each header; names in any case, a repeated header as several pairs.
    pub headers: &'a [(&'a str, &'a str)],
    /// The body, uncompressed. Of an error at most 65,536 bytes are examined, of a success at
    /// most 1 MiB.
    pub body: &'a [u8],
    /// Set when the status line came but the body broke off.
    pub transport: Option<TransportKind>,
}

impl<'a> Response<'a> {
    /// An answer that arrived whole.
    #[must_use]
    pub const fn new(status: u16, headers: &'a [(&'a str, &'a str)], body: &'a [u8]) -> Self {
        Self { status, headers, body, transport: None }
    }

    /// The same answer, whose body broke off in this way.
    #[must_use]
    pub const fn with_transport(self, kind: TransportKind) -> Self {
        Self { transport: Some(kind), ..self }
    }

    /// The values of a header, one per occurrence.
    pub(super) fn values(&self, name: &str) -> impl Iterator<Item = &'a str> {
        let same = move |header: &&(&str, &str)| header.0.eq_ignore_ascii_case(name);
        self.headers.iter().filter(same).map(|(_, value)| *value)
    }
}

/// Headers and body may hold personal data or secrets, so only their size is shown.
impl fmt::Debug for Response<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("headers", &self.headers.len())
            .field("body_bytes", &self.body.len())
            .field("transport", &self.transport)
            .finish()
    }
}

/// A random number of the caller in `[0, 1)`, kept in billionths.
///
/// ```
/// use idenfy_rules::response::Jitter;
/// assert!(Jitter::new(0.25).is_ok());
/// assert_eq!(Jitter::new(1.0).unwrap_err().code(), "input.jitter");
/// assert!(Jitter::new(f64::NAN).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jitter {
    billionths: u32,
}

impl Jitter {
    /// Takes a number from 0 up to, but not including, 1.
    ///
    /// # Errors
    /// `input.jitter` for any other number, `NaN` included.
    pub fn new(draw: f64) -> Result<Self, InputError> {
        if !(0.0..1.0).contains(&draw) {
            return Err(InputError::new("input.jitter", "`jitter` must be in [0, 1)"));
        }
        // The library forbids number casts; a duration converts the fraction exactly.
        let fraction = Duration::try_from_secs_f64(draw).unwrap_or_default();
        let rounded_up = fraction.as_secs() > 0;
        let billionths = if rounded_up { BILLION - 1 } else { fraction.subsec_nanos() };
        Ok(Self { billionths })
    }

    /// The drawn part of a span: at least 0, less than `span` unless that is 0.
    pub(super) fn part_of(self, span: u64) -> u64 {
        let product = u128::from(span) * u128::from(self.billionths);
        u64::try_from(product / u128::from(BILLION)).unwrap_or(span)
    }
}

const BILLION: u32 = 1_000_000_000;

/// After how many attempts to give up, unless the caller says otherwise. Source: the three
/// attempts of guides/error-handling.
pub(super) const MAX_ATTEMPTS: u32 = 3;

/// What the caller knows about the call. Only the attempt number is required.
///
/// ```
/// use idenfy_rules::response::{Context, Operation};
/// let mut context = Context::new(1).unwrap();
/// context.operation = Operation::Delete;
/// assert_eq!((context.max_attempts, context.retry_after_cap_s), (3, 3600));
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Context<'a> {
    /// Which attempt this answer belongs to, from 1.
    attempt: u32,
    /// Which call was made; default `create_token`.
    pub operation: Operation,
    /// After how many attempts to give up; default 3. 0 and 1 both mean no retry.
    pub max_attempts: u32,
    /// The longest `Retry-After` that is waited for, in seconds; default 3,600, the vendor's
    /// quota window. A longer one is handed back, never shortened.
    pub retry_after_cap_s: u64,
    /// Whether the answer of an earlier attempt was lost; default false.
    pub previous_outcome_unknown: bool,
    /// Whether the caller's retry budget is used up; default false.
    pub retry_budget_empty: bool,
    /// The `clientId` that was sent, to be compared with the one in the answer.
    pub client_id: Option<&'a str>,
    /// When the earlier session of this client was created, in Unix seconds.
    pub created_at_unix: Option<i64>,
    /// The `expiryTime` of that session, in seconds; unknown counts as 2,592,000.
    pub expiry_time_s: Option<u64>,
    /// The `sessionLength` of that session, in seconds; unknown counts as 3,600.
    pub session_length_s: Option<u64>,
    /// The caller's clock, in Unix seconds, for a `Retry-After` date without a `Date` header.
    pub now_unix: Option<i64>,
    /// The caller's random number, from which the delay is drawn.
    pub jitter: Option<Jitter>,
}

impl Context<'_> {
    /// What is known when nothing but the attempt number is: this call was number `attempt`,
    /// counted from 1.
    ///
    /// # Errors
    /// `input.attempt` for 0: an attempt number that was forgotten would retry for ever.
    pub fn new(attempt: u32) -> Result<Self, InputError> {
        if attempt == 0 {
            return Err(InputError::new("input.attempt", "`attempt` must be 1 or more"));
        }
        Ok(Self {
            attempt,
            operation: Operation::CreateToken,
            max_attempts: MAX_ATTEMPTS,
            retry_after_cap_s: 3600,
            previous_outcome_unknown: false,
            retry_budget_empty: false,
            client_id: None,
            created_at_unix: None,
            expiry_time_s: None,
            session_length_s: None,
            now_unix: None,
            jitter: None,
        })
    }

    /// Which attempt this is, from 1.
    #[must_use]
    pub const fn attempt(&self) -> u32 {
        self.attempt
    }
}

/// The client id is not shown.
impl fmt::Debug for Context<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("attempt", &self.attempt)
            .field("operation", &self.operation)
            .field("max_attempts", &self.max_attempts)
            .field("retry_after_cap_s", &self.retry_after_cap_s)
            .field("previous_outcome_unknown", &self.previous_outcome_unknown)
            .field("retry_budget_empty", &self.retry_budget_empty)
            .field("created_at_unix", &self.created_at_unix)
            .field("expiry_time_s", &self.expiry_time_s)
            .field("session_length_s", &self.session_length_s)
            .field("now_unix", &self.now_unix)
            .field("jitter", &self.jitter)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_jitter_is_at_least_0_and_less_than_1() {
        for refused in [1.0, 1.5, -1e-9, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(Jitter::new(refused).unwrap_err().code(), "input.jitter", "{refused}");
        }
        for (draw, part) in [(0.0, 0), (-0.0, 0), (0.5, 500), (1.0 - f64::EPSILON, 999)] {
            assert_eq!(Jitter::new(draw).unwrap().part_of(1000), part, "{draw}");
        }
    }

    #[test]
    fn an_attempt_that_was_forgotten_is_an_error() {
        assert_eq!(Context::new(0).unwrap_err().code(), "input.attempt");
        assert_eq!(Context::new(u32::MAX).unwrap().attempt(), u32::MAX);
    }

    #[test]
    fn operations_are_found_by_their_name_only() {
        for operation in Operation::ALL {
            assert_eq!(Operation::read(operation.as_str()), Ok(*operation));
        }
        let error = Operation::read("SECRET").unwrap_err();
        assert!(
            !error.to_string().contains("SECRET") && error.to_string().contains("create_token")
        );
    }

    #[test]
    fn debug_shows_no_content() {
        let headers = [("Set-Cookie", "SECRET")];
        let response = Response::new(200, &headers, b"SECRET");
        let mut context = Context::new(1).unwrap();
        context.client_id = Some("SECRET");
        let shown = format!("{response:?} {context:?}");
        assert!(shown.contains("body_bytes: 6") && !shown.contains("SECRET"), "{shown}");
    }

    proptest! {
        #[test]
        fn a_drawn_part_is_less_than_the_whole(draw in 0.0..1.0_f64, span: u64) {
            let part = Jitter::new(draw).unwrap().part_of(span);
            prop_assert!(part < span.max(1));
        }
    }
}
