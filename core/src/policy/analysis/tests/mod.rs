//! What the small worlds of the property tests cannot show: the built-in policies, each code of
//! lint by a policy of its own, the whole space value by value, limits and forms.

mod built_in;
mod findings;
mod forms;
mod whole_space;

use crate::Policy;
use crate::date::Date;

use super::Scope;

fn policy(rules: &str) -> Policy {
    with(rules, "")
}

/// A policy with these rules and further members.
fn with(rules: &str, members: &str) -> Policy {
    let text = format!(
        r#"{{"format": 1, "name": "test", "rules": [{rules}], "otherwise": "review"{members}}}"#
    );
    Policy::from_json(text.as_bytes(), None).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn scope() -> Scope {
    Scope { today: Some(Date::read("2026-11-21").unwrap()), ..Scope::default() }
}
