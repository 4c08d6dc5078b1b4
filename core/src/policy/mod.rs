//! Policies: what a webhook means for the person, by rules that compliance people can read.
//!
//! A policy is a JSON document. [`Policy::documented`] is what the vendor's pages say and
//! nothing more; [`Policy::strict`] weighs flags, lists and side services, too. Both are
//! loaded from their documents by the same code that loads yours. There is no default: name
//! the policy.
//!
//! Lifecycle comes first: only a delivery that is the last word reaches the rules. Every rule
//! is then judged true, false or undecided; a condition on a missing fact or an unknown word
//! is undecided, and so is its negation. The strongest outcome of the true rules wins, and an
//! accept falls to review while a stronger rule is undecided.

pub mod analysis;
pub mod batch;
mod beginnings;
mod compile;
mod condition;
mod decision;
mod document;
mod engine;
mod error;
mod evaluate;
mod explanation;
mod fingerprint;
mod lifecycle;
mod next_step;
mod node;
mod operators;
mod outcome;
mod pattern;
mod resolved;
mod schema;
mod show;
pub mod testing;
mod truth;
mod words;
mod written;

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use crate::date::Date;
use crate::facts::Fact;
use crate::json::Limits;
use crate::vocab;

pub use crate::facts::{Absence, Fact as FactName, Kind};
pub use decision::{Decision, Flag, PolicyName, Undecided, UnknownWord};
pub use error::{DecisionError, PolicyCode, PolicyError};
pub use evaluate::Scratch;
pub use explanation::{Explanation, FactTrace, RuleTrace};
pub(crate) use outcome::closed;
pub use outcome::{Lifecycle, NextStep, Outcome};
pub use schema::json_schema;

use compile::Rule;
use document::{Bases, Document};
use engine::Engine;

const DOCUMENTED: &str = include_str!("builtin/documented.json");
const STRICT: &str = include_str!("builtin/strict.json");

/// The code of a call that has to say `today`, and does not.
const TODAY_REQUIRED: &str = "policy.today_required";

/// A loaded policy: immutable, shared freely between threads.
///
/// ```
/// use idenfy_rules::policy::{Outcome, Policy};
/// let body = br#"{"scanRef": "s", "final": true, "status": {"overall": "SUSPECTED",
///     "manualDocument": "DOC_VALIDATED", "manualFace": "FACE_MATCH", "mismatchTags": ["NAME"]}}"#;
///
/// let decision = Policy::documented().evaluate(body, &Default::default()).unwrap();
/// assert_eq!(decision.outcome, Outcome::Accept);
/// assert_eq!(decision.rules, ["suspected-passed-by-hand"]);
/// assert_eq!(decision.flags[0].tag.as_deref(), Some("NAME"));
///
/// let decision = Policy::strict().evaluate(body, &Default::default()).unwrap();
/// assert_eq!(decision.outcome, Outcome::Review);
/// ```
#[derive(Clone)]
pub struct Policy {
    document: Document,
    rules: Vec<Rule>,
    engine: Arc<Engine>,
    identity: Arc<PolicyName>,
    needs_today: bool,
}

/// What is known besides the body.
///
/// ```
/// use idenfy_rules::policy::Arrival;
/// let arrival = Arrival { event_type: Some("IDENTIFICATION_MANUAL_FINISHED"), ..Arrival::default() };
/// assert!(arrival.digest);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Arrival<'a> {
    /// The `Idenfy-Event-Type` header, if there was one. It is not signed.
    pub event_type: Option<&'a str>,
    /// The day, for policies that ask `age` or `daysToExpiry`.
    pub today: Option<Date>,
    /// Whether to name the body by its SHA-256. Without it duplicates cannot be seen later.
    pub digest: bool,
    /// What a body may cost.
    pub limits: Limits,
}

impl Default for Arrival<'_> {
    fn default() -> Self {
        Self { event_type: None, today: None, digest: true, limits: Limits::default() }
    }
}

impl Policy {
    /// The vendor's pages, word for word: a SUSPECTED person whose manual checks both passed is
    /// accepted whatever the flags say. Use [`Policy::strict`] where that will not do.
    ///
    /// Source: kyc/overview and FAQ pages (2026).
    #[must_use]
    pub fn documented() -> Self {
        Self::built_in(DOCUMENTED)
    }

