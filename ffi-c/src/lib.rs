//! The C library: pointers in, pointers out, no logic of its own.
//!
//! Doc comments of exported items become the header, so they are written for a C reader.

#[cfg(panic = "abort")]
compile_error!("the C library turns panics into a status; build it with panic = \"unwind\"");

mod guard;
mod handle;
mod policy;
mod report;
mod status;
mod version;
mod view;
