//! What is asked of a fact, in words that are not yet marked up.

use super::markup::Markup;

/// How parts of a condition hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::policy) enum Joint {
    And,
    Or,
}

impl Joint {
    pub(in crate::policy) const fn as_str(self) -> &'static str {
        match self {
            Self::And => "and",
            Self::Or => "or",
        }
    }
}

/// A piece of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::policy) enum Piece {
    /// Words of ours.
    Words(&'static str),
    /// A word of the document: a vendor's one, a number, a pattern, the name of a list.
    Code(String),
}

/// What is asked of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::policy) enum Phrase {
    Simple(Vec<Piece>),
    Joined(Joint, Vec<Phrase>),
}

impl Phrase {
    pub(super) fn words(words: &'static str) -> Self {
        Self::Simple(vec![Piece::Words(words)])
    }

    pub(super) fn code(text: impl Into<String>) -> Self {
        Self::Simple(vec![Piece::Code(text.into())])
    }

    /// Words followed by texts, the last two of which are joined by a word or just a comma.
    pub(super) fn list(words: &'static str, texts: &[&str], last: &'static str) -> Self {
        let mut pieces = vec![Piece::Words(words)];
        for (index, text) in texts.iter().enumerate() {
            match index {
                0 => {}
                _ if index + 1 == texts.len() => pieces.push(Piece::Words(last)),
                _ => pieces.push(Piece::Words(", ")),
            }
            pieces.push(Piece::Code((*text).to_owned()));
        }
        Self::Simple(pieces)
    }

    pub(super) fn join(joint: Joint, mut parts: Vec<Self>) -> Self {
        if parts.len() == 1 { parts.remove(0) } else { Self::Joined(joint, parts) }
    }

    pub(super) fn is_joined(&self) -> bool {
        matches!(self, Self::Joined(..))
    }

    /// The phrase in one line.
    pub(in crate::policy) fn inline(&self, markup: &dyn Markup) -> String {
        match self {
            Self::Simple(pieces) => pieces.iter().map(|piece| piece.inline(markup)).collect(),
            Self::Joined(joint, parts) => {
                let nested = |part: &Self| match part {
                    Self::Joined(..) => format!("({})", part.inline(markup)),
                    Self::Simple(_) => part.inline(markup),
                };
                let parts: Vec<String> = parts.iter().map(nested).collect();
                parts.join(&format!(", {} ", joint.as_str()))
            }
        }
    }
}

impl Piece {
    fn inline(&self, markup: &dyn Markup) -> String {
        match self {
            Self::Words(words) => (*words).to_owned(),
            Self::Code(text) => markup.code(text),
        }
    }
}
