//! Opaque objects: made here, owned by C, asked, and given back to be freed.

use std::mem::MaybeUninit;

use crate::error::{Error, Failure};
use crate::guard::{guard, guard_or};
use crate::status::Status;
use crate::view::View;

/// Where a caller wants an answer, or NULL. What stood there before does not count.
pub(crate) type Out<'a, A> = Option<&'a mut MaybeUninit<A>>;

/// What a caller must not leave out.
pub(crate) fn needed<T>(given: Option<T>) -> Result<T, Failure> {
    given.ok_or_else(Failure::null)
}

/// Runs the body of a function that answers something, or tells why it cannot. An output that
/// nothing can be written to is refused before any work is done.
pub(crate) fn answer<A>(
    out: Out<'_, A>,
    error: Out<'_, Box<Error>>,
    body: impl FnOnce() -> Result<A, Failure>,
) -> Status {
    guard(error, || {
        needed(out)?.write(body()?);
        Ok(())
    })
}

/// The same for an object, which C owns from then on, to be read and freed by any of its threads.
pub(crate) fn make<T: Send + Sync>(
    out: Out<'_, Box<T>>,
    error: Out<'_, Box<Error>>,
    body: impl FnOnce() -> Result<T, Failure>,
) -> Status {
    answer(out, error, || body().map(Box::new))
}

/// Asks an object. The default of the answer stands for NULL, and for a panic.
pub(crate) fn ask<'a, T, A: Default>(
    object: Option<&'a T>,
    question: impl FnOnce(&'a T) -> A,
) -> A {
    guard_or(None, || object.map(question)).unwrap_or_default()
}

/// Asks an object for a text that may be absent.
pub(crate) fn ask_text<'a, T>(
    object: Option<&'a T>,
    question: impl FnOnce(&'a T) -> Option<&'a str>,
) -> View<'a> {
    ask(object, |object| View::maybe(question(object)))
}

/// Hands over a value that may be absent: whether it is there, and then the value itself.
pub(crate) fn put<T>(value: Option<T>, out: Out<'_, T>) -> bool {
    let (Some(value), Some(out)) = (value, out) else { return false };
    out.write(value);
    true
}

/// Frees an object and sets the pointer to NULL. NULL and a pointer to NULL are fine.
pub(crate) fn free<T>(object: Option<&mut Option<Box<T>>>) {
    let taken = object.and_then(Option::take);
    guard_or((), || drop(taken));
}
