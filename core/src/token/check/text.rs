//! Texts: lengths, ids and names.

use std::sync::LazyLock;

use crate::json::Node;

use crate::token::finding::Inspection;
use crate::token::place::Place;
use crate::token::rule::Rule;

/// Characters that a name must not have, as several older pages and one client list them.
///
/// Left out on purpose: the backslash, which only escapes the bar in the source of a page;
/// and the rule "letters only", which the vendor's own sample breaks with a space.
const FORBIDDEN_IN_NAMES: &str = r#"~!@#$%^*()_+={}[]|:;",<>/?"#;

/// The rules of a free text.
#[derive(Debug, Clone, Copy)]
pub(in crate::token) struct Text {
    /// The rule that the empty text breaks, if any.
    pub(in crate::token) empty: Option<Rule>,
    /// The most characters, and the rule that longer texts break.
    pub(in crate::token) max: Option<(u32, Rule)>,
    /// What else is asked.
    pub(in crate::token) also: fn(&str, &Place<'_>, &mut Inspection<'_>),
}

impl Text {
    pub(super) fn run(&self, text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
        if let Some(rule) = self.empty.filter(|_| text.is_empty()) {
            inspection.report(place, rule.within(Some(1), None));
        }
        if let Some((max, rule)) = self.max {
            longest(text, max, rule, place, inspection);
        }
        (self.also)(text, place, inspection);
    }
}

/// Lengths count Unicode code points, as Python counts them: neither bytes nor UTF-16 units
/// nor what a reader sees as one character.
pub(super) fn longest(
    text: &str,
    max: u32,
    rule: Rule,
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) {
    let Ok(most) = usize::try_from(max) else { return };
    // No text has more characters than bytes.
    if text.len() > most && text.chars().count() > most {
        inspection.report(place, rule.within(None, Some(max.into())));
    }
}

pub(in crate::token) fn nothing_more(_: &str, _: &Place<'_>, _: &mut Inspection<'_>) {}

pub(in crate::token) fn client_id(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    if !text.is_ascii() {
        inspection.report(place, Rule::ClientIdNonAscii);
    }
    if is_blank(text) {
        inspection.report(place, Rule::ClientIdBlank);
    } else if has_outer_space(text) {
        inspection.report(place, Rule::ClientIdOuterSpace);
    }
}

/// The old name of `clientId`. No page says what an empty one does, so it is only noted.
pub(in crate::token) fn alias(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    if text.is_empty() || is_blank(text) {
        inspection.report(place, Rule::ClientIdBlank);
    }
}

pub(in crate::token) fn name(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    let odd = oddities(text);
    if odd & DIGIT != 0 {
        inspection.report(place, Rule::NameDigit);
    }
    if odd & FORBIDDEN != 0 {
        inspection.report(place, Rule::NameForbiddenChar.with("forbidden", FORBIDDEN_IN_NAMES));
    }
    if odd & BACKSLASH != 0 {
        inspection.report(place, Rule::NameBackslash);
    }
    if odd & PERHAPS_DIGIT != 0 && text.contains(is_digit_of_another_script) {
        inspection.report(place, Rule::NameNonAsciiDigit);
    }
    if is_blank(text) {
        inspection.report(place, Rule::NameBlank);
    }
}

fn is_digit_of_another_script(letter: char) -> bool {
    !letter.is_ascii() && letter.is_numeric()
}

const DIGIT: u8 = 1;
const FORBIDDEN: u8 = 2;
const BACKSLASH: u8 = 4;
const PERHAPS_DIGIT: u8 = 8;

/// Which kinds of bytes a name has that most names have not.
fn oddities(name: &str) -> u8 {
    static ODDITIES: LazyLock<[u8; 1 << u8::BITS]> =
        LazyLock::new(|| std::array::from_fn(|byte| u8::try_from(byte).map_or(0, oddity)));
    let table = &*ODDITIES;
    let of = |byte: u8| table.get(usize::from(byte)).copied().unwrap_or_default();
    name.bytes().fold(0, |found, byte| found | of(byte))
}

fn oddity(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => DIGIT,
        b'\\' => BACKSLASH,
        // Between the fractions of Latin-1 and the digits of Arabic there are letters only, those
        // of Europe among them; and characters begin with 0xc2 or more.
        0xc2 | 0xd9.. => PERHAPS_DIGIT,
        _ if FORBIDDEN_IN_NAMES.as_bytes().contains(&byte) => FORBIDDEN,
        _ => 0,
    }
}

fn is_blank(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_whitespace)
}

/// Whether white space stands at one of its ends.
pub(in crate::token) fn has_outer_space(text: &str) -> bool {
    text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace)
}

/// Notes control characters in every text of a value, however deep.
pub(in crate::token) fn control_characters(
    value: Node<'_>,
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) {
    if value.as_str().is_some_and(|text| text.bytes().any(|byte| byte.is_ascii_control())) {
        inspection.report(place, Rule::TextControlChar);
    }
    for (index, item) in value.items().into_iter().flatten().enumerate() {
        control_characters(item, &place.item(index), inspection);
    }
    for (name, member) in value.members().into_iter().flatten() {
        control_characters(member, &place.key(name), inspection);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_digit_of_another_script_is_looked_for() {
        for letter in ('\u{80}'..=char::MAX).filter(|letter| letter.is_numeric()) {
            assert_eq!(oddities(&letter.to_string()), PERHAPS_DIGIT, "{letter}");
        }
        assert_eq!(oddities("Žydrė Łucja O'Neil-Åse Ελένη Олена"), 0);
    }
}
