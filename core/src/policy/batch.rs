//! Many webhooks at once: NDJSON, one body for each line.
//!
//! A line ends with a line feed, or a carriage return and a line feed; the last one may end with
//! the bytes. Lines of JSON white space alone are no records, but they are numbered. Every other
//! line is either decided or a bad line with its place: none is lost, whatever it holds.
//!
//! A whole file in memory goes to [`Policy::evaluate_lines`] at once; [`parts`] cuts it for
//! several threads. A file of any size goes through [`Blocks`], in bounded memory.

mod blocks;

use crate::date::Date;
use crate::error::InputError;
use crate::json::Limits;

use super::{Arrival, Decision, DecisionError, Policy, Scratch};

pub use blocks::{Block, Blocks};

/// A place between two lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The number of the line that begins here, from 1.
    pub line: u64,
    /// How many bytes stand before it.
    pub offset: u64,
}

impl Position {
    /// The beginning of a file.
    pub const START: Self = Self { line: 1, offset: 0 };

    /// So many lines and bytes further. A caller may begin wherever it likes, so the numbers may end.
    fn further(self, lines: usize, bytes: usize) -> Self {
        let Self { line, offset } = self;
        Self {
            line: line.saturating_add(count(lines)),
            offset: offset.saturating_add(count(bytes)),
        }
    }

    /// The place behind some whole lines that begin here.
    fn behind(self, lines: &[u8]) -> Self {
        let feeds = memchr::memchr_iter(LINE_FEED, lines).count();
        self.further(feeds, lines.len())
    }
}

impl Default for Position {
    fn default() -> Self {
        Self::START
    }
}

/// What is known besides the lines. By default no body is named by its digest.
///
/// ```
/// use idenfy_rules::policy::batch::BatchOptions;
/// assert!(!BatchOptions::default().digest);
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct BatchOptions<'a> {
    /// The `Idenfy-Event-Type` header of every line, if there was one. It is not signed.
    pub event_type: Option<&'a str>,
    /// The day, for policies that ask `age` or `daysToExpiry`.
    pub today: Option<Date>,
    /// Whether to name each body by its SHA-256. Without it duplicates cannot be seen later.
    pub digest: bool,
    /// What one line may cost; its end does not count.
    pub limits: Limits,
    /// Where the bytes stand in the file that they come from.
    pub first: Position,
}

impl<'a> BatchOptions<'a> {
    fn arrival(&self) -> Arrival<'a> {
        let Self { event_type, today, digest, limits, .. } = *self;
        Arrival { event_type, today, digest, limits }
    }

    fn records<'l>(&self, ndjson: &'l [u8]) -> Records<'l> {
        Records { rest: ndjson, next: self.first, longest: self.limits.bytes }
    }
}

/// One record: where it stands, and what it comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line {
    /// The number of the line, from 1.
    pub number: u64,
    /// How many bytes stand before the line.
    pub offset: u64,
    /// The decision, or why the line cannot be used.
    pub result: Result<Decision, DecisionError>,
}

