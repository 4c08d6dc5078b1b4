//! The older service blocks: `AML`, `LID` and `CRIMINAL_CHECK`, and their lower-case ancestors.

use crate::json::{Object, Value};
use crate::vocab::{AmlHit, Service, ServiceStatus};

use super::derived::words;
use super::read::{Content, Source, word};
use super::table::Fact;

/// The members of a block, of its status and of its rows that count.
pub(super) const STATUS: &str = "status";
pub(super) const SUSPECTED: &str = "serviceSuspected";
pub(super) const USED: &str = "serviceUsed";
pub(super) const SUCCESSFUL: &str = "checkSuccessful";
pub(super) const OVERALL: &str = "overallStatus";
pub(super) const ROWS: &str = "data";
pub(super) const SUSPICION: &str = "suspicion";
pub(super) const WHITELISTED: &str = "whitelisted";
pub(super) const VALID: &str = "valid";

/// Whether a row of a block that calls itself valid, invalid or nothing is a hit by itself;
/// `None` when that cannot be told.
pub(super) type RowHit = fn(Option<Option<bool>>) -> Option<bool>;

/// A document that the register calls invalid is a hit, whatever the flags say.
pub(super) const INVALID_ROWS_HIT: RowHit = |valid| match valid {
    Some(valid) => valid.map(|valid| !valid),
    None => Some(false),
};
pub(super) const NO_ROW_HITS: RowHit = |_| Some(false);

/// The worst block of a service.
pub(super) fn worst<'d>(source: &Source<'d>, fact: Fact) -> Option<Content<'d>> {
    worst_with(source, fact, NO_ROW_HITS)
}

/// The same where a row of a block can be a hit by itself.
pub(super) fn worst_of_register<'d>(source: &Source<'d>, fact: Fact) -> Option<Content<'d>> {
    worst_with(source, fact, INVALID_ROWS_HIT)
}

/// The kinds of hit that nobody dismissed. A hit without a readable kind, and a block without
/// readable rows, are unknown words.
pub(super) fn hits<'d>(source: &Source<'d>, fact: Fact) -> Option<Content<'d>> {
    let blocks = fact.paths().flat_map(|key| blocks(source, key));
    words(&AmlHit::VOCABULARY, blocks.flat_map(open_hits))
}

fn open_hits<'d>(block: &'d Value<'d>) -> Vec<Option<&'d str>> {
    let kind = |row: &'d Value<'d>| row.as_object()?.get(SUSPICION)?.as_str();
    match block.as_object().and_then(rows) {
        Some(rows) => rows.iter().filter(|row| !is_dismissed(row)).map(kind).collect(),
        None => vec![None],
    }
}

fn worst_with<'d>(source: &Source<'d>, fact: Fact, row_hit: RowHit) -> Option<Content<'d>> {
    let blocks = fact.paths().flat_map(|key| blocks(source, key));
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
    let status = block.get(STATUS).and_then(Value::as_object);
    let flag = |key| status.and_then(|status| status.get(key)).and_then(Value::as_bool);
    let overall = status.and_then(|status| status.get(OVERALL)).and_then(Value::as_str);
    let block = Block {
        suspected: flag(SUSPECTED),
        used: flag(USED),
        successful: flag(SUCCESSFUL),
        overall: overall.and_then(ServiceStatus::from_word),
        rows: rows(block).map(|rows| {
            let hit = |row: &Value<'_>| row_hit(row.as_object()?.get(VALID).map(Value::as_bool));
            let hits = rows.iter().map(|row| row.as_object().and_then(|_| hit(row)));
            hits.zip(rows).fold(Rows::default(), |sum, (hit, row)| sum.and(hit, is_dismissed(row)))
        }),
    };
    block.judge()
}

/// The rows of a block; `None` when they are not a list.
fn rows<'b>(block: &'b Object<'b>) -> Option<&'b [Value<'b>]> {
    match block.get(ROWS) {
        None | Some(Value::Null) => Some(&[]),
        Some(Value::Array(rows)) => Some(rows),
        Some(_) => None,
    }
}

fn is_dismissed(row: &Value<'_>) -> bool {
    row.as_object().and_then(|row| row.get(WHITELISTED)).and_then(Value::as_bool) == Some(true)
}

