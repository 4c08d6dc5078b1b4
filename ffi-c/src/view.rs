//! Bytes in and texts out: the one file of the library that is unsafe.

use std::marker::PhantomData;
use std::ptr;
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
pub struct View<'a> {
    /// The first byte.
    ptr: *const u8,
    /// The number of bytes.
    len: usize,
    owner: PhantomData<&'a [u8]>,
}

/// An absent text.
impl Default for View<'_> {
    fn default() -> Self {
        Self::ABSENT
    }
}

impl<'a> View<'a> {
    pub(crate) const ABSENT: Self = Self { ptr: ptr::null(), len: 0, owner: PhantomData };

    pub(crate) fn of(text: &'a str) -> Self {
        Self { ptr: text.as_ptr(), len: text.len(), owner: PhantomData }
    }

    pub(crate) fn maybe(text: Option<&'a str>) -> Self {
        text.map_or(Self::ABSENT, Self::of)
    }

    fn parts(self) -> (Array<'a, u8>, Length) {
        (Array(self.ptr, self.owner), Length(self.len))
    }

    /// The bytes of a view that a caller passed; NULL with length 0 is empty.
    pub(crate) fn bytes(self) -> Result<&'a [u8], Failure> {
        self.given().map(Option::unwrap_or_default)
    }

    /// The bytes of a view that a caller passed; NULL with length 0 is nothing at all.
    pub(crate) fn given(self) -> Result<Option<&'a [u8]>, Failure> {
        let (bytes, len) = self.parts();
        bytes.given(len, IDR_MAX_BYTES)
    }

    /// The text of a view that a caller passed; NULL with length 0 is nothing at all.
    pub(crate) fn text(self) -> Result<Option<&'a str>, Failure> {
        let (bytes, len) = self.parts();
        bytes.text(len)
    }
}

/// The JSON form of an object, written when it is first asked for.
pub(crate) fn json<'a>(written: &'a OnceLock<String>, object: &impl Serialize) -> View<'a> {
    // Our forms are texts, numbers and flags, which always serialise.
    View::of(written.get_or_init(|| serde_json::to_string(object).unwrap_or_default()))
}

/// Where the items begin that a caller passed; their number stands beside it. Nothing in Rust
/// makes one, apart from a view.
///
/// cbindgen:ignore
#[derive(Debug)]
#[repr(transparent)]
pub struct Array<'a, T>(*const T, PhantomData<&'a [T]>);

/// How many items, or bytes, a caller passed. Nothing in Rust makes one, apart from a view.
///
/// cbindgen:ignore
#[derive(Debug, Clone, Copy)]
#[repr(transparent)]
pub struct Length(usize);

impl<'a, T> Array<'a, T> {
    /// The items; NULL with count 0 is nothing at all.
    pub(crate) fn given(self, count: Length, limit: usize) -> Result<Option<&'a [T]>, Failure> {
        match (self.0.is_null(), count.0) {
            (_, count) if count > limit => Err(Failure::too_long(limit)),
            (true, 0) => Ok(None),
            (true, _) => Err(Failure::null()),
            (false, 0) => Ok(Some(&[])),
            // SAFETY: both numbers are those of one view, or of one caller who passed them side by
            // side (tests/architecture.rs holds that) and promises in the header that so many
            // items can be read and do not change during the call, which `'a` does not outlive.
            // The pointer is not NULL, and no limit comes near isize::MAX bytes.
            (false, count) => Ok(Some(unsafe { slice::from_raw_parts(self.0, count) })),
        }
    }

    /// The items; NULL with count 0 is none.
    pub(crate) fn items(self, count: Length) -> Result<&'a [T], Failure> {
        self.given(count, IDR_MAX_ITEMS).map(Option::unwrap_or_default)
    }
}

impl<'a> Array<'a, u8> {
    /// The bytes; NULL with length 0 is empty.
    pub(crate) fn bytes(self, len: Length, limit: usize) -> Result<&'a [u8], Failure> {
        self.given(len, limit).map(Option::unwrap_or_default)
    }

    /// The text; NULL with length 0 is nothing at all.
    pub(crate) fn text(self, len: Length) -> Result<Option<&'a str>, Failure> {
        let bytes = self.given(len, IDR_MAX_BYTES)?;
        bytes.map(|bytes| str::from_utf8(bytes).map_err(|_| Failure::not_utf8())).transpose()
    }
}

/// Keys: seldom more than two, so that they need no memory of their own.
pub(crate) type Keys<'a> = SmallVec<[&'a [u8]; 4]>;

impl<'a> Array<'a, View<'a>> {
    /// The texts as keys.
    pub(crate) fn keys(self, count: Length) -> Result<Keys<'a>, Failure> {
        self.items(count)?.iter().map(|key| key.bytes()).collect()
    }
}

/// The members of one JSON object; nothing for any other text.
pub(crate) fn object<T: DeserializeOwned>(json: &[u8]) -> Option<T> {
    // serde would take an array too, member by member.
    let object = Some(json).filter(|json| json.trim_ascii_start().starts_with(b"{"));
    object.and_then(|json| serde_json::from_slice(json).ok())
}
