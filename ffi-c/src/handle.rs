//! Opaque objects: made here, owned by C, asked, and given back to be freed.

use crate::error::Failure;
use crate::guard::guard_or;
use crate::view::View;

/// Refuses an output that nothing can be written to, before any work is done.
///
/// # Safety
/// `out` is NULL or points to writable memory for one value.
pub(crate) unsafe fn slot<'a, T>(out: *mut T) -> Result<&'a mut T, Failure> {
    // SAFETY: the caller promises that it is NULL or writable.
    unsafe { out.as_mut() }.ok_or_else(Failure::null)
}

/// Makes an object that C owns.
pub(crate) fn owned<T>(object: T) -> *mut T {
    Box::into_raw(Box::new(object))
}

/// Looks at an object.
///
/// # Safety
/// `object` is NULL or came from this library and was not freed.
pub(crate) unsafe fn look<'a, T>(object: *const T) -> Result<&'a T, Failure> {
    // SAFETY: the caller promises that it is NULL or alive.
    unsafe { object.as_ref() }.ok_or_else(Failure::null)
}

/// Asks an object. The default of the answer stands for NULL, and for a panic.
///
/// # Safety
/// `object` is NULL or came from this library and was not freed.
pub(crate) unsafe fn ask<'a, T: 'a, A: Default>(
    object: *const T,
    question: impl FnOnce(&'a T) -> A,
) -> A {
    // SAFETY: the caller promises that it is NULL or alive.
    let asked = || unsafe { object.as_ref() }.map(question);
    guard_or(None, asked).unwrap_or_default()
}

/// Asks an object for a text that may be absent.
///
/// # Safety
/// `object` is NULL or came from this library and was not freed.
pub(crate) unsafe fn ask_text<'a, T: 'a>(
    object: *const T,
    question: impl FnOnce(&'a T) -> Option<&'a str>,
) -> View {
    // SAFETY: promised by the caller.
    unsafe { ask(object, |object| View::maybe(question(object))) }
}

/// Hands over a value that may be absent: whether it is there, and then the value itself.
///
/// # Safety
/// `out` is NULL or points to writable memory for one value.
pub(crate) unsafe fn put<T>(value: Option<T>, out: *mut T) -> bool {
    // SAFETY: promised by the caller.
    let (Some(value), Some(out)) = (value, unsafe { out.as_mut() }) else { return false };
    *out = value;
    true
}

/// Frees an object and sets the pointer to NULL. NULL and a pointer to NULL are fine.
///
/// # Safety
/// `object` is NULL or points to NULL or to an object of this library that was not freed.
pub(crate) unsafe fn free<T>(object: *mut *mut T) {
    // SAFETY: the caller promises that it is NULL or readable and writable.
    let Some(slot) = (unsafe { object.as_mut() }) else { return };
    let taken = std::mem::replace(slot, std::ptr::null_mut());
    if !taken.is_null() {
        // SAFETY: it came from `owned`, and the slot no longer holds it.
        guard_or((), || drop(unsafe { Box::from_raw(taken) }));
    }
}
