//! Bytes in and texts out.

use std::slice;
use std::sync::OnceLock;

use serde::Serialize;
use serde::de::DeserializeOwned;
use smallvec::SmallVec;

use crate::error::Failure;

/// The longest body, profile, record, header, key or word that is looked at, in bytes.
pub const IDR_MAX_BYTES: usize = 1_048_576;
/// The longest policy document, or file of tests for one, that is looked at, in bytes.
pub const IDR_MAX_POLICY_BYTES: usize = 16_777_216;
/// The longest HTTP answer that is looked at, in bytes: a file may come back.
pub const IDR_MAX_RESPONSE_BYTES: usize = 67_108_864;
/// The longest text of recorded webhooks that is looked at, in bytes.
pub const IDR_MAX_RECORDED_BYTES: usize = 1_073_741_824;
/// The most items of an array that are looked at: headers, keys, records.
pub const IDR_MAX_ITEMS: usize = 10_000;

/// A text: `len` bytes at `ptr`, not NUL-terminated.
///
/// From the library it is UTF-8, owned by the object it comes from and valid until that is freed
/// (or, for a decision that is used again, until the next call with it). An absent text has
/// `ptr` NULL and `len` 0. Into the library it is any bytes, needed during the call only.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct View {
    /// The first byte.
    pub ptr: *const u8,
    /// The number of bytes.
    pub len: usize,
}

/// An absent text.
impl Default for View {
    fn default() -> Self {
        Self::ABSENT
    }
}

impl View {
    pub(crate) const ABSENT: Self = Self { ptr: std::ptr::null(), len: 0 };

    pub(crate) fn of(text: &str) -> Self {
        Self { ptr: text.as_ptr(), len: text.len() }
    }

    pub(crate) fn maybe(text: Option<&str>) -> Self {
        text.map_or(Self::ABSENT, Self::of)
    }
}

/// The JSON form of an object, written when it is first asked for.
pub(crate) fn json(written: &OnceLock<String>, object: &impl Serialize) -> View {
    // Our forms are texts, numbers and flags, which always serialise.
    View::of(written.get_or_init(|| serde_json::to_string(object).unwrap_or_default()))
}

/// The bytes that a caller passed; NULL with length 0 is empty.
///
/// # Safety
/// If `ptr` is not NULL it points to `len` readable bytes that stay unchanged meanwhile.
pub(crate) unsafe fn bytes<'a>(
    ptr: *const u8,
    len: usize,
    limit: usize,
) -> Result<&'a [u8], Failure> {
    // SAFETY: promised by the caller.
    unsafe { given(ptr, len, limit) }.map(Option::unwrap_or_default)
}

/// The bytes that a caller passed; NULL with length 0 is nothing at all.
///
/// # Safety
/// If `ptr` is not NULL it points to `len` readable bytes that stay unchanged meanwhile.
pub(crate) unsafe fn given<'a>(
    ptr: *const u8,
    len: usize,
    limit: usize,
) -> Result<Option<&'a [u8]>, Failure> {
    match (ptr.is_null(), len) {
        (_, len) if len > limit => Err(Failure::too_long(limit)),
        (true, 0) => Ok(None),
        (true, _) => Err(Failure::null()),
        // SAFETY: not NULL, and the caller promises `len` readable bytes.
        (false, len) => Ok(Some(unsafe { slice::from_raw_parts(ptr, len) })),
    }
}

/// The text that a caller passed; NULL with length 0 is nothing at all.
///
/// # Safety
/// If `ptr` is not NULL it points to `len` readable bytes that stay unchanged meanwhile.
pub(crate) unsafe fn text<'a>(ptr: *const u8, len: usize) -> Result<Option<&'a str>, Failure> {
    // SAFETY: promised by the caller.
    let bytes = unsafe { given(ptr, len, IDR_MAX_BYTES) }?;
    bytes.map(|bytes| std::str::from_utf8(bytes).map_err(|_| Failure::not_utf8())).transpose()
}

/// The members of one JSON object; nothing for any other text.
pub(crate) fn object<T: DeserializeOwned>(json: &[u8]) -> Option<T> {
    // serde would take an array too, member by member.
    let object = Some(json).filter(|json| json.trim_ascii_start().starts_with(b"{"));
    object.and_then(|json| serde_json::from_slice(json).ok())
}

/// The array that a caller passed; NULL with count 0 is empty.
///
/// # Safety
/// If `ptr` is not NULL it points to `count` readable items that stay unchanged meanwhile.
pub(crate) unsafe fn items<'a, T>(ptr: *const T, count: usize) -> Result<&'a [T], Failure> {
    match (ptr.is_null(), count) {
        (_, count) if count > IDR_MAX_ITEMS => Err(Failure::too_long(IDR_MAX_ITEMS)),
        (true, 0) => Ok(&[]),
        (true, _) => Err(Failure::null()),
        // SAFETY: not NULL, and the caller promises `count` readable items.
        (false, count) => Ok(unsafe { slice::from_raw_parts(ptr, count) }),
    }
}

/// Keys: seldom more than two, so that they need no memory of their own.
pub(crate) type Keys<'a> = SmallVec<[&'a [u8]; 4]>;

/// The keys that a caller passed.
///
/// # Safety
/// `keys` is NULL with `count` 0 or points to that many views, each readable.
pub(crate) unsafe fn keys<'a>(keys: *const View, count: usize) -> Result<Keys<'a>, Failure> {
    // SAFETY: promised by the caller, here and in the next line.
    let keys = unsafe { items(keys, count) }?;
    keys.iter().map(|key| unsafe { bytes(key.ptr, key.len, IDR_MAX_BYTES) }).collect()
}
