//! A set of words or texts, as the entries of the lists that it is merged from.

use crate::json::Span;

use super::slot::{Code, Entry, FIRST, NOT_TEXT, UNKNOWN};

/// The entries of some lists.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Set<'s> {
    pub(super) entries: &'s [Entry],
    /// The slots of the lists.
    pub(super) lists: &'s [usize],
    pub(super) body: &'s [u8],
}

impl<'s> Set<'s> {
    pub(super) fn entries(self) -> impl Iterator<Item = &'s Entry> {
        self.entries.iter().filter(move |entry| self.lists.contains(&entry.list))
    }

    /// The text of an entry that is one.
    pub(super) fn text(&self, entry: &Entry) -> Option<&'s str> {
        if entry.value.code == NOT_TEXT { None } else { text(self.body, entry.value.span) }
    }

    fn with(self, code: Code) -> impl Iterator<Item = &'s Entry> {
        self.entries().filter(move |entry| entry.value.code == code)
    }

    /// Whether there is no entry at all.
    pub(crate) fn is_empty(self) -> bool {
        self.entries().next().is_none()
    }

    /// The places of the known words in their vocabulary; some may come twice.
    pub(crate) fn words(self) -> impl Iterator<Item = usize> {
        self.entries().filter_map(|entry| entry.value.place())
    }

    /// The entries of a set of texts.
    pub(crate) fn texts(self) -> impl Iterator<Item = &'s str> {
        self.with(FIRST).filter_map(move |entry| self.text(entry))
    }

    /// The words outside the vocabulary; `None` for one that is not text. Some may come twice.
    pub(crate) fn unknown(self) -> impl Iterator<Item = Option<&'s str>> {
        let unknown = |entry: &&Entry| matches!(entry.value.code, NOT_TEXT | UNKNOWN);
        self.entries().filter(unknown).map(move |entry| self.text(entry))
    }

    /// The words outside the vocabulary in their order, each once.
    pub(super) fn for_each_unknown_once(self, mut see: impl FnMut(Option<&'s str>)) {
        let mut last = None;
        while let Some(word) =
            self.unknown().filter(|word| last.is_none_or(|last| *word > last)).min()
        {
            see(word);
            last = Some(word);
        }
    }
}

/// A piece of a body that is UTF-8, as the walk over it has shown.
pub(super) fn text(body: &[u8], span: Span) -> Option<&str> {
    std::str::from_utf8(body.get(span.range())?).ok()
}
