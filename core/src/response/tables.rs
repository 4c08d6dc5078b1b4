//! The decision tables, together: everything that a classification is made from.

use std::ops::RangeInclusive;

use super::answer::Answer;
use super::business::{self, BusinessRule};
use super::identifier::{self, IdentifierRow};
use super::kind::{self, TransportKind};
use super::post::{self, PostRule, Seen};
use super::sentence::{self, Sentence};
use super::stage::{self, Stage};
use super::status;
use super::success;
use super::verdict::{Fault, Verdict};
use super::{Classification, Context, Operation, Response};
use crate::vocab::Identifier;

/// One set of tables. The library has one, [`TABLES`]; a copy with a row less than that shows
/// what the row is good for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tables {
    /// In order: the first stage that has a verdict wins.
    pub(super) stages: &'static [Stage],
    pub(super) unread: &'static [(RangeInclusive<u16>, Verdict)],
    /// What an answer with a 2xx can be, in order.
    pub(super) success: &'static [Stage],
    pub(super) sentences: &'static [Sentence],
    pub(super) business: &'static [BusinessRule],
    pub(super) identifiers: &'static [IdentifierRow],
    pub(super) identifier_faults: &'static [(Identifier, Operation, Fault)],
    pub(super) codes: &'static [(&'static str, Verdict)],
    pub(super) blocking: &'static [u16],
    pub(super) statuses: &'static [(u16, Verdict)],
    pub(super) families: &'static [(RangeInclusive<u16>, Verdict)],
    pub(super) transport: &'static [(TransportKind, Verdict)],
    pub(super) post: &'static [PostRule],
}

pub(super) static TABLES: Tables = Tables {
    stages: stage::STAGES,
    unread: status::UNREAD,
    success: success::SUCCESS,
    sentences: sentence::SENTENCES,
    business: business::RULES,
    identifiers: identifier::IDENTIFIERS,
    identifier_faults: identifier::IDENTIFIER_FAULTS,
    codes: identifier::CODES,
    blocking: status::BLOCKING,
    statuses: status::STATUSES,
    families: status::FAMILIES,
    transport: kind::TRANSPORT,
    post: post::RULES,
};

impl Tables {
    pub(super) fn classify(
        &self,
        response: &Response<'_>,
        context: &Context<'_>,
    ) -> Classification {
        let answer = Answer::read(self, response, context);
        let verdict = self.stages.iter().find_map(|stage| stage(&answer));
        let verdict = verdict.unwrap_or(status::UNEXPECTED_STATUS);
        post::conclude(verdict, answer.seen(&verdict), context, self.post)
    }

