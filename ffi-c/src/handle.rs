//! Opaque objects: made here, owned by C, given back to be freed.

use crate::status::Status;

/// Hands an object over to C.
///
/// # Safety
/// `out` is NULL or points to writable memory for one pointer.
pub(crate) unsafe fn give<T>(object: T, out: *mut *mut T) -> Result<(), Status> {
    if out.is_null() {
        return Err(Status::IDR_INVALID_ARGUMENT);
    }
    // SAFETY: not NULL, and the caller promises that it is writable.
    unsafe { *out = Box::into_raw(Box::new(object)) };
    Ok(())
}

/// Looks at an object.
///
/// # Safety
/// `object` is NULL or came from this library and was not freed.
pub(crate) unsafe fn look<'a, T>(object: *const T) -> Result<&'a T, Status> {
    // SAFETY: the caller promises that it is NULL or alive.
    unsafe { object.as_ref() }.ok_or(Status::IDR_INVALID_ARGUMENT)
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
        // SAFETY: it came from `give`, and the slot no longer holds it.
        drop(unsafe { Box::from_raw(taken) });
    }
}
