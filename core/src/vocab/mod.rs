//! The vendor's words, each in exactly one table row.
//!
//! Every word from outside is *open*: a known variant, or the raw text kept exactly
//! ([`Open`]). An unknown word parses, is reported, and never helps anyone to be accepted.
//! Words are compared exactly: case-sensitive, not trimmed.
//!
//! ```
//! use idenfy_rules::vocab::{Class, Tag};
//! let tag = Tag::from_word("VIRTUAL_CAMERA").unwrap();
//! assert_eq!((tag.as_str(), tag.class()), ("VIRTUAL_CAMERA", Class::SpoofSuspicion));
//! assert_eq!(tag.meaning(), "A virtual camera was probably used.");
//! assert!(tag.seen().contains("2026"));
//! ```
//!
//! To add a word, add one row to its table; `docs/changing.md` shows it.

mod account;
mod check;
mod class;
mod event;
pub mod parameter;
mod request;
mod screening;
mod tag;
mod verdict;
mod words;

use std::fmt;

use serde::{Serialize, Serializer};

pub use account::Identifier;
pub use check::{DocumentStatus, FaceStatus};
pub use class::Class;
pub use event::{Event, EventKind};
pub use request::{
    CrossMatch, DocumentOrigin, DocumentType, DummyStatus, Locale, NameMatching, Sex, StepType,
    TokenType,
};
pub use screening::{
    AddressStatus, AgeEstimate, AmlHit, Comparison, Platform, Risk, Screening, Service,
    ServiceStatus,
};
pub use tag::Tag;
pub use verdict::{AdditionalStepStatus, Overall};

/// The date of the vendor's pages that these tables follow; every decision names it.
///
/// ```
/// assert_eq!(idenfy_rules::vocab::VERSION.len(), "2026-11-20".len());
/// ```
pub const VERSION: &str = "2026-11-20";

/// One row of a vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The word as the vendor writes it.
    pub text: &'static str,
    /// What kind of word it is; policies can ask for it.
    pub class: Class,
    /// Where the word was seen: years of the vendor's contract, or `page` for prose only.
    pub seen: &'static str,
    /// What it means, in our words.
    pub meaning: &'static str,
}

/// A vocabulary as a table, for callers that do not know its type at compile time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vocabulary {
    /// Its name, as policies and error messages spell it.
    pub name: &'static str,
    /// Its words, in the order of the reference.
    pub words: &'static [Word],
    /// Whether the words are sorted into classes that a policy may ask for.
    pub classified: bool,
}

impl Vocabulary {
    /// The place of a word in the table, or `None` when the vocabulary does not have it.
    ///
    /// ```
    /// use idenfy_rules::vocab::Overall;
    /// assert_eq!(Overall::VOCABULARY.position("APPROVED"), Some(0));
    /// assert_eq!(Overall::VOCABULARY.position("approved"), None);
    /// ```
    #[must_use]
    pub fn position(&self, text: &str) -> Option<usize> {
        self.words.iter().position(|word| word.text == text)
    }
}

/// A word from outside: one that the vocabulary has, or the raw text, kept exactly.
///
/// ```
/// use idenfy_rules::vocab::{Open, Overall};
/// assert_eq!(Open::<Overall>::read("DENIED").known(), Some(Overall::Denied));
/// assert_eq!(Open::<Overall>::read("denied").as_str(), "denied");
/// assert_eq!(Open::<Overall>::read("denied").known(), None);
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Open<W> {
    /// A word of the vocabulary.
    Known(W),
    /// Any other text.
    Unknown(String),
}

/// What every vocabulary offers; implemented by the tables of this module only.
pub trait Term: Copy + 'static {
    /// The table behind the type.
    const VOCABULARY: Vocabulary;
    /// The word with this exact text.
    fn from_word(text: &str) -> Option<Self>;
    /// The text of the word.
    fn as_str(self) -> &'static str;
}

impl<W: Term> Open<W> {
    /// Reads a word: exactly, without trimming or folding.
    #[must_use]
    pub fn read(text: &str) -> Self {
        W::from_word(text).map_or_else(|| Self::Unknown(text.to_owned()), Self::Known)
    }

    /// The word if the vocabulary has it.
    #[must_use]
    pub fn known(&self) -> Option<W> {
        match self {
            Self::Known(word) => Some(*word),
            Self::Unknown(_) => None,
        }
    }

    /// The text as it was received.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(word) => word.as_str(),
            Self::Unknown(text) => text,
        }
    }
}

/// An unknown text may be anything, even a name in the wrong place, so it is not shown.
impl<W: Term> fmt::Debug for Open<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(word) => f.write_str(word.as_str()),
            Self::Unknown(_) => f.write_str("<unknown word>"),
        }
    }
}

