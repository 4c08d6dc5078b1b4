//! A claim about a policy: for which webhooks, and what is said of their outcome.

use crate::json::{Object, Value};
use crate::pointer::Pointer;
use crate::policy::Policy;
use crate::policy::compile;
use crate::policy::condition::Condition;
use crate::policy::decision::Decision;
use crate::policy::document::{self, Members};
use crate::policy::error::{PolicyCode, PolicyError};
use crate::policy::node::Node;
use crate::policy::outcome::{Lifecycle, Outcome};
use crate::policy::truth::Truth;

use super::witness::Read;

type Result<T> = std::result::Result<T, PolicyError>;

/// The key of a claim that asks for states; policies do not have it.
const LIFECYCLE: &str = "lifecycle";

const CLAIM_KEYS: &[&str] = &["never", "always", "when"];

/// A claim about every webhook of a verification that meets a condition.
///
/// The condition is one of the policy language, as JSON; `$name` means a list of the policy. Two
/// things are allowed besides: `{}` for every webhook, and the key `lifecycle` at the top, with a
/// state, a list of states, or `{"not": ...}` of these. A webhook for which the condition is
/// undecided does not meet it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim<'w> {
    pub(super) always: bool,
    pub(super) outcome: Outcome,
    when: When<'w>,
}

/// Where the condition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When<'w> {
    /// It is the whole text.
    Alone(&'w [u8]),
    /// It is a member of a claim in JSON.
    InClaim(&'w [u8]),
}

impl<'w> Claim<'w> {
    /// No webhook that meets the condition has this outcome.
    #[must_use]
    pub const fn never(outcome: Outcome, when: &'w [u8]) -> Self {
        Self { always: false, outcome, when: When::Alone(when) }
    }

    /// Every webhook that meets the condition has this outcome.
    ///
    /// ```
    /// use idenfy_rules::policy::analysis::{Claim, ProofResult};
    /// use idenfy_rules::{Outcome, Policy};
    /// let claim = Claim::always(Outcome::Reject, br#"{"tags": {"any": ["UNDER_AGE"]}, "lifecycle": "decided"}"#);
    /// let proof = Policy::strict().prove(&claim, &Default::default())?;
    /// assert_eq!(proof.result, ProofResult::Holds);
    /// # Ok::<(), idenfy_rules::PolicyError>(())
    /// ```
    #[must_use]
    pub const fn always(outcome: Outcome, when: &'w [u8]) -> Self {
        Self { always: true, outcome, when: When::Alone(when) }
    }

    /// Reads a claim as JSON: `{"never": outcome, "when": condition}`, or `always` in the place of
    /// `never`.
    ///
    /// # Errors
    /// [`PolicyError`] with the place in the claim. The condition is not looked at yet: what its
    /// words mean, the policy says.
    ///
    /// ```
    /// use idenfy_rules::policy::analysis::Claim;
    /// use idenfy_rules::Outcome;
    /// let claim = Claim::from_json(br#"{"never": "accept", "when": {"overall": "DENIED"}}"#)?;
    /// assert_eq!(claim.outcome(), Outcome::Accept);
    /// let error = Claim::from_json(br#"{"newer": "accept", "when": {}}"#).unwrap_err();
    /// assert_eq!((error.pointer().as_str(), error.suggestion()), ("/newer", Some("never")));
    /// # Ok::<(), idenfy_rules::PolicyError>(())
    /// ```
    pub fn from_json(text: &'w [u8]) -> Result<Self> {
        let value = document::parse(text, "the claim")?;
        let root = Node::new(&value, Pointer::root());
        let members = Members::of(&root, CLAIM_KEYS, "a claim")?;
        let (always, outcome) = match (members.get("never"), members.get("always")) {
            (Some(outcome), None) => (false, outcome),
            (None, Some(outcome)) => (true, outcome),
            _ => {
                let message = "a claim has either `never` or `always`";
                return Err(root.fault(PolicyCode::NeverOrAlways, message));
            }
        };
        members.require("when")?;
        Ok(Self { always, outcome: document::outcome(outcome)?, when: When::InClaim(text) })
    }

    /// The outcome that it is about.
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }
}

/// The webhooks that a claim is about.
#[derive(Debug)]
pub(super) struct About {
    pub(super) states: Vec<Lifecycle>,
    /// None for every webhook in these states.
    pub(super) condition: Option<Condition>,
}

impl About {
    /// Reads the condition of a claim, with the lists of a policy.
    pub(super) fn read(claim: &Claim<'_>, policy: &Policy) -> Result<Self> {
        match claim.when {
            When::Alone(text) => {
                let value = document::parse(text, "the condition")?;
                Self::of(&Node::new(&value, Pointer::root()), policy)
            }
            When::InClaim(text) => {
                let value = document::parse(text, "the claim")?;
                let root = Node::new(&value, Pointer::root());
                Self::of(Members::of(&root, CLAIM_KEYS, "a claim")?.require("when")?, policy)
            }
        }
    }

    fn of(when: &Node<'_>, policy: &Policy) -> Result<Self> {
        let members = when.members("a condition")?;
        let asked = members.iter().find(|(key, _)| *key == LIFECYCLE);
        let states = asked.map(|(_, node)| states(node)).transpose()?;
        let rest = members.iter().filter(|(key, _)| *key != LIFECYCLE);
        let members: Vec<_> =
            rest.map(|(key, node)| ((*key).to_owned().into(), node.value.clone())).collect();
        let condition = if members.is_empty() {
            None
        } else {
            let value = Value::Object(Object { members });
            let when = Node::new(&value, when.at.clone());
            Some(compile::condition(&when, &policy.document.lists)?)
        };
        Ok(Self { states: states.unwrap_or_else(|| Lifecycle::ALL.to_vec()), condition })
    }
}

impl About {
    /// Whether the engine finds that a webhook is meant.
    pub(super) fn means(&self, read: &Read<'_>, decision: &Decision) -> bool {
        let is_true = |condition| read.judge(condition) == Truth::True;
        let in_state = decision.lifecycle.is_some_and(|state| self.states.contains(&state));
        in_state && self.condition.as_ref().is_none_or(is_true)
    }
}

/// One state, a list of them, or all others.
fn states(node: &Node<'_>) -> Result<Vec<Lifecycle>> {
    match node.value {
        Value::Array(_) => node.some_items("states")?.iter().map(state).collect(),
        Value::Object(_) => match node.members("states or `not`")?.as_slice() {
            [("not", others)] => {
                let others = states(others)?;
                let all = Lifecycle::ALL.iter().copied();
                Ok(all.filter(|state| !others.contains(state)).collect())
            }
            _ => Err(node.fault(PolicyCode::UnknownOperator, "`lifecycle` has only `not`")),
        },
        _ => state(node).map(|state| vec![state]),
    }
}

fn state(node: &Node<'_>) -> Result<Lifecycle> {
    let text = node.text("a state")?;
    let known = Lifecycle::ALL.iter();
    known.clone().copied().find(|state| state.as_str() == text).ok_or_else(|| {
        let names = known.map(|state| state.as_str());
        node.fault(PolicyCode::UnknownState, "there is no such state").suggest(text, names)
    })
}
