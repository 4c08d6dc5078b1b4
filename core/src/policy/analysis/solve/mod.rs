//! A small solver for conditions in Kleene's logic over variables with finitely many values.
//!
//! It knows nothing about policies. A question names conditions and the truths that they are to
//! have; the answer is a set of values for each variable, any of which will do, or the proof that
//! there is none, or "not decided within the limit". Search is complete: what follows is worked
//! out in both directions after each choice, and each choice that fails is turned round.

mod bits;
mod problem;
mod propagate;
mod search;
mod state;
mod table;
#[cfg(test)]
mod tests;
mod truths;

pub(super) use bits::Bits;
pub(super) use problem::{Problem, Shape};
pub(super) use search::{Answer, Found, Question, Solver};
pub(super) use table::{Node, Table, Var};
pub(super) use truths::Truths;
