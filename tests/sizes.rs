//! Inputs beyond every limit are refused, and large ones within it come to the same as small ones.
//! How long they take is not tested but measured: `cargo bench --bench sizes`, `docs/hardening.md`.
//!
//! With `SIZES=full` the sizes are those of the page, else ones that come to the same in a moment.

#[path = "support/sizes.rs"]
#[expect(dead_code, reason = "the bench prints the rest")]
mod sizes;

use std::collections::BTreeSet;
use std::env;

use sizes::GROWING;

#[test]
fn every_hostile_size_comes_to_what_is_documented() {
    let mut names = BTreeSet::new();
    let mut wrong = Vec::new();
    let full = env::var("SIZES").is_ok_and(|sizes| sizes == "full");
    for growing in GROWING {
        let size = if full { growing.hostile } else { growing.short };
        assert!(names.insert(growing.about), "{} twice", growing.about);
        let found = (growing.run)(&(growing.make)(size));
        if found != growing.expected {
            wrong.push(format!("{}: {found}, not {}", growing.about, growing.expected));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
