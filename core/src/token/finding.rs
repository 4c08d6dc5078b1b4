//! From a rule to a finding, and what is kept of it until somebody reads it.

use std::collections::BTreeMap;

use crate::pointer::Pointer;
use crate::report::sentence::{fill, quote, show};
use crate::report::{Param, Report, Severity, Unread, Violation};
use crate::suggest::LONGEST;

use super::place::{Place, Spot, Subject};
use super::profile::Profile;
use super::rule::Rule;

/// A finding before it has a place.
pub(super) struct Finding {
    rule: Rule,
    severity: Severity,
    /// The least and the most that the rule takes; the ends of all numbers are no limits.
    min: i64,
    max: i64,
    more: Option<Box<More>>,
}

/// What few findings have.
#[derive(Default)]
struct More {
    params: Vec<(&'static str, Param)>,
    guess: Option<Guess>,
}

/// A rejected word, kept until somebody wants to know what was probably meant by it; it is not
/// shown to anybody.
struct Guess {
    meant: Meant,
    length: usize,
    text: [u8; LONGEST],
}

/// What was probably meant by a text, if that can be told.
pub(super) type Meant = fn(&str) -> Option<&'static str>;

impl From<Rule> for Finding {
    fn from(rule: Rule) -> Self {
        let severity = rule.severity();
        Self { rule, severity, min: i64::MIN, max: i64::MAX, more: None }
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

    /// A finding of this rule that names its limits.
    pub(super) fn within(self, min: Option<i64>, max: Option<i64>) -> Finding {
        Finding::from(self).within(min, max)
    }

    /// A finding of this rule with another weight than usual.
    pub(super) fn weighing(self, severity: Severity) -> Finding {
        Finding { severity, ..Finding::from(self) }
    }

    /// A finding of this rule that names what was probably meant, when it is read.
    pub(super) fn guessing(self, text: &str, meant: Meant) -> Finding {
        Finding::from(self).guessing(text, meant)
    }

    /// A finding of this rule that another member takes part in.
    pub(super) fn beside(self, member: &str) -> Finding {
        Finding::from(self).beside(member)
    }
}

impl Finding {
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.more.get_or_insert_default().params.push((name, value.into()));
        self
    }

    /// With the parameters `min` and `max`, as far as there are such limits.
    pub(super) fn within(self, min: Option<i64>, max: Option<i64>) -> Self {
        Self { min: min.unwrap_or(self.min), max: max.unwrap_or(self.max), ..self }
    }

    fn guessing(mut self, text: &str, meant: Meant) -> Self {
        self.more.get_or_insert_default().guess = Guess::new(text, meant);
        self
    }

    pub(super) fn beside(self, member: &str) -> Self {
        self.with("related", Pointer::root().key(member).to_string())
    }

    fn params(&self) -> BTreeMap<&'static str, Param> {
        let mut params = BTreeMap::new();
        if self.min > i64::MIN {
            params.insert("min", self.min.into());
        }
        if self.max < i64::MAX {
            params.insert("max", self.max.into());
        }
        if let Some(more) = &self.more {
            params.extend(more.params.iter().cloned());
            let meant = more.guess.as_ref().and_then(Guess::meant);
            params.extend(meant.map(|meant| (SUGGESTION, meant.into())));
        }
        params
    }
}

impl Guess {
    /// By a longer text nothing was meant that we know.
    fn new(text: &str, meant: Meant) -> Option<Self> {
        let mut kept = [0; LONGEST];
        kept.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self { meant, length: text.len(), text: kept })
    }

    fn meant(&self) -> Option<&'static str> {
        let text = std::str::from_utf8(self.text.get(..self.length)?).ok()?;
        (self.meant)(text)
    }
}

/// A finding and its place.
struct Found {
    finding: Finding,
    spot: Spot,
}

impl Found {
    fn write(&self) -> Violation {
        let Finding { rule, severity, .. } = self.finding;
        let params = self.finding.params();
        Violation {
            code: rule.as_str(),
            pointer: self.spot.pointer(),
            identifier: rule.identifier().filter(|_| severity == Severity::Error),
            severity,
            message: sentence(self.spot.subject(), rule.text(), &params),
            params,
        }
    }
}

/// The parameter that names what was probably meant.
pub(super) const SUGGESTION: &str = "suggestion";

