//! A claim about a policy: for which webhooks, and what is said of their outcome.

use crate::json::{self, Object, Value};
use crate::pointer::Pointer;
use crate::policy::Policy;
use crate::policy::compile;
use crate::policy::condition::Condition;
use crate::policy::decision::Decision;
use crate::policy::document::LIMITS;
use crate::policy::error::{PolicyCode, PolicyError};
use crate::policy::node::Node;
use crate::policy::outcome::{Lifecycle, Outcome};
use crate::policy::truth::Truth;

use super::witness::Read;

type Result<T> = std::result::Result<T, PolicyError>;

/// The key of a claim that asks for states; policies do not have it.
const LIFECYCLE: &str = "lifecycle";

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
    pub(super) when: &'w [u8],
}

impl<'w> Claim<'w> {
    /// No webhook that meets the condition has this outcome.
    #[must_use]
    pub const fn never(outcome: Outcome, when: &'w [u8]) -> Self {
        Self { always: false, outcome, when }
    }

    /// Every webhook that meets the condition has this outcome.
    #[must_use]
    pub const fn always(outcome: Outcome, when: &'w [u8]) -> Self {
        Self { always: true, outcome, when }
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
    pub(super) fn read(text: &[u8], policy: &Policy) -> Result<Self> {
        let root = Pointer::root();
        let value = json::read(text, &LIMITS).map_err(|fault| {
            PolicyError::new(PolicyCode::NotJson, &root, fault.describe("the condition"))
        })?;
        let node = Node::new(&value, root);
        let members = node.members("a condition")?;
        let asked = members.iter().find(|(key, _)| *key == LIFECYCLE);
        let states = asked.map(|(_, node)| states(node)).transpose()?;
        let rest = value.as_object().into_iter().flat_map(Object::iter);
        let rest = rest.filter(|(key, _)| *key != LIFECYCLE);
        let members: Vec<_> =
            rest.map(|(key, value)| (key.to_owned().into(), value.clone())).collect();
        let condition = if members.is_empty() {
            None
        } else {
            let value = Value::Object(Object { members });
            Some(compile::condition(&Node::new(&value, Pointer::root()), &policy.document.lists)?)
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
