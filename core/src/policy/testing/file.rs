//! A test file, read.

use std::collections::BTreeSet;

use crate::date::Date;
use crate::json::{Layout, Value};
use crate::pointer::Pointer;

use super::super::document::{self, Members, OTHERWISE};
use super::super::error::PolicyCode;
use super::super::node::Node;
use super::super::outcome::{Lifecycle, Outcome};
use super::super::{Policy, TODAY_REQUIRED};
use super::error::{TestFileCode, TestFileError};
use super::facts;
use super::result::Expected;

type Result<T> = std::result::Result<T, TestFileError>;

const FILE_KEYS: &[&str] = &["format", "policy", "about", "today", "cases"];
const CASE_KEYS: &[&str] = &["name", "webhook", "facts", "event", "expect"];
const EXPECT_KEYS: &[&str] = &["outcome", "rules", "lifecycle", "undecided"];

#[derive(Debug)]
pub(super) struct TestFile {
    pub(super) today: Option<Date>,
    pub(super) cases: Vec<Case>,
}

/// One webhook and what has to become of it.
#[derive(Debug)]
pub(super) struct Case {
    pub(super) name: String,
    pub(super) body: String,
    pub(super) event: Option<String>,
    pub(super) expect: Expected,
}

pub(super) fn read(text: &[u8], policy: &Policy) -> Result<TestFile> {
    let value = document::parse(text, "the test file")?;
    let root = Node::new(&value, Pointer::root());
    let members = Members::of(&root, FILE_KEYS, "a test file")?;
    document::require_format(&members)?;
    for_this_policy(members.require("policy")?, policy)?;
    members.text("about")?;
    let today = members.get("today").map(date).transpose()?;
    if policy.needs_today && today.is_none() {
        return Err(today_required("the policy asks `age` or `daysToExpiry`"));
    }
    let mut names = BTreeSet::new();
    let mut cases = Vec::new();
    for item in members.require("cases")?.some_items("a list of cases")? {
        cases.push(case(&item, policy, today, &mut names)?);
    }
    Ok(TestFile { today, cases })
}

/// A file that was written for another policy says nothing about this one.
fn for_this_policy(node: &Node<'_>, policy: &Policy) -> Result<()> {
    let name = node.text("the name of the policy")?;
    if name == policy.name() {
        return Ok(());
    }
    let message = "the file was written for a policy of another name";
    let fault = TestFileError::new(TestFileCode::OtherPolicy.as_str(), &node.at, message);
    Err(fault.suggest(name, [policy.name()].into_iter()))
}

fn date(node: &Node<'_>) -> Result<Date> {
    let text = node.text("a date")?;
    Date::read(text).map_err(|error| TestFileError::new(error.code(), &node.at, error.to_string()))
}

pub(super) fn today_required(why: &str) -> TestFileError {
    let message = format!("{why}, so the file must say `today`");
    TestFileError::new(TODAY_REQUIRED, &Pointer::root().key("today"), message)
}

fn case<'v>(
    node: &Node<'v>,
    policy: &Policy,
    today: Option<Date>,
    names: &mut BTreeSet<&'v str>,
) -> Result<Case> {
    let members = Members::of(node, CASE_KEYS, "a case")?;
    let name = members.require("name")?;
    let text = name.text("a name")?;
    if !names.insert(text) {
        let message = "another case has the same name";
        return Err(TestFileError::new(TestFileCode::RepeatedName.as_str(), &name.at, message));
    }
    let body = match (members.get("webhook"), members.get("facts")) {
        (Some(webhook), None) => webhook_body(webhook)?,
        (None, Some(facts)) => facts::body(facts, today)?,
        _ => {
            let message = "a case has either a `webhook` or `facts`";
            return Err(TestFileError::new(
                TestFileCode::WebhookOrFacts.as_str(),
                &node.at,
                message,
            ));
        }
    };
    Ok(Case {
        name: text.to_owned(),
        body,
        event: members.text("event")?,
        expect: expected(members.require("expect")?, policy)?,
    })
}

/// The body as the vendor would send it. Repeated keys stay, since a body may have them.
fn webhook_body(node: &Node<'_>) -> Result<String> {
    match node.value {
        Value::Object(body) => Ok(Layout::COMPACT.write_object(body)),
        _ => Err(node.wrong_type("the body of a webhook").into()),
    }
}

fn expected(node: &Node<'_>, policy: &Policy) -> Result<Expected> {
    let members = Members::of(node, EXPECT_KEYS, "an expectation")?;
    let ids: Vec<&str> = policy.rule_ids().collect();
    let deciding: Vec<&str> = ids.iter().copied().chain([OTHERWISE]).collect();
    let outcome = members.require("outcome")?;
    let outcome = chosen(outcome, PolicyCode::UnknownOutcome, Outcome::ALL, Outcome::as_str)?;
    let state = |node| chosen(node, PolicyCode::UnknownState, Lifecycle::ALL, Lifecycle::as_str);
    Ok(Expected {
        outcome,
        lifecycle: members.get("lifecycle").map(state).transpose()?,
        rules: members.get("rules").map(|node| rules(node, &deciding)).transpose()?,
        undecided: members.get("undecided").map(|node| rules(node, &ids)).transpose()?,
    })
}

/// One of our own words.
fn chosen<T: Copy>(
    node: &Node<'_>,
    code: PolicyCode,
    all: &[T],
    name: fn(T) -> &'static str,
) -> Result<T> {
    let text = node.text("a word")?;
    let found = all.iter().copied().find(|item| name(*item) == text);
    found.ok_or_else(|| {
        let fault = node.fault(code, "there is no such word");
        fault.suggest(text, all.iter().map(|item| name(*item))).into()
    })
}

/// Ids of rules, sorted; the order in which they are written means nothing.
fn rules(node: &Node<'_>, known: &[&str]) -> Result<Vec<String>> {
    let mut ids = BTreeSet::new();
    for item in node.items("a list of rules")? {
        let id = item.text("the id of a rule")?;
        if !known.contains(&id) {
            let message = "the policy has no such rule";
            let fault = TestFileError::new(TestFileCode::UnknownRule.as_str(), &item.at, message);
            return Err(fault.suggest(id, known.iter().copied()));
        }
        ids.insert(id.to_owned());
    }
    Ok(ids.into_iter().collect())
}