/// Most sentences are shorter, so most are written without growing.
const USUAL_LENGTH: usize = 96;

/// The sentence of a finding: the member, the demand, and what was probably meant.
fn sentence(subject: Subject, text: &str, params: &BTreeMap<&'static str, Param>) -> String {
    let mut sentence = String::with_capacity(USUAL_LENGTH);
    match subject {
        Subject::Member(row) => quote(&mut sentence, row.name),
        Subject::Unknown => sentence.push_str("this member"),
        Subject::Body => sentence.push_str("the body"),
    }
    sentence.push(' ');
    fill(&mut sentence, text, params);
    if let Some(suggestion) = params.get(SUGGESTION) {
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

/// A validation under way: what the caller knows, and what was found so far.
pub(super) struct Inspection<'i> {
    pub(super) profile: &'i Profile,
    errors: usize,
    findings: Findings,
}

/// Few requests have more findings.
const USUAL: usize = 8;

/// What was found, in that order.
struct Findings(Vec<Found>);

impl<'i> Inspection<'i> {
    pub(super) fn new(profile: &'i Profile) -> Self {
        Self { profile, errors: 0, findings: Findings(Vec::new()) }
    }

    #[inline(always)]
    pub(super) fn report(&mut self, place: &Place<'_>, finding: impl Into<Finding>) {
        // Taken apart, it goes to the list in registers.
        let Finding { rule, severity, min, max, more } = finding.into();
        self.keep(place, rule, severity, (min, max), more);
    }

    #[cold]
    #[inline(never)]
    fn keep(
        &mut self,
        place: &Place<'_>,
        rule: Rule,
        severity: Severity,
        (min, max): (i64, i64),
        more: Option<Box<More>>,
    ) {
        self.errors += usize::from(severity == Severity::Error);
        if self.findings.0.is_empty() {
            self.findings.0.reserve(USUAL);
        }
        let finding = Finding { rule, severity, min, max, more };
        self.findings.0.push(Found { finding, spot: place.spot() });
    }

    pub(super) fn into_report(self) -> Report {
        match self.findings.0.len() {
            0 => Report::default(),
            len => Report::unread(len, self.errors, self.findings),
        }
    }
}

impl Unread for Findings {
    fn read(&self) -> Vec<Violation> {
        self.0.iter().map(Found::write).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::members;

    fn written(finding: impl Into<Finding>, place: &Place<'_>) -> Violation {
        Found { finding: finding.into(), spot: place.spot() }.write()
    }

    #[test]
    fn a_sentence_names_the_member_the_limit_and_the_suggestion() {
        let body = Place::member(members::find("country").unwrap());
        let found = written(Rule::CountryUnknown.guessing("uk", |_| Some("GB")), &body.item(1));
        assert_eq!(found.pointer.as_str(), "/country/1");
        assert_eq!(
            found.message,
            "`country` must be an assigned ISO 3166-1 alpha-2 code or `XK`; perhaps `GB` is meant"
        );
        let range = written(Rule::SessionLengthRange.within(Some(60), Some(3600)), &body);
        assert_eq!(range.message, "`country` must be 60 to 3600 seconds");
        assert_eq!(range.params, BTreeMap::from([("min", 60.into()), ("max", 3600.into())]));
        let one_sided = written(Rule::ExpiryTimeMax.within(None, Some(7)), &body);
        assert_eq!(one_sided.params, BTreeMap::from([("max", 7.into())]));
        let from_below = written(Rule::ExpiryTimeMin.within(Some(7), None), &body);
        assert_eq!(from_below.params, BTreeMap::from([("min", 7.into())]));
        let words = written(Rule::SexEnum.with("allowed", vec!["M", "F"]), &body);
        assert_eq!(words.message, "`country` must be one of `M`, `F`");
    }

    #[test]
    fn an_unknown_name_is_in_the_pointer_only() {
        let found = written(Rule::FieldUnknown, &Place::unknown("a/b"));
        assert_eq!(found.pointer.as_str(), "/a~1b");
        assert!(found.message.starts_with("this member is not"), "{}", found.message);
    }

    #[test]
    fn a_warning_has_no_identifier() {
        let place = Place::unknown("x");
        let warning = Rule::DummyEnvironment.weighing(Severity::Warning);
        assert!(written(warning, &place).identifier.is_none());
        assert!(written(Rule::DummyEnvironment, &place).identifier.is_some());
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
