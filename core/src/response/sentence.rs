//! The vendor's sentences, for answers that carry no identifier or one with several meanings.
//!
//! A sentence counts only as the *whole* message: a message may echo what a user typed, and a
//! person named "Partner inactive" must not set off an escalation. ASCII case and one final
//! period do not matter.
//!
//! Source: kyc/id-error-messages and guides/error-handling (2026); the token limit, the deletion
//! sentence and the identifiers beside them from other pages of the vendor.

use super::verdict::{Fault, Verdict};
use super::{EscalateTo, Reason};
use crate::vocab::parameter;

use EscalateTo::{AccountManager, Operations};

/// A sentence, perhaps with one blank between `head` and `tail`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sentence {
    head: &'static str,
    blank: Option<Blank>,
    tail: &'static str,
    pub(super) verdict: Verdict,
}

/// What may stand in a blank, and how many characters of it.
#[derive(Debug, Clone, Copy)]
enum Blank {
    /// Names of environments: `DEMO`, `TESTING/PRODUCTION`.
    Environment,
    /// The name of a Python type: `list`, `NoneType`.
    TypeName,
    /// Anything without white space.
    Word,
}

const WRONG_KEY: Verdict = Verdict::escalate(Reason::CredentialsRejected, Operations);
const NO_FUNDS: Verdict = Verdict::escalate(Reason::FundsExhausted, AccountManager);
const SAME_CLIENT: Verdict =
    Verdict::fix(Reason::ClientIdConflict, Fault::Members(&[parameter::CLIENT_ID]));
const TOO_SOON: Verdict = Verdict::retry(Reason::TokenNotExpiredYet);

pub(super) const SENTENCES: &[Sentence] = &[
    plain("invalid authorization credentials", WRONG_KEY),
    plain("invalid credentials", WRONG_KEY),
    plain("partner inactive", Verdict::escalate(Reason::AccountInactive, AccountManager)),
    Sentence {
        head: "this endpoint is not available for ",
        blank: Some(Blank::Environment),
        tail: " partners",
        verdict: Verdict::escalate(Reason::WrongEnvironment, Operations),
    },
    plain("action not allowed due to lack of funds or exceeded limit", NO_FUNDS),
    plain("partner reached token limit", NO_FUNDS),
    plain(
        "an error occurred while parsing/constructing json",
        Verdict::fix(Reason::BodyNotJson, Fault::Body),
    ),
    Sentence {
        head: "invalid data. expected a dictionary, but got ",
        blank: Some(Blank::TypeName),
        tail: "",
        verdict: Verdict::fix(Reason::BodyNotObject, Fault::Body),
    },
    plain("some of required values are missing", Verdict::fix(Reason::BodyNull, Fault::Body)),
    plain("client id already exists", SAME_CLIENT),
    plain("clientid already exists", SAME_CLIENT),
    plain("token has not expired yet", TOO_SOON),
    plain("token has not expired yet.", TOO_SOON),
    scan_ref("token has not expired yet scan-ref: "),
    scan_ref("token has not expired yet. scan-ref: "),
];

const fn plain(text: &'static str, verdict: Verdict) -> Sentence {
    Sentence { head: text, blank: None, tail: "", verdict }
}

const fn scan_ref(head: &'static str) -> Sentence {
    Sentence { head, blank: Some(Blank::Word), tail: "", verdict: TOO_SOON }
}

/// The verdict of the sentence that this message is, whole.
pub(super) fn verdict(message: &str, sentences: &[Sentence]) -> Option<Verdict> {
    let without_period = message.strip_suffix('.').unwrap_or(message);
    sentences
        .iter()
        .find(|sentence| sentence.matches(message) || sentence.matches(without_period))
        .map(|sentence| sentence.verdict)
}

impl Sentence {
    /// The sentence for readers, its blank in braces.
    pub(super) fn shown(&self) -> String {
        format!("{}{}{}", self.head, self.blank.map_or("", Blank::shown), self.tail)
    }

    fn matches(&self, message: &str) -> bool {
        let Some((head, rest)) = message.split_at_checked(self.head.len()) else { return false };
        let Some(middle_end) = rest.len().checked_sub(self.tail.len()) else { return false };
        let Some((middle, tail)) = rest.split_at_checked(middle_end) else { return false };
        head.eq_ignore_ascii_case(self.head)
            && tail.eq_ignore_ascii_case(self.tail)
            && self.blank.map_or(middle.is_empty(), |blank| blank.takes(middle))
    }
}

impl Blank {
    fn takes(self, text: &str) -> bool {
        let length = text.chars().count();
        (1..=self.longest()).contains(&length)
            && text.chars().all(|character| self.allows(character))
    }

    const fn longest(self) -> usize {
        match self {
            Self::Environment => 40,
            Self::TypeName => 32,
            Self::Word => 64,
        }
    }

    const fn shown(self) -> &'static str {
        match self {
            Self::Environment => "{environment}",
            Self::TypeName => "{type}",
            Self::Word => "{word}",
        }
    }

    fn allows(self, character: char) -> bool {
        match self {
            Self::Environment => {
                character.is_ascii_alphabetic() || matches!(character, '/' | '_' | ' ' | '-')
            }
            Self::TypeName => character.is_ascii_alphabetic() || character == '_',
            Self::Word => !character.is_whitespace(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(message: &str) -> Option<Reason> {
        verdict(message, SENTENCES).map(|verdict| verdict.reason)
    }

    /// The sentence with its blank filled in.
    fn example(sentence: &Sentence) -> String {
        let blank = sentence.blank.map_or("", |_| "X");
        format!("{}{blank}{}", sentence.head, sentence.tail)
    }

    #[test]
    fn every_sentence_is_found_in_any_case_with_and_without_a_period() {
        for sentence in SENTENCES {
            let text = example(sentence);
            let reason = sentence.verdict.reason;
            for form in [text.clone(), text.to_ascii_uppercase(), format!("{text}.")] {
                assert_eq!(found(&form), Some(reason), "{form}");
            }
        }
    }

    #[test]
    fn blanks_end_at_their_limit() {
        for (blank, longest) in [(Blank::Environment, 40), (Blank::TypeName, 32), (Blank::Word, 64)]
        {
            assert!(blank.takes(&"x".repeat(longest)) && !blank.takes(&"x".repeat(longest + 1)));
            assert!(!blank.takes(""));
        }
        assert!(Blank::Word.takes(&"ž".repeat(64)) && !Blank::Word.takes("a\u{a0}b"));
    }

    /// What can stand around a sentence so that it is not the whole message any more.
    fn surroundings() -> impl Strategy<Value = (String, String)> {
        let after = "\\PC{0,4} \\PC{0,4}".prop_map(|after| (String::new(), after));
        prop_oneof![("\\PC{1,8}", "\\PC{0,8}"), after]
    }

    proptest! {
        /// A sentence inside a longer message says nothing, whatever stands around it.
        #[test]
        fn only_a_whole_message_counts(
            index in 0..SENTENCES.len(), (before, after) in surroundings(),
        ) {
            let message = format!("{before}{}{after}", example(&SENTENCES[index]));
            prop_assert!(found(&message).is_none(), "{}", message);
        }
    }
}
