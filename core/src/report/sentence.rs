//! How the sentence of a finding is written.

use std::collections::BTreeMap;

use super::Param;

/// Writes the text of a rule, with its parameters in the place of their names.
pub(crate) fn fill(sentence: &mut String, text: &str, params: &BTreeMap<&'static str, Param>) {
    let mut pieces = text.split(['{', '}']);
    while let Some(piece) = pieces.next() {
        sentence.push_str(piece);
        if let Some(value) = pieces.next().and_then(|name| params.get(name)) {
            show(sentence, value);
        }
    }
}

/// Writes a parameter.
pub(crate) fn show(sentence: &mut String, value: &Param) {
    match value {
        Param::Integer(number) => sentence.push_str(&number.to_string()),
        Param::Text(text) => quote(sentence, text),
        Param::List(words) => {
            for (index, word) in words.iter().enumerate() {
                sentence.push_str(if index > 0 { ", " } else { "" });
                quote(sentence, word);
            }
        }
    }
}

/// Writes a fixed word between backticks.
pub(crate) fn quote(sentence: &mut String, text: &str) {
    sentence.push('`');
    sentence.push_str(text);
    sentence.push('`');
}
