//! The decision tables for readers.

use std::ops::RangeInclusive;

use super::tables::TABLES;
use super::verdict::{Fault, Verdict};
use super::{Action, EscalateTo, Reason};
use crate::vocab::words;

words! {
    /// A decision table. Together they say what an answer asks of the caller; the module page
    /// says in which order.
    #[non_exhaustive]
    Table;
    /// Families of statuses whose body is not looked at.
    Unread => "unread";
    /// Sentences that count as the whole message.
    Sentences => "sentences";
    /// Keywords that all have to occur in the message of a 4xx.
    BusinessRules => "business_rules";
    /// The `identifier` of the error envelope.
    Identifiers => "identifiers";
    /// The `code` of the second error envelope.
    Codes => "codes";
    /// Statuses.
    Statuses => "statuses";
    /// Families of the statuses that are left.
    Families => "families";
    /// Failures without an answer.
    Transport => "transport";
}

/// One row of a decision table, before the rules about attempts and waiting.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TableRow {
    /// What the row is about: a status, a word, a sentence with its blank in braces, keywords.
    pub key: String,
    /// What to do.
    pub action: Action,
    /// Why.
    pub reason: Reason,
    /// Who has to act; only on [`Action::Escalate`].
    pub escalate_to: Option<EscalateTo>,
    /// Where the request is at fault, in words; empty if nowhere.
    pub pointers: String,
}

impl Table {
    /// The rows, in the order in which they are looked at.
    ///
    /// ```
    /// use idenfy_rules::response::{Reason, Table};
    /// let rows = Table::Statuses.rows();
    /// let conflict = rows.iter().find(|row| row.key == "409").unwrap();
    /// assert_eq!(conflict.reason, Reason::ClientIdConflict);
    /// assert_eq!(conflict.pointers, "/clientId");
    /// ```
    #[must_use]
    pub fn rows(self) -> Vec<TableRow> {
        let row = |(key, verdict): (String, Verdict)| TableRow::new(key, &verdict);
        self.keys().into_iter().map(row).collect()
    }

    fn keys(self) -> Vec<(String, Verdict)> {
        match self {
            Self::Unread => families(TABLES.unread),
            Self::Sentences => {
                TABLES.sentences.iter().map(|row| (row.shown(), row.verdict)).collect()
            }
            Self::BusinessRules => {
                TABLES.business.iter().map(|rule| (rule.all_of.join(", "), rule.verdict)).collect()
            }
            Self::Identifiers => TABLES
                .identifiers
                .iter()
                .map(|row| (row.word.as_str().to_owned(), row.verdict))
                .collect(),
            Self::Codes => keyed(TABLES.codes),
            Self::Statuses => keyed(TABLES.statuses),
            Self::Families => families(TABLES.families),
            Self::Transport => keyed(TABLES.transport),
        }
    }
}

fn keyed(rows: &[(impl ToString, Verdict)]) -> Vec<(String, Verdict)> {
    rows.iter().map(|(key, verdict)| (key.to_string(), *verdict)).collect()
}

fn families(rows: &[(RangeInclusive<u16>, Verdict)]) -> Vec<(String, Verdict)> {
    let key = |family: &RangeInclusive<u16>| format!("{} to {}", family.start(), family.end());
    rows.iter().map(|(family, verdict)| (key(family), *verdict)).collect()
}

impl TableRow {
    fn new(key: String, verdict: &Verdict) -> Self {
        let Verdict { action, reason, escalate_to, fault } = *verdict;
        Self { key, action, reason, escalate_to, pointers: place(fault) }
    }
}

fn place(fault: Fault) -> String {
    match fault {
        Fault::Nowhere => String::new(),
        Fault::Body => "the whole body".to_owned(),
        Fault::Members(names) => {
            let pointers: Vec<_> = names.iter().map(|name| format!("/{name}")).collect();
            pointers.join(", ")
        }
        Fault::Message => "what the message names".to_owned(),
        Fault::MessageOrKeys => "what the message names; without one, its keys".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_row_is_listed_under_a_key_of_its_own() {
        let rows = |table: Table| table.rows().len();
        assert_eq!(rows(Table::Sentences), TABLES.sentences.len());
        assert_eq!(rows(Table::BusinessRules), TABLES.business.len());
        assert_eq!(rows(Table::Identifiers), TABLES.identifiers.len());
        assert_eq!(rows(Table::Families), TABLES.families.len());
        for table in Table::ALL {
            let listed = table.rows();
            let keys: BTreeSet<&str> = listed.iter().map(|row| row.key.as_str()).collect();
            assert!(!keys.is_empty() && !keys.contains(""), "{table:?}");
            assert_eq!(keys.len(), listed.len(), "{table:?}");
        }
    }

    #[test]
    fn a_row_says_in_words_what_it_is_about_and_where_the_fault_is() {
        let place = |table: Table, key: &str| {
            let row = table.rows().into_iter().find(|row| row.key == key);
            row.map(|row| row.pointers)
        };
        for (table, key, expected) in [
            (Table::Statuses, "409", "/clientId"),
            (Table::Statuses, "413", "the whole body"),
            (Table::Statuses, "400", "what the message names; without one, its keys"),
            (Table::Families, "500 to 599", ""),
            (Table::Unread, "100 to 199", ""),
            (Table::Sentences, "this endpoint is not available for {environment} partners", ""),
            (
                Table::Sentences,
                "invalid data. expected a dictionary, but got {type}",
                "the whole body",
            ),
            (Table::Sentences, "token has not expired yet scan-ref: {word}", ""),
        ] {
            assert_eq!(place(table, key).as_deref(), Some(expected), "{table:?} {key}");
        }
    }
}
