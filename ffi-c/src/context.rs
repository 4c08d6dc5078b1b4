//! What the caller knows about the call that was answered.

use std::mem::MaybeUninit;

use idenfy_rules::{InputError, Jitter, Operation};
use serde::Deserialize;

use crate::error::{Error, Failure};
use crate::guard::guard;
use crate::handle::{free, make, needed};
use crate::number::Numbered;
use crate::status::Status;
use crate::view::{Array, IDR_MAX_BYTES, Length, object};

/// What you know about the call that was answered. Only the attempt number is required.
///
/// Threads: it changes when it is set, so set it from one thread at a time and not while it is
/// in use; several threads may classify with it while nobody sets it. Lifetime: yours, until
/// idr_context_free(); classifications do not need it any more.
#[derive(Debug)]
pub struct Context {
    known: idenfy_rules::Context<'static>,
    client_id: Option<String>,
}

impl Context {
    fn new(attempt: u32) -> Result<Self, InputError> {
        Ok(Self { known: idenfy_rules::Context::new(attempt)?, client_id: None })
    }

    pub(crate) fn known(&self) -> idenfy_rules::Context<'_> {
        let mut known: idenfy_rules::Context<'_> = self.known.clone();
        known.client_id = self.client_id.as_deref();
        known
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    attempt: u32,
    operation: Option<String>,
    max_attempts: Option<u32>,
    retry_after_cap_s: Option<u64>,
    previous_outcome_unknown: Option<bool>,
    retry_budget_empty: Option<bool>,
    client_id: Option<String>,
    created_at_unix: Option<i64>,
    expiry_time_s: Option<u64>,
    session_length_s: Option<u64>,
    now_unix: Option<i64>,
    jitter: Option<f64>,
}

const MALFORMED: Failure = Failure::unusable(
    "input.context",
    "a context must be a JSON object with `attempt` and the members that the header lists",
);

impl TryFrom<Form> for Context {
    type Error = InputError;

    fn try_from(form: Form) -> Result<Self, InputError> {
        let Self { mut known, .. } = Self::new(form.attempt)?;
        if let Some(operation) = form.operation {
            known.operation = Operation::read(&operation)?;
        }
        known.max_attempts = form.max_attempts.unwrap_or(known.max_attempts);
        known.retry_after_cap_s = form.retry_after_cap_s.unwrap_or(known.retry_after_cap_s);
        known.previous_outcome_unknown = form.previous_outcome_unknown.unwrap_or_default();
        known.retry_budget_empty = form.retry_budget_empty.unwrap_or_default();
        known.created_at_unix = form.created_at_unix;
        known.expiry_time_s = form.expiry_time_s;
        known.session_length_s = form.session_length_s;
        known.now_unix = form.now_unix;
        known.jitter = form.jitter.map(Jitter::new).transpose()?;
        Ok(Self { known, client_id: form.client_id })
    }
}

/// A context that knows nothing but the number of the attempt, from 1.
#[unsafe(no_mangle)]
pub extern "C" fn idr_context_new(
    attempt: u32,
    out: Option<&mut MaybeUninit<Box<Context>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || Ok(Context::new(attempt)?))
}

/// Reads a context from one JSON object. Only "attempt" is required; a member that is absent or
/// null has the default of the function that sets it:
///
///     "attempt"                   from 1
///     "operation"                 "create_token", "process", "delete", "status", "data", "files"
///                                 or "pdf"
///     "max_attempts", "retry_after_cap_s", "expiry_time_s", "session_length_s"    from 0
///     "created_at_unix", "now_unix"                               seconds since 1970
///     "previous_outcome_unknown", "retry_budget_empty"            true or false
///     "client_id"                 text
///     "jitter"                    in [0, 1)
///
/// IDR_UNUSABLE_INPUT for another member, another type or another word: the error says which,
/// "input.context", "input.attempt", "input.unknown_word" or "input.jitter".
#[unsafe(no_mangle)]
pub extern "C" fn idr_context_from_json(
    json: Array<'_, u8>,
    len: Length,
    out: Option<&mut MaybeUninit<Box<Context>>>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    make(out, error, || {
        let json = json.bytes(len, IDR_MAX_BYTES)?;
        let form: Form = object(json).ok_or(MALFORMED)?;
        Ok(Context::try_from(form)?)
    })
}

