//! Writing JSON again, in the layouts of the usual libraries.

use super::{Number, Object, Value};

/// How a library lays JSON out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    /// Between members, after their comma.
    after_comma: &'static str,
    /// Between a key and its value, after the colon.
    after_colon: &'static str,
    /// Spaces of one level where every member has a line of its own.
    indent: Option<usize>,
    /// Whether characters outside ASCII are written as `\u` escapes.
    ascii: bool,
    /// Whether `/` is escaped.
    slashes: bool,
}

const COMPACT: Layout =
    Layout { after_comma: "", after_colon: "", indent: None, ascii: false, slashes: false };
const SPACED: Layout = Layout { after_comma: " ", after_colon: " ", ..COMPACT };
const TWO: Layout = Layout { after_colon: " ", indent: Some(2), ..COMPACT };
const FOUR: Layout = Layout { after_colon: " ", indent: Some(4), ..COMPACT };

const fn ascii(layout: Layout) -> Layout {
    Layout { ascii: true, ..layout }
}

impl Layout {
    /// Without any white space.
    pub(crate) const COMPACT: Self = COMPACT;

    /// Every member on a line of its own, for people.
    pub(crate) const INDENTED: Self = TWO;

    /// JavaScript, Go and Java write compactly, Python with spaces and escapes, PHP escapes
    /// slashes; tools indent by two or four.
    pub(crate) const USUAL: &'static [Self] = &[
        COMPACT,
        ascii(COMPACT),
        SPACED,
        ascii(SPACED),
        TWO,
        ascii(TWO),
        FOUR,
        ascii(FOUR),
        Self { slashes: true, ..ascii(COMPACT) },
        Self { slashes: true, ..COMPACT },
    ];

    pub(crate) fn write(&self, value: &Value<'_>) -> String {
        let mut out = String::new();
        self.value(value, 1, &mut out);
        out
    }

    pub(crate) fn write_object(&self, object: &Object<'_>) -> String {
        let mut out = String::new();
        self.object(object, 1, &mut out);
        out
    }

    fn value(&self, value: &Value<'_>, level: usize, out: &mut String) {
        match value {
            Value::Null => out.push_str("null"),
            Value::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Value::Number(number) => out.push_str(&written(*number)),
            Value::String(text) => self.text(text, out),
            Value::Array(items) => self.list('[', ']', level, out, items.iter(), |item, out| {
                self.value(item, level + 1, out);
            }),
            Value::Object(object) => self.object(object, level, out),
        }
    }

    fn object(&self, object: &Object<'_>, level: usize, out: &mut String) {
        self.list('{', '}', level, out, object.iter(), |(key, member), out| {
            self.text(key, out);
            out.push(':');
            out.push_str(self.after_colon);
            self.value(member, level + 1, out);
        });
    }

    fn list<T>(
        &self,
        open: char,
        close: char,
        level: usize,
        out: &mut String,
        items: impl Iterator<Item = T>,
        mut write: impl FnMut(T, &mut String),
    ) {
        out.push(open);
        let mut empty = true;
        for item in items {
            if !empty {
                out.push(',');
                out.push_str(self.after_comma);
            }
            self.line(level, out);
            write(item, out);
            empty = false;
        }
        if !empty {
            self.line(level - 1, out);
        }
        out.push(close);
    }

    fn line(&self, level: usize, out: &mut String) {
        if let Some(indent) = self.indent {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent * level));
        }
    }

    fn text(&self, text: &str, out: &mut String) {
        for character in serde_json::Value::from(text).to_string().chars() {
            match character {
                '/' if self.slashes => out.push_str("\\/"),
                character if self.ascii && !character.is_ascii() => {
                    let mut units = [0; 2];
                    for unit in character.encode_utf16(&mut units) {
                        out.push_str(&format!("\\u{unit:04x}"));
                    }
                }
                character => out.push(character),
            }
        }
    }
}

fn written(number: Number) -> String {
    match number {
        Number::Unsigned(number) => number.to_string(),
        Number::Negative(number) => number.to_string(),
        Number::Float(number) => serde_json::Value::from(number).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::json::{Limits, read};

    #[test]
    fn each_layout_is_the_one_of_its_library() {
        let body = r#"{"a":[1,-2,1.5],"ž/":{"b":"😀\n"},"c":[],"d":null}"#;
        let value = read(body.as_bytes(), &Limits::default()).unwrap();
        assert_eq!(COMPACT.write(&value), body);
        assert_eq!(
            ascii(SPACED).write(&value),
            r#"{"a": [1, -2, 1.5], "\u017e/": {"b": "\ud83d\ude00\n"}, "c": [], "d": null}"#
        );
        let php = Layout { slashes: true, ..ascii(COMPACT) }.write(&value);
        assert!(php.contains(r#""\u017e\/":{"#));
        let two = TWO.write(&value);
        assert!(
            two.starts_with("{\n  \"a\": [\n    1,\n")
                && two.ends_with("\n  \"c\": [],\n  \"d\": null\n}")
        );
        let texts: BTreeSet<String> =
            Layout::USUAL.iter().map(|layout| layout.write(&value)).collect();
        assert_eq!(texts.len(), Layout::USUAL.len());
        for text in texts {
            assert_eq!(read(text.as_bytes(), &Limits::default()).unwrap(), value);
        }
    }

    #[test]
    fn each_level_is_indented_by_the_same() {
        let value = read(br#"{"a":[[1],{"b":[]}]}"#, &Limits::default()).unwrap();
        let lines = ["{", "  \"a\": [", "    [", "      1", "    ],", "    {"];
        let rest = ["      \"b\": []", "    }", "  ]", "}"];
        let two = [lines.as_slice(), &rest].concat().join("\n");
        assert_eq!(TWO.write(&value), two);
        assert_eq!(FOUR.write(&value), two.replace("  ", "    "));
    }
}
