//! The neutral table of rules, and what a decision says.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    Reject,
    Review,
    Retry,
    Accept,
}

/// What no rule speaks about.
pub const OTHERWISE: Outcome = Outcome::Review;

#[cfg(feature = "peers")]
impl Outcome {
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "reject" => Some(Self::Reject),
            "review" => Some(Self::Review),
            "retry" => Some(Self::Retry),
            "accept" => Some(Self::Accept),
            _ => None,
        }
    }
}

/// One row: what it asks, column by column. An empty column asks nothing.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Row {
    pub id: String,
    pub then: Outcome,
    pub overall: Vec<String>,
    pub auto_document: Vec<String>,
    pub manual_document: Vec<String>,
    pub auto_face: Vec<String>,
    pub manual_face: Vec<String>,
    pub fraud_tags: Vec<String>,
    pub mismatch_tags: Vec<String>,
    pub country: Vec<String>,
}

impl Default for Row {
    fn default() -> Self {
        Self {
            id: String::new(),
            then: OTHERWISE,
            overall: Vec::new(),
            auto_document: Vec::new(),
            manual_document: Vec::new(),
            auto_face: Vec::new(),
            manual_face: Vec::new(),
            fraud_tags: Vec::new(),
            mismatch_tags: Vec::new(),
            country: Vec::new(),
        }
    }
}

/// One rule set in every language: a folder of the generated inputs.
pub struct RuleSet {
    pub count: usize,
    folder: PathBuf,
}

impl RuleSet {
    pub fn new(inputs: &Path, count: usize) -> Self {
        Self { count, folder: inputs.join(format!("rules-{count}")) }
    }

    pub fn rows(&self) -> Vec<Row> {
        serde_json::from_str(&self.text("rules.json")).expect("a table of rules")
    }

    /// The rule set in the language of one peer.
    pub fn text(&self, file: &str) -> String {
        fs::read_to_string(self.folder.join(file)).expect("a generated file")
    }
}