impl Policy {
    /// Reads and decides line by line, as [`evaluate`](Self::evaluate) does for each body.
    ///
    /// # Errors
    /// `policy.today_required`; a line that cannot be used is an item like any other.
    ///
    /// ```
    /// use idenfy_rules::policy::Policy;
    /// let ndjson = b"{\"scanRef\": \"a\", \"status\": {\"overall\": \"APPROVED\"}, \"final\": true}\n\n{oops\n";
    /// let policy = Policy::documented();
    /// let lines: Vec<_> = policy.evaluate_lines(ndjson, &Default::default())?.collect();
    /// assert_eq!(lines[0].result.as_ref().unwrap().outcome.as_str(), "accept");
    /// assert_eq!((lines[1].number, lines[1].offset), (3, 68));
    /// assert_eq!(lines[1].result.as_ref().unwrap_err().code(), "webhook.not_json");
    /// # Ok::<(), idenfy_rules::InputError>(())
    /// ```
    pub fn evaluate_lines<'l>(
        &'l self,
        ndjson: &'l [u8],
        options: &BatchOptions<'l>,
    ) -> Result<impl Iterator<Item = Line> + 'l, InputError> {
        self.demand_today(options.today)?;
        let (arrival, records) = (options.arrival(), options.records(ndjson));
        let mut scratch = Scratch::new();
        Ok(records.map(move |Record { at, body }| Line {
            number: at.line,
            offset: at.offset,
            result: self.evaluate_with(body, &arrival, &mut scratch),
        }))
    }

    /// The same as [`evaluate_lines`](Self::evaluate_lines), with one decision for all lines: it
    /// is shown with the place of its line, and after a few lines nothing is allocated.
    ///
    /// # Errors
    /// As of `evaluate_lines`; nothing is shown then.
    ///
    /// ```
    /// use idenfy_rules::policy::{Outcome, Policy};
    /// let ndjson = b"{\"scanRef\": \"a\", \"status\": {\"overall\": \"APPROVED\"}, \"final\": true}\n{oops\n";
    /// let (mut accepted, mut bad) = (0, Vec::new());
    /// Policy::documented().for_each_line(ndjson, &Default::default(), |at, result| match result {
    ///     Ok(decision) => accepted += u32::from(decision.outcome == Outcome::Accept),
    ///     Err(_) => bad.push(at.line),
    /// })?;
    /// assert_eq!((accepted, bad), (1, vec![2]));
    /// # Ok::<(), idenfy_rules::InputError>(())
    /// ```
    pub fn for_each_line(
        &self,
        ndjson: &[u8],
        options: &BatchOptions<'_>,
        mut visit: impl FnMut(Position, Result<&Decision, DecisionError>),
    ) -> Result<(), InputError> {
        self.demand_today(options.today)?;
        let (arrival, records) = (options.arrival(), options.records(ndjson));
        let (mut scratch, mut decision) = (Scratch::new(), Decision::default());
        for Record { at, body } in records {
            let decided = self.evaluate_into(body, &arrival, &mut scratch, &mut decision);
            visit(at, decided.map(|()| &decision));
        }
        Ok(())
    }
}

/// Cuts NDJSON that begins at `first` into at most `parts` parts of about the same size, each of
/// whole lines, with the place where each begins. For threads, which the caller starts.
///
/// ```
/// use idenfy_rules::policy::batch::{Position, parts};
/// let cut = parts(b"1\n2\n3\n4\n", Position::START, 2);
/// assert_eq!(cut[1], (Position { line: 3, offset: 4 }, &b"3\n4\n"[..]));
/// ```
#[must_use]
pub fn parts(ndjson: &[u8], first: Position, parts: usize) -> Vec<(Position, &[u8])> {
    let before_end = ndjson.len().div_ceil(parts.max(1)).saturating_sub(1);
    let (mut rest, mut next, mut cut) = (ndjson, first, Vec::new());
    while !rest.is_empty() {
        let feed = rest.get(before_end..).and_then(line_feed);
        let end = feed.map_or(rest.len(), |feed| before_end + feed + 1);
        let (part, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        cut.push((next, part));
        next = next.behind(part);
        rest = after;
    }
    cut
}

const LINE_FEED: u8 = b'\n';

/// A line that is not blank, without its end.
struct Record<'l> {
    at: Position,
    body: &'l [u8],
}

/// The records of some lines.
struct Records<'l> {
    rest: &'l [u8],
    next: Position,
    longest: usize,
}

impl<'l> Iterator for Records<'l> {
    type Item = Record<'l>;

    fn next(&mut self) -> Option<Record<'l>> {
        while !self.rest.is_empty() {
            let end = line_feed(self.rest).map_or(self.rest.len(), |feed| feed + 1);
            let (line, after) = self.rest.split_at_checked(end)?;
            let at = self.next;
            self.rest = after;
            self.next = at.further(1, line.len());
            let body = without_end(line);
            // White space beyond the limit is a bad line: a stream does not look at all of it.
            if body.len() > self.longest || !is_blank(body) {
                return Some(Record { at, body });
            }
        }
        None
    }
}

fn without_end(line: &[u8]) -> &[u8] {
    match line.strip_suffix(&[LINE_FEED]) {
        Some(ended) => ended.strip_suffix(b"\r").unwrap_or(ended),
        None => line,
    }
}

fn is_blank(body: &[u8]) -> bool {
    body.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
}

/// The place of the first line feed.
fn line_feed(bytes: &[u8]) -> Option<usize> {
    memchr::memchr(LINE_FEED, bytes)
}

/// Every length of a slice fits.
fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests;