    pub(super) fn classify_transport(
        &self,
        kind: TransportKind,
        context: &Context<'_>,
    ) -> Classification {
        let row = self.transport.iter().find(|(known, _)| *known == kind);
        let verdict = row.map_or(kind::CONNECTION_LOST, |(_, verdict)| *verdict);
        post::conclude(verdict, Seen::default(), context, self.post)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::{fs, iter};

    use serde::Deserialize;
    use serde_json::{Map, Value};

    use super::*;
    use crate::response::{Jitter, Reason};
    use crate::vocab::parameter;

    const VECTORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/vectors/response");

    /// Rows that say what would hold without them. They stand in their tables so that a reader
    /// finds every documented status and every kind there.
    const EQUAL_TO_THEIR_FALLBACK: &[(&str, &str)] = &[
        ("blocking 451", "the status itself says the same"),
        ("statuses 500", "the family of 5xx says the same"),
        ("transport connection_reset", "as for any kind without a row"),
        ("transport protocol_error", "as for any kind without a row"),
        ("transport unknown", "as for any kind without a row"),
    ];

    #[derive(Deserialize)]
    struct VectorFile {
        cases: Vec<Vector>,
    }

    #[derive(Deserialize)]
    struct Vector {
        name: String,
        input: Input,
        expect: Map<String, Value>,
    }

    #[derive(Deserialize)]
    struct Input {
        status: Option<u16>,
        #[serde(default)]
        headers: Map<String, Value>,
        #[serde(default)]
        body: String,
        body_base64: Option<String>,
        transport: Option<String>,
        attempt: u32,
        operation: Option<String>,
        #[serde(default)]
        context: Value,
    }

    /// Every vector with a body in plain text; the conformance test runs the others as well.
    fn vectors() -> Vec<Vector> {
        let files = fs::read_dir(Path::new(VECTORS)).unwrap().map(|entry| entry.unwrap().path());
        let read = |path| -> VectorFile {
            serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
        };
        let found: Vec<_> = files
            .flat_map(|path| read(path).cases)
            .filter(|vector| vector.input.body_base64.is_none())
            .collect();
        assert!(found.len() > 800, "{} vectors", found.len());
        found
    }

    fn holds(vector: &Vector, tables: &Tables) -> bool {
        let found = serde_json::to_value(classified(&vector.input, tables)).unwrap();
        vector.expect.iter().all(|(key, expected)| {
            let agrees = |(inner, value): (&String, &Value)| found[key][inner] == *value;
            found[key] == *expected
                || expected.as_object().is_some_and(|object| object.iter().all(agrees))
        })
    }

    fn classified(input: &Input, tables: &Tables) -> Classification {
        let kind = input.transport.as_deref().map(TransportKind::read);
        let context = context(input);
        let headers: Vec<(&str, &str)> = input
            .headers
            .iter()
            .flat_map(|(name, one)| values(one).map(move |value| (name.as_str(), value)))
            .collect();
        match input.status {
            None => tables.classify_transport(kind.unwrap(), &context),
            Some(status) => {
                let mut response = Response::new(status, &headers, input.body.as_bytes());
                response.transport = kind;
                tables.classify(&response, &context)
            }
        }
    }

    fn values(one: &Value) -> impl Iterator<Item = &str> {
        let many = one.as_array().map_or(&[][..], Vec::as_slice);
        one.as_str().into_iter().chain(many.iter().filter_map(Value::as_str))
    }

    fn context(input: &Input) -> Context<'_> {
        let known = &input.context;
        let flag = |name| known[name].as_bool().unwrap_or_default();
        let mut context = Context::new(input.attempt).unwrap();
        let operation = input.operation.as_deref();
        context.operation = Operation::read(operation.unwrap_or("create_token")).unwrap();
        if let Some(most) = known["max_attempts"].as_u64() {
            context.max_attempts = most.try_into().unwrap();
        }
        if let Some(cap) = known["retry_after_cap_s"].as_u64() {
            context.retry_after_cap_s = cap;
        }
        context.previous_outcome_unknown = flag("previous_outcome_unknown");
        context.retry_budget_empty = flag("retry_budget_empty");
        context.client_id = known["client_id"].as_str();
        context.created_at_unix = known["created_at_unix"].as_i64();
        context.expiry_time_s = known["expiry_time_s"].as_u64();
        context.session_length_s = known["session_length_s"].as_u64();
        context.now_unix = known["now_unix"].as_i64();
        context.jitter = known["jitter"].as_f64().map(|draw| Jitter::new(draw).unwrap());
        context
    }

