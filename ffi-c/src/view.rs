//! Bytes in and texts out.

use std::slice;

use crate::status::Status;

/// The longest body that is looked at, in bytes.
pub(crate) const BODY_BYTES: usize = 1 << 20;
/// The longest policy document, in bytes.
pub(crate) const POLICY_BYTES: usize = 16 << 20;

/// A text: `len` bytes of UTF-8 at `ptr`, not NUL-terminated, owned by the object it comes from
/// and valid until that is freed. An absent text has `ptr` NULL and `len` 0.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct View {
    /// The first byte.
    pub ptr: *const u8,
    /// The number of bytes.
    pub len: usize,
}

impl View {
    pub(crate) const ABSENT: Self = Self { ptr: std::ptr::null(), len: 0 };

    pub(crate) fn of(text: &str) -> Self {
        Self { ptr: text.as_ptr(), len: text.len() }
    }
}

/// The bytes that a caller passed.
///
/// # Safety
/// If `ptr` is not NULL it points to `len` readable bytes that stay unchanged meanwhile.
pub(crate) unsafe fn bytes<'a>(
    ptr: *const u8,
    len: usize,
    limit: usize,
) -> Result<&'a [u8], Status> {
    match (ptr.is_null(), len) {
        (true, 0) => Ok(&[]),
        (true, _) => Err(Status::IDR_INVALID_ARGUMENT),
        (false, len) if len > limit => Err(Status::IDR_INVALID_ARGUMENT),
        // SAFETY: not NULL, and the caller promises `len` readable bytes.
        (false, len) => Ok(unsafe { slice::from_raw_parts(ptr, len) }),
    }
}
