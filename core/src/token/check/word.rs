//! Words of a vocabulary.

use crate::vocab::{Class, Locale, Vocabulary};

use super::text::longest;
use crate::suggest::nearest;
use crate::token::finding::{Finding, Inspection, Place};
use crate::token::rule::Rule;

/// Languages that are written in two ways: the code that the vendor lists, and the one that
/// ISO 639 or habit has. Both are taken without a word.
const OTHER_CODES: &[&str] = &["SL", "JP"];

/// A vocabulary, and the rules for words outside of it and for older words.
#[derive(Debug, Clone, Copy)]
pub(in crate::token) struct Choice {
    pub(in crate::token) words: Vocabulary,
    pub(in crate::token) unknown: Rule,
    pub(in crate::token) older: Option<Rule>,
}

impl Choice {
    pub(super) fn run(&self, text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
        match self.words.words.iter().find(|word| word.text == text) {
            None => inspection.report(place, self.refusal(text)),
            Some(word) if word.class == Class::RequestOlder => {
                if let Some(rule) = self.older {
                    inspection.report(place, rule);
                }
            }
            Some(_) => {}
        }
    }

    fn refusal(&self, text: &str) -> Finding {
        let current: Vec<_> = self
            .words
            .words
            .iter()
            .filter(|word| word.class == Class::RequestCurrent)
            .map(|word| word.text)
            .collect();
        let suggestion = nearest(text, current.iter().copied());
        self.unknown.suggesting(suggestion).with("allowed", current)
    }
}

/// The most characters of a code.
pub(super) const LONGEST_LOCALE: u32 = 7;

/// Never an error by value: the pages fall back to English.
pub(super) fn locale(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    longest(text, LONGEST_LOCALE, Rule::LocaleMaxLength, place, inspection);
    if is_locale(text) {
        return;
    }
    let language = text.split(['-', '_']).next().unwrap_or_default();
    let suggestion = Locale::from_word(&language.to_ascii_uppercase()).map(Locale::as_str);
    inspection.report(place, Rule::LocaleUnsupported.suggesting(suggestion));
}

/// Whether a code is one of the supported languages; case does not matter, and `-` is `_`.
pub(super) fn is_locale(text: &str) -> bool {
    let same = |code: &str| {
        code.len() == text.len()
            && code.bytes().zip(text.bytes()).all(|(one, other)| one == folded(other))
    };
    Locale::ALL.iter().any(|locale| same(locale.as_str()))
        || OTHER_CODES.iter().any(|code| same(code))
}

fn folded(byte: u8) -> u8 {
    if byte == b'-' { b'_' } else { byte.to_ascii_uppercase() }
}
