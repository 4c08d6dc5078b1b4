//! What a batch comes to, as columns: little memory for each line, and no Python object.

use std::collections::HashMap;

use idenfy_rules::policy::batch::Position;
use idenfy_rules::policy::{Decision, DecisionError};
use idenfy_rules::{Lifecycle, Outcome};
use serde::{Deserialize, Serialize, Serializer};

use crate::decisions::BadLine;

/// One entry for each line that was decided, and the lines that were not.
#[derive(Clone, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "Table")]
pub(crate) struct Columns {
    pub(crate) line: Vec<u64>,
    pub(crate) outcome: Vec<Outcome>,
    pub(crate) lifecycle: Vec<Option<Lifecycle>>,
    /// Which of the lists of rules decided.
    pub(crate) deciding: Vec<usize>,
    /// Every list of rules that decided some line, in the order of the lines.
    pub(crate) lists: Vec<Vec<String>>,
    pub(crate) scan_ref: Vec<Option<String>>,
    pub(crate) body_sha256: Vec<Option<String>>,
    pub(crate) errors: Vec<BadLine>,
}

impl Columns {
    /// The ids of the rules that decided the line of an entry.
    pub(crate) fn rules(&self, entry: usize) -> &[String] {
        let list = self.deciding.get(entry).and_then(|list| self.lists.get(*list));
        list.map(Vec::as_slice).unwrap_or_default()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.line.is_empty() && self.errors.is_empty()
    }
}

/// Columns that grow, and the place of each list of rules.
#[derive(Default)]
pub(crate) struct Builder {
    columns: Columns,
    places: HashMap<Vec<String>, usize>,
}

impl Builder {
    /// Adds a line, decided or not.
    pub(crate) fn push(&mut self, at: Position, result: Result<&Decision, DecisionError>) {
        match result {
            Ok(decision) => self.decided(at.line, decision),
            Err(error) => self.columns.errors.push(bad(at.line, at.offset, &error)),
        }
    }

    fn decided(&mut self, number: u64, decision: &Decision) {
        let deciding = self.place(&decision.rules);
        let columns = &mut self.columns;
        columns.line.push(number);
        columns.outcome.push(decision.outcome);
        columns.lifecycle.push(decision.lifecycle);
        columns.deciding.push(deciding);
        columns.scan_ref.push(decision.scan_ref.clone());
        columns.body_sha256.push(decision.body_sha256.clone());
    }

    fn place(&mut self, rules: &[String]) -> usize {
        if let Some(place) = self.places.get(rules) {
            return *place;
        }
        let place = self.columns.lists.len();
        self.columns.lists.push(rules.to_vec());
        self.places.insert(rules.to_vec(), place);
        place
    }

    /// Adds the lines that follow.
    pub(crate) fn append(&mut self, mut next: Columns) {
        let places: Vec<usize> = next.lists.iter().map(|list| self.place(list)).collect();
        let deciding = next.deciding.iter().filter_map(|list| places.get(*list));
        self.columns.deciding.extend(deciding);
        self.columns.line.append(&mut next.line);
        self.columns.outcome.append(&mut next.outcome);
        self.columns.lifecycle.append(&mut next.lifecycle);
        self.columns.scan_ref.append(&mut next.scan_ref);
        self.columns.body_sha256.append(&mut next.body_sha256);
        self.columns.errors.append(&mut next.errors);
    }

    pub(crate) fn finish(self) -> Columns {
        self.columns
    }
}

fn bad(line: u64, offset: u64, error: &DecisionError) -> BadLine {
    let pointer = match error {
        DecisionError::Webhook(error) => error.pointer().to_string(),
        _ => String::new(),
    };
    BadLine { line, offset, code: error.code().into(), pointer }
}

/// The JSON form.
#[derive(Serialize)]
struct Shown<'c> {
    line: &'c [u64],
    outcome: &'c [Outcome],
    lifecycle: &'c [Option<Lifecycle>],
    rules: Vec<&'c [String]>,
    scan_ref: &'c [Option<String>],
    body_sha256: &'c [Option<String>],
    errors: &'c [BadLine],
}

impl Serialize for Columns {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rules = (0..self.line.len()).map(|entry| self.rules(entry)).collect();
        let Self { line, outcome, lifecycle, scan_ref, body_sha256, errors, .. } = self;
        Shown { line, outcome, lifecycle, rules, scan_ref, body_sha256, errors }
            .serialize(serializer)
    }
}

/// The JSON form as it is read back.
#[derive(Deserialize)]
struct Table {
    line: Vec<u64>,
    outcome: Vec<Outcome>,
    lifecycle: Vec<Option<Lifecycle>>,
    rules: Vec<Vec<String>>,
    scan_ref: Vec<Option<String>>,
    body_sha256: Vec<Option<String>>,
    errors: Vec<BadLine>,
}

impl TryFrom<Table> for Columns {
    type Error = &'static str;

    fn try_from(table: Table) -> Result<Self, &'static str> {
        let Table { line, outcome, lifecycle, rules, scan_ref, body_sha256, errors } = table;
        let lengths =
            [outcome.len(), lifecycle.len(), rules.len(), scan_ref.len(), body_sha256.len()];
        if lengths.iter().any(|length| *length != line.len()) {
            return Err("the columns differ in length");
        }
        let mut builder = Builder::default();
        let deciding = rules.iter().map(|list| builder.place(list)).collect();
        let lists = builder.columns.lists;
        Ok(Self { line, outcome, lifecycle, deciding, lists, scan_ref, body_sha256, errors })
    }
}
