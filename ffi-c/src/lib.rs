//! The C library: pointers in, pointers out, no logic of its own.
//!
//! Doc comments of exported items become the header, so they are written for a C reader; the
//! sections about safety do not, since the header's opening comment states them for all
//! functions at once. The order of the modules is that of the header.

#[cfg(panic = "abort")]
compile_error!("the C library turns panics into a status; build it with panic = \"unwind\"");

mod guard;
mod handle;
mod number;

mod status;
mod version;

mod error;
mod text;
mod view;

mod profile;
mod report;

mod context;

mod classify;

mod classification;
mod created;
mod retry;

mod signature;

mod diagnosis;

mod delivery;
mod payload;

mod policy;

mod show;
mod testing;

mod receive;

mod analysis;

mod decision;
mod grounds;

mod record;

mod reconcile;
mod start;

mod lint;

mod link;

mod code;
mod word;

#[cfg(feature = "panic-entry")]
mod test_entry;
