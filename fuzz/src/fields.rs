//! Fields of an input, and what every result has to stand.

use std::fmt::Debug;
use std::hint::black_box;
use std::sync::{Arc, LazyLock};

use idenfy_rules::{Date, Policy};
use serde::Serialize;
use serde_json::Value;

/// Stands between two fields: a byte that text has no use for.
pub const SEPARATOR: u8 = 0x1e;

/// So many fields; the last one takes the rest, and those that are not there are empty.
pub fn fields<const N: usize>(input: &[u8]) -> [&[u8]; N] {
    let mut parts = input.splitn(N, |byte| *byte == SEPARATOR);
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

/// A field as text; one that is none is empty.
pub fn text(field: &[u8]) -> &str {
    std::str::from_utf8(field).unwrap_or_default()
}

/// A field that may be absent: an empty one is.
pub fn given(field: &[u8]) -> Option<&str> {
    Some(text(field)).filter(|text| !text.is_empty())
}

/// A day, where the field is one.
pub fn day(field: &[u8]) -> Option<Date> {
    Date::read(text(field)).ok()
}

/// A built-in policy by its name, or the document itself.
pub fn policy(field: &[u8]) -> Option<Arc<Policy>> {
    match field {
        b"" | b"strict" => Some(strict()),
        b"documented" => Some(documented()),
        document => Policy::from_json(document, None).ok().map(Arc::new),
    }
}

/// Loading a policy takes longer than all the rest, so the built-in ones are loaded once.
pub fn strict() -> Arc<Policy> {
    static STRICT: LazyLock<Arc<Policy>> = LazyLock::new(|| Arc::new(Policy::strict()));
    Arc::clone(&STRICT)
}

pub fn documented() -> Arc<Policy> {
    static DOCUMENTED: LazyLock<Arc<Policy>> = LazyLock::new(|| Arc::new(Policy::documented()));
    Arc::clone(&DOCUMENTED)
}

/// Prints and serialises a result: its JSON form, which is JSON and the same each time.
pub fn shown(result: &(impl Serialize + Debug)) -> Value {
    black_box(format!("{result:?}"));
    let form = serde_json::to_string(result).expect("every result serialises");
    assert_eq!(form, serde_json::to_string(result).expect("every result serialises"));
    serde_json::from_str(&form).expect("every form is JSON")
}

/// Prints an error, which says something without a final period.
pub fn told(error: &impl std::error::Error) {
    black_box(format!("{error:?}"));
    let message = error.to_string();
    assert!(!message.is_empty() && !message.ends_with('.'), "{message}");
}
