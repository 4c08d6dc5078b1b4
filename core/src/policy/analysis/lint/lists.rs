//! Lists that no rule uses.

use std::collections::BTreeSet;

use crate::json::{Object, Value};
use crate::pointer::Pointer;

use super::{Draft, LintCode, Place};

/// Operators whose text is taken as it is.
const LITERAL: &[&str] = &["startsWith", "matches", "unlisted"];

impl Draft<'_> {
    pub(super) fn lists(&mut self) {
        let document = &self.policy.document;
        let mut used = BTreeSet::new();
        for rule in &document.rules {
            names(&rule.when, &mut used);
        }
        let lists = document.lists.keys();
        let unused: Vec<String> =
            lists.filter(|name| !used.contains(name.as_str())).cloned().collect();
        for name in unused {
            let pointer = Pointer::root().key("lists").key(&name);
            let at = Place { code: LintCode::UnusedList, rule: None, pointer };
            let finding = self.finding(&at, "no rule uses the list");
            self.add(&at, finding);
        }
    }
}

/// The lists that a condition names.
fn names<'v>(value: &'v Value<'static>, found: &mut BTreeSet<&'v str>) {
    match value {
        Value::String(text) => found.extend(text.strip_prefix('$')),
        Value::Array(items) => {
            for item in items {
                names(item, found);
            }
        }
        Value::Object(object) => {
            let members = Object::iter(object).filter(|(key, _)| !LITERAL.contains(key));
            for (_, inner) in members {
                names(inner, found);
            }
        }
        _ => {}
    }
}
