//! How a line of words is marked up, and which characters nobody can see.

use std::fmt::Write;

use super::phrase::Joint;

/// A markup that lines are written in.
pub(in crate::policy) trait Markup {
    /// A word of the document or of the vendor. Whatever it holds, it is shown and does nothing.
    fn code(&self, text: &str) -> String;

    /// What stands between two conditions.
    fn joint(&self, joint: Joint) -> String;

    /// What stands before a condition that must not hold.
    fn joint_not(&self) -> &'static str {
        "not"
    }
}

/// No markup at all: for terminals and JSON.
#[derive(Debug)]
pub(in crate::policy) struct Plain;

impl Markup for Plain {
    fn code(&self, text: &str) -> String {
        visible(text)
    }

    fn joint(&self, joint: Joint) -> String {
        format!(" {} ", joint.as_str())
    }
}

/// A text in one line, with every character that could hide or reorder others made visible.
///
/// A terminal, an editor and a browser obey them, so a document could otherwise look like
/// another one than it is.
pub(in crate::policy) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' | '\t' => out.push(' '),
            hidden if is_hidden(hidden) => {
                // Writing to a `String` cannot fail.
                _ = write!(out, "\\u{{{:04x}}}", u32::from(hidden));
            }
            plain => out.push(plain),
        }
    }
    out
}

/// Controls, invisible characters, and those that turn the direction of writing. Joiners stay:
/// some scripts need them.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