/// Changes one thing that a context knows.
fn set(
    context: Option<&mut Context>,
    error: Option<&mut MaybeUninit<Box<Error>>>,
    change: impl FnOnce(&mut idenfy_rules::Context<'static>),
) -> Status {
    guard(error, || {
        change(&mut needed(context)?.known);
        Ok(())
    })
}

/// Which call was made, an idr_operation. Default: IDR_OPERATION_CREATE_TOKEN.
#[unsafe(no_mangle)]
pub extern "C" fn idr_context_set_operation(
    context: Option<&mut Context>,
    operation: u32,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    guard(error, || {
        let context = needed(context)?;
        context.known.operation = Operation::of_number(operation)?;
        Ok(())
    })
}

/// After how many attempts to give up. Default: 3. 0 and 1 both mean no retry.
#[unsafe(no_mangle)]
pub extern "C" fn idr_context_set_max_attempts(
    context: Option<&mut Context>,
    max_attempts: u32,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    set(context, error, |known| known.max_attempts = max_attempts)
}

/// The longest Retry-After that is waited for, in seconds. Default: 3,600.
#[unsafe(no_mangle)]
pub extern "C" fn idr_context_set_retry_after_cap_s(
    context: Option<&mut Context>,
    retry_after_cap_s: u64,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    set(context, error, |known| known.retry_after_cap_s = retry_after_cap_s)
}

/// Whether the answer of an earlier attempt was lost. Default: false.
#[unsafe(no_mangle)]
pub extern "C" fn idr_context_set_previous_outcome_unknown(
    context: Option<&mut Context>,
    previous_outcome_unknown: bool,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    set(context, error, |known| known.previous_outcome_unknown = previous_outcome_unknown)
}

/// Whether your retry budget is used up; see idr_retry_budget_is_empty(). Default: false.
#[unsafe(no_mangle)]
pub extern "C" fn idr_context_set_retry_budget_empty(
    context: Option<&mut Context>,
    retry_budget_empty: bool,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    set(context, error, |known| known.retry_budget_empty = retry_budget_empty)
}

/// When the earlier session of this client was created, in Unix seconds. Default: not known.
#[unsafe(no_mangle)]
pub extern "C" fn idr_context_set_created_at_unix(
    context: Option<&mut Context>,
    created_at_unix: i64,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    set(context, error, |known| known.created_at_unix = Some(created_at_unix))
}

/// The expiryTime of that session, in seconds. Default: not known, counts as 2,592,000.
#[unsafe(no_mangle)]
pub extern "C" fn idr_context_set_expiry_time_s(
    context: Option<&mut Context>,
    expiry_time_s: u64,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    set(context, error, |known| known.expiry_time_s = Some(expiry_time_s))
}

/// The sessionLength of that session, in seconds. Default: not known, counts as 3,600.
#[unsafe(no_mangle)]
pub extern "C" fn idr_context_set_session_length_s(
    context: Option<&mut Context>,
    session_length_s: u64,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    set(context, error, |known| known.session_length_s = Some(session_length_s))
}

/// Your clock, in Unix seconds, for a Retry-After date without a Date header. Default: not known.
#[unsafe(no_mangle)]
pub extern "C" fn idr_context_set_now_unix(
    context: Option<&mut Context>,
    now_unix: i64,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    set(context, error, |known| known.now_unix = Some(now_unix))
}

/// Your random number in [0, 1), from which the delay is drawn. Default: none, then only the
/// bounds of the delay are told.
#[unsafe(no_mangle)]
pub extern "C" fn idr_context_set_jitter(
    context: Option<&mut Context>,
    jitter: f64,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    guard(error, || {
        let context = needed(context)?;
        context.known.jitter = Some(Jitter::new(jitter)?);
        Ok(())
    })
}

/// The clientId that was sent, UTF-8, to be compared with the one in the answer; it is copied.
/// NULL with length 0: not known, the default.
#[unsafe(no_mangle)]
pub extern "C" fn idr_context_set_client_id(
    context: Option<&mut Context>,
    client_id: Array<'_, u8>,
    len: Length,
    error: Option<&mut MaybeUninit<Box<Error>>>,
) -> Status {
    guard(error, || {
        let context = needed(context)?;
        context.client_id = client_id.text(len)?.map(str::to_owned);
        Ok(())
    })
}

/// Frees a context and sets the pointer to NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_context_free(context: Option<&mut Option<Box<Context>>>) {
    free(context)
}
