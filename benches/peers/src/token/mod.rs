//! From the bytes of a token request to the members at fault, by everybody.

#[cfg(feature = "peers")]
mod garde;
mod ours;
mod request;
mod typed;
#[cfg(feature = "peers")]
mod validator;

use std::collections::BTreeSet;
use std::hint::black_box;

use crate::Inputs;
use crate::rounds::Case;
use typed::Typed;

pub const BY_HAND: &str = "typed + checks (T)";

/// One way to check a request.
pub trait Checker {
    /// What is measured: how many findings.
    fn findings(&mut self, body: &[u8]) -> usize;

    /// What is compared: the names of the members at fault.
    fn at_fault(&mut self, body: &[u8]) -> BTreeSet<String>;
}

fn checkers(inputs: &Inputs) -> Vec<(&'static str, Box<dyn Checker>)> {
    request::learn(&inputs.token_words());
    vec![
        ("idenfy-rules", Box::new(ours::Ours::default())),
        (BY_HAND, Box::new(Typed(request::is_https))),
        ("the same, URLs by their prefix only", Box::new(Typed(request::looks_https))),
        #[cfg(feature = "peers")]
        ("garde", Box::new(garde::Garde)),
        #[cfg(feature = "peers")]
        ("validator", Box::new(validator::Validator)),
    ]
}

/// Stops at the first body about which two of them disagree.
pub fn check(inputs: &Inputs) {
    let bodies = inputs.lines("token/bodies.ndjson");
    let mut oracle = Typed(request::is_https);
    for (name, mut checker) in checkers(inputs) {
        for (number, body) in bodies.iter().enumerate() {
            let (expected, got) = (oracle.at_fault(body), checker.at_fault(body));
            assert_eq!(got, expected, "{name}, token request {number}");
        }
    }
}

pub fn cases<'a>(inputs: &Inputs, body: &'a [u8]) -> Vec<Case<'a>> {
    let measured = checkers(inputs).into_iter().map(|(name, mut checker)| {
        Case::new(name, move || {
            black_box(checker.findings(black_box(body)));
        })
    });
    measured.collect()
}
