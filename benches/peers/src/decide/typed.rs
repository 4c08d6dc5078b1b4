//! What one writes by hand: a struct for serde with the eight fields that the rules ask, a
//! `match` for ten rules, a loop over rows for more.

use std::marker::PhantomData;

use serde::Deserialize;

use super::{Answer, Decider};
use crate::rules::{OTHERWISE, Outcome, Row, RuleSet};

#[derive(Deserialize)]
pub struct Webhook<T> {
    pub status: Status<T>,
    pub data: Document<T>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Status<T> {
    pub overall: T,
    pub auto_document: T,
    pub manual_document: T,
    pub auto_face: T,
    pub manual_face: T,
    pub fraud_tags: Vec<T>,
    pub mismatch_tags: Vec<T>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Document<T> {
    pub doc_issuing_country: T,
}

/// How the texts of a body are held: owned, as most write it, or borrowed, which fails on escapes.
pub trait Text: 'static {
    type Held<'b>: AsRef<str> + Deserialize<'b>;
}

impl Text for String {
    type Held<'b> = String;
}

impl Text for str {
    type Held<'b> = &'b str;
}

pub fn by_hand(set: &RuleSet) -> Box<dyn Decider> {
    load::<String>(set)
}

pub fn by_hand_borrowed(set: &RuleSet) -> Box<dyn Decider> {
    load::<str>(set)
}

fn load<T: Text + ?Sized>(set: &RuleSet) -> Box<dyn Decider> {
    if set.count == 10 { Box::new(Match::<T>(PhantomData)) } else { Box::new(Loop::<T>::load(set)) }
}

fn read<T: Text + ?Sized>(body: &[u8]) -> Webhook<T::Held<'_>> {
    serde_json::from_slice(body).expect("a webhook")
}

/// The ten rules of inputs/rules.py.
struct Match<T: ?Sized>(PhantomData<T>);

impl<T: Text + ?Sized> Decider for Match<T> {
    fn outcome(&mut self, body: &[u8]) -> Outcome {
        let Webhook { status, data } = read::<T>(body);
        let fraud = |tags: &[&str]| any(&status.fraud_tags, tags);
        let mismatch = |tags: &[&str]| any(&status.mismatch_tags, tags);
        let manual = (status.manual_document.as_ref(), status.manual_face.as_ref());
        let automatic = (status.auto_document.as_ref(), status.auto_face.as_ref());

        if fraud(&[
            "FACE_BLACKLISTED",
            "DOC_FACE_BLACKLISTED",
            "DATA_BLACKLISTED",
            "LID_SUSPECTION",
        ]) {
            return Outcome::Reject;
        }
        match (status.overall.as_ref(), manual) {
            ("DENIED" | "SUSPECTED", ("DOC_FAKE" | "DOC_SPOOF_DETECTED", _))
            | ("DENIED", (_, "FACE_MISMATCH" | "FAKE_FACE")) => return Outcome::Reject,
            _ => {}
        }
        if fraud(&["AML_SUSPECTION", "SANCTIONS_SUSPECTION", "CRIMINAL_SUSPECTED"])
            || mismatch(&["NAME", "SURNAME", "FULL_NAME", "DATE_OF_BIRTH"])
            || matches!(data.doc_issuing_country.as_ref(), "AF" | "KP" | "MM")
        {
            return Outcome::Review;
        }
        match (status.overall.as_ref(), manual, automatic) {
            (
                "DENIED" | "SUSPECTED",
                (
                    "DOC_NOT_FOUND"
                    | "DOC_NOT_FULLY_VISIBLE"
                    | "DOC_TOO_BLURRY"
                    | "DOC_GLARED"
                    | "MRZ_NOT_FOUND"
                    | "MRZ_OCR_READING_ERROR"
                    | "BARCODE_NOT_FOUND",
                    _,
                ),
                _,
            ) => Outcome::Retry,
            ("APPROVED", ("DOC_VALIDATED", "FACE_MATCH"), _)
            | ("SUSPECTED", ("DOC_VALIDATED", "FACE_MATCH"), ("DOC_VALIDATED", "FACE_MATCH")) => {
                Outcome::Accept
            }
            _ => OTHERWISE,
        }
    }
}

fn any(tags: &[impl AsRef<str>], asked: &[&str]) -> bool {
    tags.iter().any(|tag| asked.contains(&tag.as_ref()))
}

/// Goes through all rows and keeps those with the strongest outcome, as an audit needs them.
pub struct Loop<T: ?Sized> {
    rows: Vec<Row>,
    text: PhantomData<T>,
}

impl<T: Text + ?Sized> Loop<T> {
    pub fn load(set: &RuleSet) -> Self {
        Self { rows: set.rows(), text: PhantomData }
    }

    fn decide(&self, body: &[u8]) -> (Outcome, Vec<&str>) {
        let webhook = read::<T>(body);
        let mut decided: Vec<&str> = Vec::new();
        let mut strongest = None;
        for row in self.rows.iter().filter(|row| hits(row, &webhook)) {
            match strongest {
                Some(outcome) if outcome < row.then => continue,
                Some(outcome) if outcome == row.then => {}
                _ => decided.clear(),
            }
            strongest = Some(row.then);
            decided.push(&row.id);
        }
        match strongest {
            Some(outcome) => (outcome, decided),
            None => (OTHERWISE, vec!["otherwise"]),
        }
    }
}

impl<T: Text + ?Sized> Decider for Loop<T> {
    fn outcome(&mut self, body: &[u8]) -> Outcome {
        let (outcome, rules) = self.decide(body);
        std::hint::black_box(rules);
        outcome
    }

    fn answer(&mut self, body: &[u8]) -> Answer {
        let (outcome, rules) = self.decide(body);
        let mut rules: Vec<String> = rules.into_iter().map(String::from).collect();
        rules.sort();
        Answer { outcome, rules: Some(rules) }
    }
}

fn hits<T: AsRef<str>>(row: &Row, Webhook { status, data }: &Webhook<T>) -> bool {
    one(&row.overall, &status.overall)
        && one(&row.manual_document, &status.manual_document)
        && one(&row.auto_document, &status.auto_document)
        && one(&row.manual_face, &status.manual_face)
        && one(&row.auto_face, &status.auto_face)
        && some(&row.fraud_tags, &status.fraud_tags)
        && some(&row.mismatch_tags, &status.mismatch_tags)
        && one(&row.country, &data.doc_issuing_country)
}

fn one(asked: &[String], word: &impl AsRef<str>) -> bool {
    asked.is_empty() || asked.iter().any(|option| option == word.as_ref())
}

fn some(asked: &[String], tags: &[impl AsRef<str>]) -> bool {
    asked.is_empty() || tags.iter().any(|tag| one(asked, tag))
}
