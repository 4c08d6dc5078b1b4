//! Words of a vocabulary.

use std::sync::LazyLock;

use crate::json::{Label, Names};
use crate::vocab::{Class, Locale, Term, Vocabulary, Word};

use super::text::longest;
use crate::suggest::nearest;
use crate::token::finding::{Finding, Inspection, Meant};
use crate::token::place::Place;
use crate::token::rule::Rule;

/// Languages that are written in two ways: the code that the vendor lists, and the one that
/// ISO 639 or habit has. Both are taken without a word.
const OTHER_CODES: &[&str] = &["SL", "JP"];

/// A vocabulary, and the rules for words outside of it and for older words.
#[derive(Debug, Clone, Copy)]
pub(in crate::token) struct Choice {
    pub(in crate::token) words: Vocabulary,
    unknown: Rule,
    older: Option<Rule>,
    meant: Meant,
}

impl Choice {
    pub(in crate::token) const fn of<W: Term>(unknown: Rule, older: Option<Rule>) -> Self {
        let meant = |text: &str| nearest(text, current(W::VOCABULARY));
        Self { words: W::VOCABULARY, unknown, older, meant }
    }

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
        let allowed: Vec<_> = current(self.words).collect();
        self.unknown.guessing(text, self.meant).with("allowed", allowed)
    }
}

fn current(words: Vocabulary) -> impl Iterator<Item = &'static str> {
    let current = |word: &&Word| word.class == Class::RequestCurrent;
    words.words.iter().filter(current).map(|word| word.text)
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
    inspection.report(place, Rule::LocaleUnsupported.guessing(language, listed));
}

fn listed(language: &str) -> Option<&'static str> {
    Locale::from_word(&language.to_ascii_uppercase()).map(Locale::as_str)
}

/// Whether a code is one of the supported languages; case does not matter, and `-` is `_`.
pub(super) fn is_locale(text: &str) -> bool {
    static CODES: LazyLock<Names<()>> = LazyLock::new(|| {
        let listed = Locale::ALL.iter().map(|locale| locale.as_str());
        Names::new(listed.chain(OTHER_CODES.iter().copied()).map(|code| (code, ())))
    });
    // No code has more letters.
    let mut code = [0; 8];
    let Some(code) = code.get_mut(..text.len()) else { return false };
    code.iter_mut().zip(text.bytes()).for_each(|(letter, byte)| *letter = folded(byte));
    CODES.find(Label::of(code), |known| known.as_bytes() == code).is_some()
}

fn folded(byte: u8) -> u8 {
    if byte == b'-' { b'_' } else { byte.to_ascii_uppercase() }
}