    /// Every copy of the tables that has a row less, with the name of the row.
    fn copies_with_a_row_less() -> Vec<(String, Tables)> {
        let mut found = Vec::new();
        macro_rules! remove_from {
            ($( $table:ident: $name:expr; )+) => {$(
                for (index, row) in TABLES.$table.iter().enumerate() {
                    let mut rows = TABLES.$table.to_vec();
                    rows.remove(index);
                    let name = format!("{} {}", stringify!($table), $name(index, row));
                    found.push((name, Tables { $table: rows.leak(), ..TABLES }));
                }
            )+};
        }
        remove_from! {
            stages: |index, _| index;
            unread: |_, row: &(RangeInclusive<u16>, _)| *row.0.start();
            success: |index, _| index;
            sentences: |_, row: &Sentence| row.shown();
            business: |_, rule: &BusinessRule| rule.all_of.join(", ");
            identifiers: |_, row: &IdentifierRow| row.word.as_str();
            identifier_faults: |_, row: &(_, Operation, _)| row.1;
            codes: |_, row: &(&'static str, _)| row.0;
            blocking: |_, status: &u16| *status;
            statuses: |_, row: &(u16, _)| row.0;
            families: |_, row: &(RangeInclusive<u16>, _)| *row.0.start();
            transport: |_, row: &(TransportKind, _)| row.0;
            post: |index, _| index;
        }
        found
    }

    /// The same for the statuses that go with an identifier.
    fn copies_with_a_natural_status_less() -> Vec<(String, Tables)> {
        let places = TABLES
            .identifiers
            .iter()
            .enumerate()
            .flat_map(|(index, row)| iter::repeat(index).zip(row.natural));
        let copy = |(index, status): (usize, &u16)| {
            let mut rows = TABLES.identifiers.to_vec();
            let others = rows[index].natural.iter().filter(|other| *other != status).copied();
            rows[index].natural = others.collect::<Vec<_>>().leak();
            let name = format!("{} with {status}", rows[index].word.as_str());
            (name, Tables { identifiers: rows.leak(), ..TABLES })
        };
        places.map(copy).collect()
    }

    #[test]
    fn every_row_has_a_vector_that_fails_without_it() {
        let vectors = vectors();
        let broken: Vec<_> = vectors.iter().filter(|vector| !holds(vector, &TABLES)).collect();
        assert!(broken.is_empty(), "{}", broken[0].name);

        let copies =
            copies_with_a_row_less().into_iter().chain(copies_with_a_natural_status_less());
        let unseen: Vec<String> = copies
            .filter(|(_, copy)| vectors.iter().all(|vector| holds(vector, copy)))
            .map(|(name, _)| name)
            .collect();
        let listed: Vec<&str> = EQUAL_TO_THEIR_FALLBACK.iter().map(|(name, _)| *name).collect();
        assert_eq!(unseen, listed);
    }

    #[test]
    fn every_reason_has_a_vector_and_every_retry_one_that_is_exhausted() {
        let vectors = vectors();
        let expected = |key: &str, reason: Reason| {
            vectors.iter().any(|vector| {
                vector.expect.get(key).and_then(Value::as_str) == Some(reason.as_str())
            })
        };
        for reason in Reason::ALL {
            assert!(expected("reason", *reason), "{reason}");
        }
        let retries = |verdict: &&Verdict| verdict.action == crate::response::Action::Retry;
        for verdict in verdicts().iter().filter(retries) {
            let reason = verdict.reason;
            let scheduled = reason == Reason::TokenNotExpiredYet;
            assert!(scheduled || expected("underlying", reason), "{reason} exhausted");
        }
    }

    /// The verdicts of all tables that are data.
    fn verdicts() -> Vec<Verdict> {
        let families = TABLES.unread.iter().chain(TABLES.families).map(|(_, verdict)| *verdict);
        let statuses = TABLES.statuses.iter().map(|(_, verdict)| *verdict);
        let kinds = TABLES.transport.iter().map(|(_, verdict)| *verdict);
        let codes = TABLES.codes.iter().map(|(_, verdict)| *verdict);
        let identifiers = TABLES.identifiers.iter().map(|row| row.verdict);
        let sentences = TABLES.sentences.iter().map(|sentence| sentence.verdict);
        let business = TABLES.business.iter().map(|rule| rule.verdict);
        let errors = families.chain(statuses).chain(codes).chain(identifiers);
        errors.chain(kinds).chain(sentences).chain(business).collect()
    }

    #[test]
    fn only_escalations_name_somebody_and_only_parameters_are_pointed_at() {
        for verdict in verdicts() {
            let escalates = verdict.action == crate::response::Action::Escalate;
            assert_eq!(verdict.escalate_to.is_some(), escalates, "{}", verdict.reason);
            if let Fault::Members(names) = verdict.fault {
                assert!(names.iter().all(|name| parameter::ALL.contains(name)), "{names:?}");
            }
        }
    }
}
