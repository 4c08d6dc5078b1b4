//! Buffers that deciding uses again and again.

use std::borrow::Cow;
use std::fmt;

use crate::facts::Scan;
use crate::webhook::write_hex;

use super::super::decision::{Decision, Undecided};
use super::super::engine::Work;

/// A text is made with room for most others, so that it need not grow when it is used again.
const ROOM: usize = 64;
/// Facts that leave one rule open; few rules ask more.
const FACTS: usize = 8;
/// The most buffers that are kept.
const MOST: usize = 1 << 16;

/// What deciding needs besides policy and webhook, to be used again and again: after a few
/// webhooks deciding into the same [`Decision`] allocates nothing.
///
/// It belongs to no policy. One thread uses it at a time. It may keep texts of earlier decisions
/// until they are written over; `Debug` shows none of them.
#[derive(Default)]
pub struct Scratch {
    pub(super) scan: Scan,
    pub(super) work: Work,
    pub(super) spare: Spare,
}

impl Scratch {
    /// Buffers that are still empty.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl fmt::Debug for Scratch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Scratch(..)")
    }
}

/// The parts of earlier decisions.
#[derive(Default)]
pub(super) struct Spare {
    texts: Vec<String>,
    undecided: Vec<Undecided>,
}

impl Spare {
    /// Empties a decision and keeps its parts.
    pub(super) fn take(&mut self, decision: &mut Decision) {
        let flags = decision.flags.drain(..).filter_map(|flag| flag.tag);
        self.texts.extend(flags);
        self.texts.extend(decision.unknown.drain(..).filter_map(|unknown| unknown.word));
        self.texts.append(&mut decision.rules);
        let texts = [
            &mut decision.scan_ref,
            &mut decision.event,
            &mut decision.body_sha256,
            &mut decision.client_id,
            &mut decision.external_ref,
        ];
        self.texts.extend(texts.into_iter().filter_map(Option::take));
        self.texts.truncate(MOST);
        self.undecided.append(&mut decision.undecided);
        self.undecided.truncate(MOST);
    }

    /// A buffer for a text.
    pub(super) fn buffer(&mut self) -> String {
        let mut buffer = self.texts.pop().unwrap_or_else(|| String::with_capacity(ROOM));
        buffer.clear();
        buffer
    }

    pub(super) fn text(&mut self, text: &str) -> String {
        let mut buffer = self.buffer();
        buffer.push_str(text);
        buffer
    }

    /// Names a decision by the digest of its body.
    pub(super) fn keep_digest(&mut self, digest: Option<[u8; 32]>, decision: &mut Decision) {
        decision.body_sha256 = digest.map(|digest| {
            let mut buffer = self.buffer();
            write_hex(&digest, &mut buffer);
            buffer
        });
    }

    pub(super) fn undecided(
        &mut self,
        rule: &str,
        facts: impl Iterator<Item = Cow<'static, str>>,
    ) -> Undecided {
        let mut undecided = self.undecided.pop().unwrap_or_else(|| Undecided {
            rule: String::with_capacity(ROOM),
            facts: Vec::with_capacity(FACTS),
        });
        rule.clone_into(&mut undecided.rule);
        undecided.facts.clear();
        undecided.facts.extend(facts);
        undecided
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_of_decisions_has_an_end() {
        let mut spare = Spare::default();
        for _ in 0..2 {
            let undecided = || Undecided { rule: String::new(), facts: Vec::new() };
            let mut decision = Decision {
                rules: vec![String::from("r"); MOST],
                undecided: std::iter::repeat_with(undecided).take(MOST).collect(),
                ..Decision::default()
            };
            spare.take(&mut decision);
            assert_eq!(decision, Decision::default());
            assert_eq!((spare.texts.len(), spare.undecided.len()), (MOST, MOST));
        }
        assert_eq!(spare.text("s"), "s");
    }

    #[test]
    fn the_texts_of_a_decision_are_written_over() {
        let mut spare = Spare::default();
        let mut decision = Decision { scan_ref: Some(spare.text("scan-1")), ..Decision::default() };
        spare.take(&mut decision);
        assert_eq!((decision.scan_ref, spare.texts.len()), (None, 1));
        assert_eq!((spare.text("s-2").as_str(), spare.texts.len()), ("s-2", 0));
    }
}
