//! Texts: lengths, ids and names.

use crate::json::Value;

use crate::token::finding::{Inspection, Place};
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
            inspection.report(place, rule.with("min", 1));
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
    if usize::try_from(max).is_ok_and(|max| text.chars().count() > max) {
        inspection.report(place, rule.with("max", i64::from(max)));
    }
}

pub(in crate::token) fn nothing_more(_: &str, _: &Place<'_>, _: &mut Inspection<'_>) {}

pub(in crate::token) fn client_id(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    if !text.is_ascii() {
        inspection.report(place, Rule::ClientIdNonAscii);
    }
    if is_blank(text) {
        inspection.report(place, Rule::ClientIdBlank);
    } else if text.trim() != text {
        inspection.report(place, Rule::ClientIdOuterSpace);
    }
}

/// The old name of `clientId`. No page says what an empty one does, so it is only noted.
pub(in crate::token) fn alias(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    if text.trim().is_empty() {
        inspection.report(place, Rule::ClientIdBlank);
    }
}

pub(in crate::token) fn name(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    if text.bytes().any(|byte| byte.is_ascii_digit()) {
        inspection.report(place, Rule::NameDigit);
    }
    if text.bytes().any(|byte| FORBIDDEN_IN_NAMES.as_bytes().contains(&byte)) {
        inspection.report(place, Rule::NameForbiddenChar.with("forbidden", FORBIDDEN_IN_NAMES));
    }
    if text.contains('\\') {
        inspection.report(place, Rule::NameBackslash);
    }
    if !text.is_ascii() && text.contains(|letter: char| !letter.is_ascii() && letter.is_numeric()) {
        inspection.report(place, Rule::NameNonAsciiDigit);
    }
    if is_blank(text) {
        inspection.report(place, Rule::NameBlank);
    }
}

fn is_blank(text: &str) -> bool {
    !text.is_empty() && text.trim().is_empty()
}

/// Notes control characters in every text of a value, however deep.
pub(in crate::token) fn control_characters(
    value: &Value<'_>,
    place: &Place<'_>,
    inspection: &mut Inspection<'_>,
) {
    match value {
        Value::String(text) => {
            if text.bytes().any(|byte| byte.is_ascii_control()) {
                inspection.report(place, Rule::TextControlChar);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                control_characters(item, &place.item(index), inspection);
            }
        }
        Value::Object(object) => {
            for (key, member) in object.iter() {
                control_characters(member, &place.key(key), inspection);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