    /// Verdict, checks, flags, lists and side services weighed together; whatever is not
    /// plainly good goes to a person.
    #[must_use]
    pub fn strict() -> Self {
        Self::built_in(STRICT)
    }

    #[expect(clippy::expect_used, reason = "the built-in documents are constants that tests load")]
    fn built_in(text: &str) -> Self {
        Self::from_json(text.as_bytes(), None).expect("a built-in policy")
    }

    /// Loads a policy from its document. `base` is what `extends` may name besides the built-in
    /// policies.
    ///
    /// # Errors
    /// [`PolicyError`] for the first thing that is wrong, with its place and, where something
    /// is near enough, what was probably meant.
    ///
    /// ```
    /// use idenfy_rules::Policy;
    /// let document = br#"{"format": 1, "name": "ours", "revision": "2026-11", "extends": "strict",
    ///     "rules": [{"id": "too-young", "when": {"age": {"below": 18}}, "then": "reject"}]}"#;
    /// let policy = Policy::from_json(document, None)?;
    /// assert_eq!((policy.name(), policy.revision()), ("ours", Some("2026-11")));
    /// assert_eq!(policy.rule_ids().last(), Some("too-young"));
    /// assert_eq!(policy.fingerprint().len(), 64);
    ///
    /// let error = Policy::from_json(br#"{"format": 1, "name": "ours", "extends": "strickt"}"#, None);
    /// assert_eq!(error.unwrap_err().suggestion(), Some("strict"));
    /// # Ok::<(), idenfy_rules::PolicyError>(())
    /// ```
    pub fn from_json(text: &[u8], base: Option<&Self>) -> Result<Self, PolicyError> {
        let document = document::read(text, &Known { base })?;
        let rules = compile::rules(&document)?;
        let identity = PolicyName {
            name: document.name.clone(),
            revision: document.revision.clone(),
            fingerprint: fingerprint::of(&document),
            vocabulary: vocab::VERSION.to_owned(),
        };
        let engine = Arc::new(Engine::new(&rules));
        let mut asked = BTreeSet::new();
        for rule in &rules {
            rule.when.visit(false, &mut |fact, _, _| _ = asked.insert(fact));
        }
        let needs_today = asked.into_iter().any(Fact::needs_today);
        Ok(Self { document, rules, engine, identity: Arc::new(identity), needs_today })
    }

    /// The name of the document.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.document.name
    }

    /// The revision of the document, if it states one.
    #[must_use]
    pub fn revision(&self) -> Option<&str> {
        self.document.revision.as_deref()
    }

    /// SHA-256 of the resolved document: keys sorted, rules sorted by id, `why` and `about`
    /// left out.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.identity.fingerprint
    }

    /// The ids of its rules, inherited ones first.
    pub fn rule_ids(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| rule.id.as_str())
    }

    /// Which policy it is, for whatever it decides or says.
    fn identity(&self) -> PolicyName {
        PolicyName::clone(&self.identity)
    }
}

/// Shows which policy it is, not all of its rules.
impl fmt::Debug for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Policy")
            .field("name", &self.document.name)
            .field("revision", &self.document.revision)
            .field("fingerprint", &self.identity.fingerprint)
            .finish_non_exhaustive()
    }
}

/// The policies that `extends` may name.
struct Known<'b> {
    base: Option<&'b Policy>,
}

impl Bases for Known<'_> {
    fn find(&self, name: &str) -> Option<Document> {
        let passed = self.base.filter(|base| base.name() == name).cloned();
        let policy = passed.or_else(|| match name {
            "documented" => Some(Policy::documented()),
            "strict" => Some(Policy::strict()),
            _ => None,
        });
        policy.map(|policy| policy.document)
    }

    fn names(&self) -> Vec<String> {
        let passed = self.base.map(|base| base.name().to_owned());
        ["documented", "strict"].map(str::to_owned).into_iter().chain(passed).collect()
    }
}

#[cfg(test)]
mod tests;
