//! The C library: pointers in, pointers out, no logic of its own.
//!
//! What the header's opening comment has a caller promise stands in the types of the entries, so
//! that the entries themselves are safe. To C all of them are plain pointers and numbers:
//!
//! | here | in C | promised |
//! |---|---|---|
//! | `Option<&T>` | `const T *` | NULL, or alive and changed by nobody meanwhile |
//! | `Option<&mut T>` | `T *` | NULL, or alive and used by nobody else meanwhile |
//! | `Option<&mut MaybeUninit<Box<T>>>` | `T **` | NULL, or writable; C owns what is put there |
//! | `Option<&mut Option<Box<T>>>` | `T **` | NULL, or holds NULL or an object to be freed |
//! | `Array<'_, T>`, `Length` | `const T *`, `size_t` | so many can be read and do not change |
//!
//! Only the last row is more than a type can say; `view` turns it into slices and is the one file
//! with unsafe code.
//!
//! Doc comments of exported items become the header, so they are written for a C reader. The order
//! of the modules is that of the header.

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
