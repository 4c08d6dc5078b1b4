//! The older service blocks: `AML`, `LID` and `CRIMINAL_CHECK`, and their lower-case ancestors.

use crate::json::{Object, Value};
use crate::vocab::{AmlHit, Service, ServiceStatus};

use super::derived::words;
use super::read::{Content, Source, word};

pub(super) fn aml<'d>(source: &Source<'d>) -> Option<Content<'d>> {
    worst(source, &["AML", "aml"], |_| Some(false))
}

/// A document that the register calls invalid is a hit, whatever the flags say.
pub(super) fn lid<'d>(source: &Source<'d>) -> Option<Content<'d>> {
    worst(source, &["LID", "lid"], |row| match row.get("valid") {
        Some(value) => value.as_bool().map(|valid| !valid),
        None => Some(false),
    })
}

pub(super) fn criminal<'d>(source: &Source<'d>) -> Option<Content<'d>> {
    worst(source, &["CRIMINAL_CHECK"], |_| Some(false))
}

/// The kinds of hit that nobody dismissed. A hit without a readable kind, and a block without
/// readable rows, are unknown words.
pub(super) fn aml_hits<'d>(source: &Source<'d>) -> Option<Content<'d>> {
    let blocks = ["AML", "aml"].into_iter().flat_map(|key| blocks(source, key));
    words(&AmlHit::VOCABULARY, blocks.flat_map(open_hits))
}

fn open_hits<'d>(block: &'d Value<'d>) -> Vec<Option<&'d str>> {
    let kind = |row: &'d Value<'d>| row.as_object()?.get("suspicion")?.as_str();
    match block.as_object().and_then(rows) {
        Some(rows) => rows.into_iter().filter(|row| !is_dismissed(row)).map(kind).collect(),
        None => vec![None],
    }
}

/// Whether a row of a block is a hit by itself; `None` when that cannot be told.
type RowHit = fn(&Object<'_>) -> Option<bool>;

fn worst<'d>(source: &Source<'d>, keys: &[&str], row_hit: RowHit) -> Option<Content<'d>> {
    let blocks = keys.iter().flat_map(|key| blocks(source, key));
    // The words stand in their table from worst to best.
    let worst = blocks.map(|block| judge(block, row_hit)).min();
    worst.map(|service| word(&Service::VOCABULARY, service.as_str()))
}

/// A list of blocks, or one block as until January 2021.
fn blocks<'d>(source: &Source<'d>, key: &str) -> Vec<&'d Value<'d>> {
    match source.delivery.body().get(key) {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(blocks)) => blocks.iter().collect(),
        Some(other) => vec![other],
    }
}

fn judge(block: &Value<'_>, row_hit: RowHit) -> Service {
    let Some(block) = block.as_object() else { return Service::Unclear };
    let status = block.get("status").and_then(Value::as_object);
    let flag = |key| status.and_then(|status| status.get(key)).and_then(Value::as_bool);
    let overall = status.and_then(|status| status.get("overallStatus")).and_then(Value::as_str);
    let overall = overall.and_then(ServiceStatus::from_word);
    let rows = rows(block);
    let row_hits: Option<Vec<bool>> = rows
        .as_ref()
        .and_then(|rows| rows.iter().map(|row| row.as_object().and_then(row_hit)).collect());

    let suspected = flag("serviceSuspected") == Some(true)
        || overall == Some(ServiceStatus::Suspected)
        || row_hits.as_ref().is_some_and(|hits| hits.contains(&true));
    let dismissed = rows
        .as_ref()
        .is_some_and(|rows| !rows.is_empty() && rows.iter().all(|row| is_dismissed(row)));
    let readable = flag("serviceSuspected").is_some()
        && flag("checkSuccessful").is_some()
        && overall.is_some()
        && row_hits.is_some();

    match (flag("serviceUsed"), flag("checkSuccessful")) {
        _ if suspected && !dismissed => Service::Hit,
        (Some(true), Some(false)) => Service::Failed,
        _ if !readable => Service::Unclear,
        (Some(true), _) => Service::Clear,
        (Some(false), _) => Service::NotChecked,
        (None, _) => Service::Unclear,
    }
}

/// The rows of a block; `None` when they are not a list.
fn rows<'b>(block: &'b Object<'b>) -> Option<Vec<&'b Value<'b>>> {
    match block.get("data") {
        None | Some(Value::Null) => Some(Vec::new()),
        Some(Value::Array(rows)) => Some(rows.iter().collect()),
        Some(_) => None,
    }
}

fn is_dismissed(row: &Value<'_>) -> bool {
    row.as_object().and_then(|row| row.get("whitelisted")).and_then(Value::as_bool) == Some(true)
}
