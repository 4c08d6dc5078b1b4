//! A policy as one document again, with everything that it inherits.

use crate::json::{Layout, Number, Object, Value};

use super::Policy;
use super::document::{Document, Lists, RuleText};
use super::lifecycle::Plan;

type Member<'d> = (&'static str, Value<'d>);

impl Policy {
    /// The resolved document as indented JSON: inherited lists, rules and states are in it, so it
    /// names no other policy and loads without a base, as a policy with the same fingerprint.
    /// `about` is that of the document itself.
    ///
    /// ```
    /// use idenfy_rules::Policy;
    /// let ours = br#"{"format": 1, "name": "ours", "extends": "strict"}"#;
    /// let ours = Policy::from_json(ours, None).unwrap();
    /// let whole = Policy::from_json(ours.to_json().as_bytes(), None).unwrap();
    /// assert_eq!(whole.fingerprint(), ours.fingerprint());
    /// assert!(!ours.to_json().contains("extends"));
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        Layout::INDENTED.write(&document(&self.document))
    }
}

fn document(document: &Document) -> Value<'_> {
    let lists = (!document.lists.is_empty()).then(|| lists(&document.lists));
    let members = [
        Some(("format", Value::Number(Number::Unsigned(1)))),
        Some(("name", text(&document.name))),
        document.revision.as_deref().map(|revision| ("revision", text(revision))),
        document.about.as_deref().map(|about| ("about", text(about))),
        lists.map(|lists| ("lists", lists)),
        Some(("lifecycle", lifecycle(&document.plan))),
        Some(("rules", Value::Array(document.rules.iter().map(rule).collect()))),
        Some(("otherwise", text(document.otherwise.as_str()))),
    ];
    object(members.into_iter().flatten())
}

fn lists(lists: &Lists) -> Value<'_> {
    object(lists.iter().map(|(name, words)| {
        let words = words.iter().map(|word| text(&word.text)).collect();
        (name.as_str(), Value::Array(words))
    }))
}

fn lifecycle(plan: &Plan) -> Value<'static> {
    object(plan.iter().map(|(state, outcome)| {
        (state.as_str(), text(outcome.map_or("evaluate", |outcome| outcome.as_str())))
    }))
}

fn rule(rule: &RuleText) -> Value<'_> {
    let members: [Option<Member<'_>>; 5] = [
        Some(("id", text(&rule.id))),
        Some(("when", rule.when.clone())),
        Some(("then", text(rule.then.as_str()))),
        rule.skip_undecided.then(|| ("ifUndecided", text("skip"))),
        rule.why.as_deref().map(|why| ("why", text(why))),
    ];
    object(members.into_iter().flatten())
}

fn text(text: &str) -> Value<'_> {
    Value::String(text.into())
}

fn object<'d>(members: impl Iterator<Item = (&'d str, Value<'d>)>) -> Value<'d> {
    Value::Object(Object { members: members.map(|(key, value)| (key.into(), value)).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resolved_document_loads_as_the_same_policy() {
        let base = br#"{"format": 1, "name": "group", "extends": "strict", "about": "of the group",
            "lists": {"served": ["LT", "LV"]}}"#;
        let base = Policy::from_json(base, None).unwrap();
        let ours = br#"{"format": 1, "name": "ours", "revision": "7", "extends": "group",
            "about": "of \"ours\"", "lifecycle": {"unfinished": "review"}, "rules": [
            {"id": "served", "when": {"not": {"issuingCountry": "$served"}}, "then": "reject",
             "ifUndecided": "skip", "why": "No licence."}]}"#;
        let ours = Policy::from_json(ours, Some(&base)).unwrap();
        for policy in [Policy::documented(), Policy::strict(), base, ours] {
            let again = Policy::from_json(policy.to_json().as_bytes(), None).unwrap();
            assert_eq!(again.fingerprint(), policy.fingerprint());
            assert!(again.rule_ids().eq(policy.rule_ids()));
            assert_eq!(again.document.about, policy.document.about);
            assert_eq!(again.to_json(), policy.to_json());
        }
    }
}
