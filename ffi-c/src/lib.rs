//! The C library: pointers in, pointers out, no logic of its own.
//!
//! Doc comments of exported items become the header, so they are written for a C reader.

#[cfg(panic = "abort")]
compile_error!("the C library turns panics into a status; build it with panic = \"unwind\"");

mod classification;
mod classify;
mod context;
mod decision;
mod delivery;
mod error;
mod guard;
mod handle;
mod number;
mod policy;
mod profile;
mod receive;
mod reconcile;
mod record;
mod report;
mod retry;
mod signature;
mod start;
mod status;
#[cfg(feature = "panic-entry")]
mod test_entry;
mod text;
mod version;
mod view;
mod word;