/// What a block says, `None` where it says nothing readable.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Block {
    pub(super) suspected: Option<bool>,
    pub(super) used: Option<bool>,
    pub(super) successful: Option<bool>,
    pub(super) overall: Option<ServiceStatus>,
    pub(super) rows: Option<Rows>,
}

/// What the rows of a block say together.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Rows {
    some: bool,
    any_hit: bool,
    any_unreadable: bool,
    any_open: bool,
}

impl Rows {
    /// With one more row: whether it is a hit by itself, and whether somebody dismissed it.
    #[must_use]
    pub(super) fn and(self, hit: Option<bool>, dismissed: bool) -> Self {
        Self {
            some: true,
            any_hit: self.any_hit || hit == Some(true),
            any_unreadable: self.any_unreadable || hit.is_none(),
            any_open: self.any_open || !dismissed,
        }
    }

    const fn readable(self) -> bool {
        !self.any_unreadable
    }

    const fn dismissed(self) -> bool {
        self.some && !self.any_open
    }
}

impl Block {
    pub(super) fn judge(&self) -> Service {
        let rows_say = |holds: fn(Rows) -> bool| self.rows.is_some_and(holds);
        let suspected = self.suspected == Some(true)
            || self.overall == Some(ServiceStatus::Suspected)
            || rows_say(|rows| rows.any_hit);
        let readable = self.suspected.is_some()
            && self.successful.is_some()
            && self.overall.is_some()
            && rows_say(Rows::readable);
        match (self.used, self.successful) {
            _ if suspected && !rows_say(Rows::dismissed) => Service::Hit,
            (Some(true), Some(false)) => Service::Failed,
            _ if !readable => Service::Unclear,
            (Some(true), _) => Service::Clear,
            (Some(false), _) => Service::NotChecked,
            (None, _) => Service::Unclear,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLEAR: Block = Block {
        suspected: Some(false),
        used: Some(true),
        successful: Some(true),
        overall: Some(ServiceStatus::NotSuspected),
        rows: Some(Rows { some: false, any_hit: false, any_unreadable: false, any_open: false }),
    };

    #[test]
    fn only_a_block_that_can_be_read_whole_is_clear() {
        assert_eq!(CLEAR.judge(), Service::Clear);
        assert_eq!(Block { used: Some(false), ..CLEAR }.judge(), Service::NotChecked);
        assert_eq!(Block { successful: Some(false), ..CLEAR }.judge(), Service::Failed);
        for unclear in [
            Block { suspected: None, ..CLEAR },
            Block { used: None, ..CLEAR },
            Block { successful: None, ..CLEAR },
            Block { overall: None, ..CLEAR },
            Block { rows: None, ..CLEAR },
            Block::default(),
        ] {
            assert_eq!(unclear.judge(), Service::Unclear, "{unclear:?}");
            let unused = Block { used: unclear.used.and(Some(false)), ..unclear };
            assert_eq!(unused.judge(), Service::Unclear, "{unused:?}");
        }
    }

    #[test]
    fn a_hit_that_not_every_row_dismisses_is_one() {
        let judge = |rows: &[(Option<bool>, bool)], suspected: Option<bool>| {
            let add =
                |sum: Rows, (hit, dismissed): &(Option<bool>, bool)| sum.and(*hit, *dismissed);
            Block { rows: Some(rows.iter().fold(Rows::default(), add)), suspected, ..CLEAR }.judge()
        };
        let (hit, clear, unread) = (Some(true), Some(false), None);
        for (rows, service) in [
            (&[(hit, false)][..], Service::Hit),
            (&[(clear, false), (hit, false), (clear, false)], Service::Hit),
            (&[(hit, false), (clear, true)], Service::Hit),
            (&[(hit, true), (clear, true)], Service::Clear),
            (&[(clear, false)], Service::Clear),
            (&[(unread, false), (clear, false)], Service::Unclear),
            (&[(hit, false), (unread, false)], Service::Hit),
        ] {
            assert_eq!(judge(rows, Some(false)), service, "{rows:?}");
        }
        assert_eq!(judge(&[], Some(true)), Service::Hit);
        assert_eq!(judge(&[(clear, true)], Some(true)), Service::Clear);
        assert_eq!(judge(&[(clear, true), (clear, false)], Some(true)), Service::Hit);
        let suspected = Block { overall: Some(ServiceStatus::Suspected), ..CLEAR };
        assert_eq!(suspected.judge(), Service::Hit);
    }
}
