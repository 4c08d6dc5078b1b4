//! What a policy does, before it decides about people.
//!
//! - [`Policy::lint`]: rules that never decide, parts that say nothing, places where absence helps;
//! - [`Policy::prove`]: a claim such as "never accept when the person is on a blocklist" holds, or
//!   here is the plainest webhook that refutes it;
//! - [`Policy::diff`]: every region of webhooks that two policies decide differently;
//! - [`Policy::diff_recorded`]: which recorded webhooks two policies decide differently.
//!
//! # Exact, over what the parser can produce
//!
//! Facts are finite words, sets of words, flags, ordered numbers and a few texts, so all of this
//! has exact answers. An answer speaks of every webhook about a verification that the parser can
//! produce, and not of free combinations of facts: the effective check follows from its two
//! members, classes from words, the lifecycle from event, verdict and `final`. The module `space`
//! lists each coupling. Notices never reach a policy and are left out.
//!
//! Two things are left open, and then the answer says so: a question that needs more steps than
//! the [`Scope`] allows, and one that hangs on what `matches` says of texts for which no example
//! could be made. An open question is never answered by a guess.
//!
//! Every webhook that is shown was written, read by the parser and decided by the engine before
//! it is handed out.
//!
//! # How
//!
//! ```text
//! policies -> space (axes)      what a webhook can be, as far as the rules tell it apart
//!          -> conditions        rules, lifecycle and outcomes as conditions over the axes
//!          -> solve             complete search: values, or the proof that there are none
//!          -> webhook, witness  from values back to a body, decided by the engine
//! ```
//!
//! [`Policy::lint`]: crate::Policy::lint
//! [`Policy::prove`]: crate::Policy::prove
//! [`Policy::diff`]: crate::Policy::diff
//! [`Policy::diff_recorded`]: crate::Policy::diff_recorded

mod area;
mod claim;
mod conditions;
mod diff;
mod inquiry;
mod lint;
mod model;
mod outcomes;
mod pair;
mod proof;
mod recorded;
mod scope;
mod solve;
mod space;
mod states;
#[cfg(test)]
mod tests;
mod verdict;
mod webhook;
mod widen;
mod witness;

pub use area::{Area, AreaFact, AreaValue};
pub use claim::Claim;
pub use diff::{Change, DiffGap, Difference};
pub use lint::{Lint, LintCode, LintFinding, LintGap, LintSeverity};
pub use proof::{Gap, Proof, ProofResult};
pub use recorded::{ChangeCount, ChangedLine, Comparison, RecordedDifference, UnusableLine};
pub use scope::Scope;
pub use witness::{Example, FactValue, Witness};

/// The guide, so that its example is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../../../docs/analysis.md")]
struct Guide;
