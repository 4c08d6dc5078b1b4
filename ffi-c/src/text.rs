//! Texts that belong to no other object.

use serde::Serialize;

use crate::error::Failure;
use crate::handle::{ask_text, free};
use crate::view::View;

/// A text that a call made: a signature, a page, or a result that is JSON as a whole.
///
/// Threads: never changes, so several threads may read it. Lifetime: yours, until
/// idr_text_free(); the view of it ends then.
#[derive(Debug)]
pub struct Text(pub(crate) String);

impl Text {
    /// The JSON form of a result.
    pub(crate) fn json(result: &impl Serialize) -> Result<Self, Failure> {
        serde_json::to_string(result).map(Self).map_err(|_| Failure::panic())
    }
}

/// The text. Absent for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_text_view(text: Option<&Text>) -> View<'_> {
    ask_text(text, |Text(text)| Some(text))
}

/// Frees a text and sets the pointer to NULL.
#[unsafe(no_mangle)]
pub extern "C" fn idr_text_free(text: Option<&mut Option<Box<Text>>>) {
    free(text)
}