impl<W: Term> Serialize for Open<W> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// An unknown word as it may be shown: only if it has the shape of a vendor word
/// (`[A-Z][A-Z0-9_-]{0,63}`), since anything else could be personal text.
pub(crate) fn showable(word: &str) -> Option<&str> {
    let mut bytes = word.bytes();
    let first_fits = bytes.next().is_some_and(|byte| byte.is_ascii_uppercase());
    let rest_fits = bytes.all(|byte| {
        byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_' || byte == b'-'
    });
    (first_fits && rest_fits && word.len() <= 64).then_some(word)
}

/// One table, from which the type, its list, its look-ups and its documentation are made.
macro_rules! vocabulary {
    (
        $(#[$attribute:meta])*
        $name:ident, $wire:literal, $classified:literal;
        $( $text:literal => $variant:ident, $class:ident, $seen:literal, $meaning:literal; )+
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum $name {
            $( #[doc = concat!("`", $text, "`: ", $meaning)] $variant, )+
        }

        impl $name {
            /// Every word, in the order of the reference.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// The table behind this type.
            pub const VOCABULARY: $crate::vocab::Vocabulary = $crate::vocab::Vocabulary {
                name: $wire,
                words: &[$( $crate::vocab::Word {
                    text: $text,
                    class: $crate::vocab::Class::$class,
                    seen: $seen,
                    meaning: $meaning,
                }, )+],
                classified: $classified,
            };

            /// The word as the vendor writes it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $text, )+ }
            }

            /// The word with this exact text, or `None`.
            #[must_use]
            pub fn from_word(text: &str) -> Option<Self> {
                match text { $( $text => Some(Self::$variant), )+ _ => None }
            }

            /// What kind of word it is.
            #[must_use]
            pub const fn class(self) -> $crate::vocab::Class {
                match self { $( Self::$variant => $crate::vocab::Class::$class, )+ }
            }

            /// What it means, in our words.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $( Self::$variant => $meaning, )+ }
            }

            /// Where it was seen: years of the vendor's contract, or `page` for prose only.
            #[must_use]
            pub const fn seen(self) -> &'static str {
                match self { $( Self::$variant => $seen, )+ }
            }
        }

        impl $crate::vocab::Term for $name {
            const VOCABULARY: $crate::vocab::Vocabulary = Self::VOCABULARY;
            fn from_word(text: &str) -> Option<Self> { Self::from_word(text) }
            fn as_str(self) -> &'static str { self.as_str() }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
use vocabulary;
pub(crate) use words::words;

/// The vocabularies that this module holds, for tests and generators.
pub const ALL: &[Vocabulary] = &[
    Overall::VOCABULARY,
    DocumentStatus::VOCABULARY,
    FaceStatus::VOCABULARY,
    Tag::VOCABULARY,
    AdditionalStepStatus::VOCABULARY,
    Service::VOCABULARY,
    ServiceStatus::VOCABULARY,
    AmlHit::VOCABULARY,
    Screening::VOCABULARY,
    Risk::VOCABULARY,
    Comparison::VOCABULARY,
    AddressStatus::VOCABULARY,
    AgeEstimate::VOCABULARY,
    Platform::VOCABULARY,
    Event::VOCABULARY,
    Identifier::VOCABULARY,
    TokenType::VOCABULARY,
    DocumentType::VOCABULARY,
    DummyStatus::VOCABULARY,
    Sex::VOCABULARY,
    Locale::VOCABULARY,
    StepType::VOCABULARY,
    NameMatching::VOCABULARY,
    CrossMatch::VOCABULARY,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_unique_and_found_again() {
        for vocabulary in ALL {
            assert!(!vocabulary.words.is_empty());
            for (index, word) in vocabulary.words.iter().enumerate() {
                assert_eq!(vocabulary.position(word.text), Some(index), "{}", word.text);
                assert!(word.meaning.ends_with('.'), "{}: {}", word.text, word.meaning);
                assert!(!word.seen.is_empty());
            }
        }
    }

    #[test]
    fn only_words_of_the_vendors_shape_are_shown() {
        assert_eq!(showable("EXPIRED-DELETED"), Some("EXPIRED-DELETED"));
        assert_eq!(showable("A2_B"), Some("A2_B"));
        for hidden in ["", "approved", "Jonas", "1A", "ŽODIS", "A B", "_A", &"A".repeat(65)] {
            assert_eq!(showable(hidden), None, "{hidden}");
        }
        assert!(showable(&"A".repeat(64)).is_some());
    }
}
