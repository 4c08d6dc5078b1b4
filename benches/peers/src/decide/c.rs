//! The C library, called as a C program calls it: see c/decider.c.

use std::ffi::c_void;
use std::path::Path;

use libloading::Library;

use super::Decider;
use crate::rules::{Outcome, RuleSet};

type New = unsafe extern "C" fn(*const u8, usize) -> *mut c_void;
type OutcomeOf = unsafe extern "C" fn(*mut c_void, *const u8, usize) -> u32;

/// Numbers of the header: `IDR_ACCEPT` and its neighbours.
const OUTCOMES: [Outcome; 4] = [Outcome::Accept, Outcome::Retry, Outcome::Review, Outcome::Reject];

pub struct FromC {
    decider: *mut c_void,
    outcome_of: OutcomeOf,
    /// Keeps the function loaded.
    _library: Library,
}

impl FromC {
    pub fn load(set: &RuleSet, path: &Path) -> Self {
        let text = set.text("policy.json");
        // SAFETY: the two signatures are those of c/decider.c, and the library is kept.
        unsafe {
            let library = Library::new(path).expect("c/decider.c as a library");
            let new = *library.get::<New>("decider_new").expect("a function");
            let outcome_of = *library.get::<OutcomeOf>("decider_outcome").expect("a function");
            let decider = new(text.as_ptr(), text.len());
            assert!(!decider.is_null(), "a policy");
            Self { decider, outcome_of, _library: library }
        }
    }
}

impl Decider for FromC {
    fn outcome(&mut self, body: &[u8]) -> Outcome {
        // SAFETY: the decider is alive, and the body as long as it says.
        let outcome = unsafe { (self.outcome_of)(self.decider, body.as_ptr(), body.len()) };
        OUTCOMES[outcome as usize - 1]
    }
}
