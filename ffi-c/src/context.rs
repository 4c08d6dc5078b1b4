//! What the caller knows about the call that was answered.

use idenfy_rules::{InputError, Jitter, Operation};
use serde::Deserialize;

use crate::error::{Error, Failure};
use crate::guard::guard;
use crate::handle::{free, owned, slot};
use crate::number::Numbered;
use crate::status::Status;
use crate::view::{IDR_MAX_BYTES, bytes, object, text};

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
///
/// # Safety
/// `out` is writable; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_context_new(
    attempt: u32,
    out: *mut *mut Context,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            *out = owned(Context::new(attempt)?);
            Ok(())
        })
    }
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
///
/// # Safety
/// `json` is NULL with `len` 0 or points to `len` bytes; `out` is writable; `error` is NULL or
/// writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_context_from_json(
    json: *const u8,
    len: usize,
    out: *mut *mut Context,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe {
        guard(error, || {
            let out = slot(out)?;
            let json = bytes(json, len, IDR_MAX_BYTES)?;
            let form: Form = object(json).ok_or(MALFORMED)?;
            *out = owned(Context::try_from(form)?);
            Ok(())
        })
    }
}

/// Changes one thing that a context knows.
///
/// # Safety
/// `context` is NULL or alive and in use by nobody else; `error` is NULL or writable.
unsafe fn set(
    context: *mut Context,
    error: *mut *mut Error,
    change: impl FnOnce(&mut Context) -> Result<(), Failure>,
) -> Status {
    // SAFETY: promised by the caller.
    unsafe { guard(error, || change(slot(context)?)) }
}

/// Which call was made, an idr_operation. Default: IDR_OPERATION_CREATE_TOKEN.
///
/// # Safety
/// `context` is NULL or alive and in use by nobody else; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_context_set_operation(
    context: *mut Context,
    operation: u32,
    error: *mut *mut Error,
) -> Status {
    let change = |context: &mut Context| {
        context.known.operation = Operation::of_number(operation)?;
        Ok(())
    };
    // SAFETY: promised by the caller.
    unsafe { set(context, error, change) }
}

/// After how many attempts to give up. Default: 3. 0 and 1 both mean no retry.
///
/// # Safety
/// `context` is NULL or alive and in use by nobody else; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_context_set_max_attempts(
    context: *mut Context,
    max_attempts: u32,
    error: *mut *mut Error,
) -> Status {
    let change = |context: &mut Context| {
        context.known.max_attempts = max_attempts;
        Ok(())
    };
    // SAFETY: promised by the caller.
    unsafe { set(context, error, change) }
}

/// The longest Retry-After that is waited for, in seconds. Default: 3,600.
///
/// # Safety
/// `context` is NULL or alive and in use by nobody else; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_context_set_retry_after_cap_s(
    context: *mut Context,
    retry_after_cap_s: u64,
    error: *mut *mut Error,
) -> Status {
    let change = |context: &mut Context| {
        context.known.retry_after_cap_s = retry_after_cap_s;
        Ok(())
    };
    // SAFETY: promised by the caller.
    unsafe { set(context, error, change) }
}

/// Whether the answer of an earlier attempt was lost. Default: false.
///
/// # Safety
/// `context` is NULL or alive and in use by nobody else; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_context_set_previous_outcome_unknown(
    context: *mut Context,
    previous_outcome_unknown: bool,
    error: *mut *mut Error,
) -> Status {
    let change = |context: &mut Context| {
        context.known.previous_outcome_unknown = previous_outcome_unknown;
        Ok(())
    };
    // SAFETY: promised by the caller.
    unsafe { set(context, error, change) }
}

/// Whether your retry budget is used up; see idr_retry_budget_is_empty(). Default: false.
///
/// # Safety
/// `context` is NULL or alive and in use by nobody else; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_context_set_retry_budget_empty(
    context: *mut Context,
    retry_budget_empty: bool,
    error: *mut *mut Error,
) -> Status {
    let change = |context: &mut Context| {
        context.known.retry_budget_empty = retry_budget_empty;
        Ok(())
    };
    // SAFETY: promised by the caller.
    unsafe { set(context, error, change) }
}

/// When the earlier session of this client was created, in Unix seconds. Default: not known.
///
/// # Safety
/// `context` is NULL or alive and in use by nobody else; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_context_set_created_at_unix(
    context: *mut Context,
    created_at_unix: i64,
    error: *mut *mut Error,
) -> Status {
    let change = |context: &mut Context| {
        context.known.created_at_unix = Some(created_at_unix);
        Ok(())
    };
    // SAFETY: promised by the caller.
    unsafe { set(context, error, change) }
}

/// The expiryTime of that session, in seconds. Default: not known, counts as 2,592,000.
///
/// # Safety
/// `context` is NULL or alive and in use by nobody else; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_context_set_expiry_time_s(
    context: *mut Context,
    expiry_time_s: u64,
    error: *mut *mut Error,
) -> Status {
    let change = |context: &mut Context| {
        context.known.expiry_time_s = Some(expiry_time_s);
        Ok(())
    };
    // SAFETY: promised by the caller.
    unsafe { set(context, error, change) }
}

/// The sessionLength of that session, in seconds. Default: not known, counts as 3,600.
///
/// # Safety
/// `context` is NULL or alive and in use by nobody else; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_context_set_session_length_s(
    context: *mut Context,
    session_length_s: u64,
    error: *mut *mut Error,
) -> Status {
    let change = |context: &mut Context| {
        context.known.session_length_s = Some(session_length_s);
        Ok(())
    };
    // SAFETY: promised by the caller.
    unsafe { set(context, error, change) }
}

/// Your clock, in Unix seconds, for a Retry-After date without a Date header. Default: not known.
///
/// # Safety
/// `context` is NULL or alive and in use by nobody else; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_context_set_now_unix(
    context: *mut Context,
    now_unix: i64,
    error: *mut *mut Error,
) -> Status {
    let change = |context: &mut Context| {
        context.known.now_unix = Some(now_unix);
        Ok(())
    };
    // SAFETY: promised by the caller.
    unsafe { set(context, error, change) }
}

/// Your random number in [0, 1), from which the delay is drawn. Default: none, then only the
/// bounds of the delay are told.
///
/// # Safety
/// `context` is NULL or alive and in use by nobody else; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_context_set_jitter(
    context: *mut Context,
    jitter: f64,
    error: *mut *mut Error,
) -> Status {
    let change = |context: &mut Context| {
        context.known.jitter = Some(Jitter::new(jitter)?);
        Ok(())
    };
    // SAFETY: promised by the caller.
    unsafe { set(context, error, change) }
}

/// The clientId that was sent, UTF-8, to be compared with the one in the answer; it is copied.
/// NULL with length 0: not known, the default.
///
/// # Safety
/// `context` is NULL or alive and in use by nobody else; `client_id` is NULL with `len` 0 or
/// points to `len` bytes; `error` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_context_set_client_id(
    context: *mut Context,
    client_id: *const u8,
    len: usize,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: promised by the caller, here and below.
    let change = |context: &mut Context| {
        context.client_id = unsafe { text(client_id, len) }?.map(str::to_owned);
        Ok(())
    };
    unsafe { set(context, error, change) }
}

/// Frees a context and sets the pointer to NULL.
///
/// # Safety
/// `context` is NULL or points to NULL or to a context that is alive.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn idr_context_free(context: *mut *mut Context) {
    // SAFETY: promised by the caller.
    unsafe { free(context) }
}
