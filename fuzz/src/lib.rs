//! What the fuzz targets do: one function for each public entry, which takes any bytes whatever.
//!
//! An input is a few fields with [`SEPARATOR`] between them; the last one takes the rest, so that a
//! body may hold every byte. Each function makes the calls, prints and serialises what they give,
//! and panics where something that is promised for every input does not hold.

mod body;
mod decided;
mod document;
mod fields;
mod integration;
mod sequence;

pub use body::{response, signature, token, webhook};
pub use decided::{batch, policy_webhook};
pub use document::{analysis, policy_text, test_files};
pub use fields::SEPARATOR;
pub use integration::lints;
pub use sequence::history;
