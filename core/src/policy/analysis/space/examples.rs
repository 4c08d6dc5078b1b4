//! Texts that match a pattern, for webhooks that show what a pattern is asked for.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind};

/// A text that is longer than this is not continued.
const LONGEST: usize = 256;

/// Some texts that probably match: the first way of each choice, and the last.
pub(super) fn of(pattern: &str) -> Vec<String> {
    let parser = ParserBuilder::new().unicode(false).utf8(false).build().parse(pattern);
    let Ok(hir) = parser else { return Vec::new() };
    [false, true].into_iter().filter_map(|last| example(&hir, last)).collect()
}

fn example(hir: &Hir, last: bool) -> Option<String> {
    let mut bytes = Vec::new();
    write(hir, last, &mut bytes).then_some(())?;
    String::from_utf8(bytes).ok()
}

/// Writes what matches; false when it cannot be written or would be too long.
fn write(hir: &Hir, last: bool, out: &mut Vec<u8>) -> bool {
    if out.len() > LONGEST {
        return false;
    }
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Literal(literal) => {
            out.extend_from_slice(&literal.0);
            true
        }
        HirKind::Class(class) => plain_byte(class, last).is_some_and(|byte| {
            out.push(byte);
            true
        }),
        HirKind::Repetition(repetition) => {
            let once_more = last && repetition.max != Some(repetition.min);
            let count = repetition.min + u32::from(once_more);
            (0..count).all(|_| write(&repetition.sub, last, out))
        }
        HirKind::Capture(capture) => write(&capture.sub, last, out),
        HirKind::Concat(parts) => parts.iter().all(|part| write(part, last, out)),
        HirKind::Alternation(ways) => {
            let way = if last { ways.last() } else { ways.first() };
            way.is_some_and(|way| write(way, last, out))
        }
    }
}

/// A byte of a class that reads well.
fn plain_byte(class: &Class, last: bool) -> Option<u8> {
    let has = |byte: &u8| match class {
        Class::Bytes(class) => {
            class.iter().any(|range| (range.start()..=range.end()).contains(byte))
        }
        Class::Unicode(class) => {
            class.iter().any(|range| (range.start()..=range.end()).contains(&char::from(*byte)))
        }
    };
    let plain = (b'0'..=b'9').chain(b'a'..=b'z').chain(b'A'..=b'Z');
    let others = b' '..=b'~';
    let mut fitting = plain.chain(others).filter(has);
    if last { fitting.next_back() } else { fitting.next() }
}

#[cfg(test)]
mod tests {
    use regex::bytes::RegexBuilder;

    use super::*;

    #[test]
    fn examples_match_their_patterns() {
        for pattern in ["vip-[0-9]+", "(?i)acme-.*", "a|bc|[^a-z]{2,}", r"\d{3}-\w", "x?y*z+", ""] {
            let whole =
                RegexBuilder::new(&format!("^(?:{pattern})$")).unicode(false).build().unwrap();
            let examples = of(pattern);
            assert_eq!(examples.len(), 2, "{pattern}");
            for text in examples {
                assert!(whole.is_match(text.as_bytes()), "{pattern}: {text}");
            }
        }
        assert!(of("(").is_empty());
    }

    #[test]
    fn what_is_too_long_is_not_continued() {
        for (pattern, longest) in [
            ("a{256}b", Some(257)),
            ("a{257}b", None),
            ("(abc){86}b", None),
            ("(a{200}){200}", None),
        ] {
            let lengths: Vec<usize> = of(pattern).iter().map(String::len).collect();
            assert_eq!(lengths, longest.map_or(vec![], |length| vec![length; 2]), "{pattern}");
        }
    }
}
