//! Findings about an integration, in the form that all findings have.

use std::collections::BTreeMap;

use crate::pointer::Pointer;
use crate::report::sentence::{fill, quote};
use crate::report::{Param, Report, Violation};

use super::rule::Rule;

/// A lint under way: what was found so far, in that order.
#[derive(Default)]
pub(super) struct Inspection {
    found: Vec<Violation>,
}

impl Inspection {
    /// Something about the whole input.
    pub(super) fn report(&mut self, rule: Rule) {
        self.add(rule, Pointer::root(), None, BTreeMap::new());
    }

    /// Something about one part of it.
    pub(super) fn report_at(&mut self, part: &str, rule: Rule) {
        self.add(rule, Pointer::root().key(part), None, BTreeMap::new());
    }

    /// The same, in a sentence that begins with the name of the part.
    pub(super) fn report_named(&mut self, part: &str, rule: Rule) {
        self.add(rule, Pointer::root().key(part), Some(part), BTreeMap::new());
    }

    /// Something about one part of it, with a parameter.
    pub(super) fn report_with(
        &mut self,
        part: &str,
        rule: Rule,
        name: &'static str,
        value: impl Into<Param>,
    ) {
        self.add(rule, Pointer::root().key(part), None, BTreeMap::from([(name, value.into())]));
    }

    pub(super) fn into_report(self) -> Report {
        Report::new(self.found)
    }

    fn add(
        &mut self,
        rule: Rule,
        pointer: Pointer,
        subject: Option<&str>,
        params: BTreeMap<&'static str, Param>,
    ) {
        let mut message = String::new();
        if let Some(subject) = subject {
            quote(&mut message, subject);
            message.push(' ');
        }
        fill(&mut message, rule.text(), &params);
        let (code, severity) = (rule.as_str(), rule.severity());
        self.found.push(Violation { code, pointer, identifier: None, severity, params, message });
    }
}
