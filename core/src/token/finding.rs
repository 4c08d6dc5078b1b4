//! From a rule to a finding: place, parameters and sentence, each made in one place.

use std::collections::BTreeMap;

use crate::pointer::Pointer;
use crate::report::sentence::{fill, quote, show};
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
    /// A member of the body, with its row if it has one.
    Member(&'p str, Option<&'static Member>),
    Key(&'p str),
    Item(usize),
}

impl<'p> Place<'p> {
    /// The body itself.
    pub(super) const BODY: Self = Self { step: Step::Body, parent: None };

    /// A member of the body.
    pub(super) fn member(name: &'p str, row: Option<&'static Member>) -> Self {
        Self { step: Step::Member(name, row), parent: None }
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
        let mut pointer = self.parent.map(Place::pointer).unwrap_or_default();
        match self.step {
            Step::Body => {}
            Step::Member(name, _) | Step::Key(name) => pointer.push_key(name),
            Step::Item(index) => pointer.push_index(index),
        }
        pointer
    }

    fn top(&self) -> Step<'p> {
        self.parent.map_or(self.step, Place::top)
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
    /// Whether its findings are errors.
    pub(super) fn refuses(self) -> bool {
        self.severity() == Severity::Error
    }

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
        Finding::from(self).suggesting(suggestion)
    }

    /// A finding of this rule that another member takes part in.
    pub(super) fn beside(self, member: &str) -> Finding {
        Finding::from(self).beside(member)
    }
}

impl Finding {
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.params.insert(name, value.into());
        self
    }

    pub(super) fn suggesting(self, suggestion: Option<&'static str>) -> Self {
        match suggestion {
            Some(suggestion) => self.with("suggestion", suggestion),
            None => self,
        }
    }

    pub(super) fn beside(self, member: &str) -> Self {
        self.with("related", Pointer::root().key(member).to_string())
    }

    fn at(self, place: &Place<'_>) -> Violation {
        let Self { rule, severity, params } = self;
        let identifier = rule.identifier().filter(|_| severity == Severity::Error);
        let message = sentence(place, rule.text(), &params);
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

/// Most sentences are shorter, so most are written without growing.
const USUAL_LENGTH: usize = 96;

/// The sentence of a finding: the member, the demand, and what was probably meant.
fn sentence(place: &Place<'_>, text: &str, params: &BTreeMap<&'static str, Param>) -> String {
    let mut sentence = String::with_capacity(USUAL_LENGTH);
    match place.top() {
        Step::Member(_, Some(row)) => quote(&mut sentence, row.name),
        // An unknown name is the caller's text: not shown.
        Step::Member(_, None) => sentence.push_str("this member"),
        _ => sentence.push_str("the body"),
    }
    sentence.push(' ');
    fill(&mut sentence, text, params);
    if let Some(suggestion) = params.get("suggestion") {
        sentence.push_str("; perhaps ");
        show(&mut sentence, suggestion);
        sentence.push_str(" is meant");
    }
    if let Some(Param::Text(hint)) = params.get("hint") {
        sentence.push_str("; ");
        sentence.push_str(hint);
    }
    sentence
}

/// A validation under way: what the caller knows, and what was found so far, in the order
/// in which it was found.
pub(super) struct Inspection<'i> {
    pub(super) profile: &'i Profile,
    found: Vec<Violation>,
}

impl<'i> Inspection<'i> {
    pub(super) fn new(profile: &'i Profile) -> Self {
        Self { profile, found: Vec::new() }
    }

    pub(super) fn report(&mut self, place: &Place<'_>, finding: impl Into<Finding>) {
        self.found.push(finding.into().at(place));
    }

    pub(super) fn into_violations(self) -> Vec<Violation> {
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::members;

    #[test]
    fn a_sentence_names_the_member_the_limit_and_the_suggestion() {
        let body = Place::member("country", members::find("country"));
        let found = Rule::CountryUnknown.suggesting(Some("GB")).at(&body.item(1));
        assert_eq!(found.pointer.as_str(), "/country/1");
        assert_eq!(
            found.message,
            "`country` must be an assigned ISO 3166-1 alpha-2 code or `XK`; perhaps `GB` is meant"
        );
        let range = Rule::SessionLengthRange.with("min", 60).with("max", 3600).at(&body);
        assert_eq!(range.message, "`country` must be 60 to 3600 seconds");
        let words = Rule::SexEnum.with("allowed", vec!["M", "F"]).at(&body);
        assert_eq!(words.message, "`country` must be one of `M`, `F`");
    }

    #[test]
    fn an_unknown_name_is_in_the_pointer_only() {
        let found = Finding::from(Rule::FieldUnknown).at(&Place::member("a/b", None));
        assert_eq!(found.pointer.as_str(), "/a~1b");
        assert!(found.message.starts_with("this member is not"), "{}", found.message);
    }

    #[test]
    fn a_warning_has_no_identifier() {
        let place = Place::member("x", None);
        assert!(Rule::DummyEnvironment.weighing(Severity::Warning).at(&place).identifier.is_none());
        assert!(Finding::from(Rule::DummyEnvironment).at(&place).identifier.is_some());
    }

    #[test]
    fn every_parameter_of_a_text_has_a_name_between_braces() {
        for rule in Rule::ALL {
            let (open, close) =
                (rule.text().matches('{').count(), rule.text().matches('}').count());
            assert_eq!(open, close, "{rule}");
        }
    }
}
