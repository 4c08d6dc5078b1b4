//! From a rule to a finding: place, parameters and sentence, each made in one place.

use std::collections::BTreeMap;

use crate::pointer::Pointer;
use crate::report::{Param, Severity, Violation};

use super::member::Member;
use super::profile::Profile;
use super::rule::Rule;

/// Where a check looks. Built on the way down, written out only if something is found.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    step: Step<'p>,
    parent: Option<&'p Place<'p>>,
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Body,
    /// A member of the body: its row if it has one, and its place in the body, counted from
    /// 1; 0 if it is missing.
    Member {
        name: &'p str,
        row: Option<&'static Member>,
        position: usize,
    },
    Key(&'p str),
    Item(usize),
}

impl<'p> Place<'p> {
    /// The body itself.
    pub(super) const BODY: Self = Self { step: Step::Body, parent: None };

    /// A member of the body.
    pub(super) fn member(name: &'p str, row: Option<&'static Member>, position: usize) -> Self {
        Self { step: Step::Member { name, row, position }, parent: None }
    }

    /// A key of the object at this place.
    pub(super) fn key(&'p self, name: &'p str) -> Self {
        Self { step: Step::Key(name), parent: Some(self) }
    }

    /// An item of the list at this place.
    pub(super) fn item(&'p self, index: usize) -> Self {
        Self { step: Step::Item(index), parent: Some(self) }
    }

    fn pointer(&self) -> Pointer {
        let parent = self.parent.map(Place::pointer).unwrap_or_default();
        match self.step {
            Step::Body => parent,
            Step::Member { name, .. } | Step::Key(name) => parent.key(name),
            Step::Item(index) => parent.index(index),
        }
    }

    fn top(&self) -> Step<'p> {
        self.parent.map_or(self.step, Place::top)
    }

    /// How the sentence names the place. An unknown name is the caller's text: not shown.
    fn subject(&self) -> String {
        match self.top() {
            Step::Member { row: Some(row), .. } => format!("`{}`", row.name),
            Step::Member { row: None, .. } => "this member".to_owned(),
            _ => "the body".to_owned(),
        }
    }

    /// The place in the order of findings: the body and what is missing first, then member by
    /// member.
    fn position(&self) -> usize {
        match self.top() {
            Step::Member { position, .. } => position,
            _ => 0,
        }
    }
}

/// A finding before it has a place.
pub(super) struct Finding {
    rule: Rule,
    severity: Severity,
    params: BTreeMap<&'static str, Param>,
}

impl From<Rule> for Finding {
    fn from(rule: Rule) -> Self {
        Self { rule, severity: rule.severity(), params: BTreeMap::new() }
    }
}

impl Rule {
    /// A finding of this rule with a parameter.
    pub(super) fn with(self, name: &'static str, value: impl Into<Param>) -> Finding {
        Finding::from(self).with(name, value)
    }

    /// A finding of this rule with another weight than usual.
    pub(super) fn weighing(self, severity: Severity) -> Finding {
        Finding { severity, ..Finding::from(self) }
    }

    /// A finding of this rule that names the value which was probably meant.
    pub(super) fn suggesting(self, suggestion: Option<&'static str>) -> Finding {
        let finding = Finding::from(self);
        match suggestion {
            Some(suggestion) => finding.with("suggestion", suggestion),
            None => finding,
        }
    }
}

impl Finding {
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.params.insert(name, value.into());
        self
    }

    /// A finding whose parameter is a list of words.
    pub(super) fn allowing(self, words: &[&str]) -> Self {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        self.with("allowed", Param::List(words))
    }

    fn at(self, place: &Place<'_>) -> Violation {
        let Self { rule, severity, params } = self;
        let identifier = rule.identifier().filter(|_| severity == Severity::Error);
        let message = sentence(&place.subject(), rule.text(), &params);
        Violation {
            code: rule.as_str(),
            pointer: place.pointer(),
            identifier,
            severity,
            params,
            message,
        }
    }
}

/// The sentence of a finding: subject, demand, and what was probably meant.
fn sentence(subject: &str, text: &str, params: &BTreeMap<&'static str, Param>) -> String {
    let mut sentence = format!("{subject} {text}");
    for (name, value) in params {
        sentence = sentence.replace(&format!("{{{name}}}"), &shown(value));
    }
    if let Some(suggestion) = params.get("suggestion") {
        sentence.push_str("; perhaps ");
        sentence.push_str(&shown(suggestion));
        sentence.push_str(" is meant");
    }
    if let Some(Param::Text(hint)) = params.get("hint") {
        sentence.push_str("; ");
        sentence.push_str(hint);
    }
    sentence
}

fn shown(value: &Param) -> String {
    match value {
        Param::Integer(number) => number.to_string(),
        Param::Text(text) => format!("`{text}`"),
        Param::List(words) => {
            words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
        }
    }
}

/// A validation under way: what the caller knows, and what was found so far.
pub(super) struct Inspection<'i> {
    pub(super) profile: &'i Profile,
    found: Vec<(usize, Violation)>,
}

impl<'i> Inspection<'i> {
    pub(super) fn new(profile: &'i Profile) -> Self {
        Self { profile, found: Vec::new() }
    }

    pub(super) fn report(&mut self, place: &Place<'_>, finding: impl Into<Finding>) {
        self.found.push((place.position(), finding.into().at(place)));
    }

    /// Everything that was found: in the order of the body, and within a member in the order
    /// in which the rules were asked.
    pub(super) fn into_violations(mut self) -> Vec<Violation> {
        self.found.sort_by_key(|(position, _)| *position);
        self.found.into_iter().map(|(_, violation)| violation).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::members::MEMBERS;

    #[test]
    fn a_sentence_names_the_member_the_limit_and_the_suggestion() {
        let country = MEMBERS.iter().find(|row| row.name == "country");
        let body = Place::member("country", country, 1);
        let found = Rule::CountryUnknown.suggesting(Some("GB")).at(&body.item(1));
        assert_eq!(found.pointer.as_str(), "/country/1");
        assert_eq!(
            found.message,
            "`country` must be an assigned ISO 3166-1 alpha-2 code or `XK`; perhaps `GB` is meant"
        );
        let range = Rule::SessionLengthRange.with("min", 60).with("max", 3600).at(&body);
        assert_eq!(range.message, "`country` must be 60 to 3600 seconds");
    }

    #[test]
    fn an_unknown_name_is_in_the_pointer_only() {
        let found = Finding::from(Rule::FieldUnknown).at(&Place::member("a/b", None, 3));
        assert_eq!(found.pointer.as_str(), "/a~1b");
        assert!(found.message.starts_with("this member is not"), "{}", found.message);
    }

    #[test]
    fn a_warning_has_no_identifier() {
        let place = Place::member("x", None, 1);
        assert!(Rule::DummyEnvironment.weighing(Severity::Warning).at(&place).identifier.is_none());
        assert!(Finding::from(Rule::DummyEnvironment).at(&place).identifier.is_some());
    }

    #[test]
    fn findings_are_sorted_by_the_body() {
        let profile = Profile::default();
        let mut inspection = Inspection::new(&profile);
        for (name, position) in [("c", 3), ("a", 1), ("b", 2)] {
            inspection.report(&Place::member(name, None, position), Rule::FieldUnknown);
        }
        inspection.report(&Place::BODY, Rule::BodyEmpty);
        let found = inspection.into_violations();
        let order: Vec<_> = found.iter().map(|violation| violation.pointer.as_str()).collect();
        assert_eq!(order, ["", "/a", "/b", "/c"]);
    }
}
