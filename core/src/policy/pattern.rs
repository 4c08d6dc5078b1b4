//! The one place that builds patterns: linear time, anchored whole, ASCII classes, bounded.

use regex::bytes::{Regex, RegexBuilder};

use super::error::{PolicyCode, PolicyError};
use super::node::Node;

/// The longest pattern, in bytes.
const PATTERN_BYTES: usize = 1024;
/// The largest compiled pattern, in bytes.
const COMPILED_BYTES: usize = 1 << 20;

/// Compiles a pattern that has to match the whole text.
///
/// Classes are ASCII: `\d` means `[0-9]`, `.` is one byte. Unicode classes would need tables
/// that the shipped library does not carry, so asking for them is refused.
pub(super) fn compile(node: &Node<'_>) -> Result<Regex, PolicyError> {
    let pattern = node.text("a pattern")?;
    let refuse = |why: &str| node.fault(PolicyCode::BadPattern, why);
    if pattern.len() > PATTERN_BYTES {
        return Err(refuse("a pattern may have 1,024 bytes"));
    }
    if asks_unicode(pattern) {
        return Err(refuse("a pattern may not switch Unicode classes on"));
    }
    // Alone first: `a)(b` would only become a pattern by the group around it.
    build(pattern)
        .and_then(|_| build(&format!("^(?:{pattern})$")))
        .ok_or_else(|| refuse("the pattern does not compile; classes are ASCII and sizes limited"))
}

fn build(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(pattern).unicode(false).size_limit(COMPILED_BYTES).build().ok()
}

/// Whether a flag group such as `(?u)` or `(?iu:...)` occurs.
fn asks_unicode(pattern: &str) -> bool {
    pattern.split("(?").skip(1).any(|group| {
        let flags = group.split([')', ':', '<', '-']).next().unwrap_or_default();
        flags.bytes().all(|byte| byte.is_ascii_alphabetic()) && flags.contains('u')
    })
}

#[cfg(test)]
mod tests {
    use crate::json::Value;
    use crate::pointer::Pointer;

    use super::*;

    fn pattern(text: &str) -> Result<Regex, PolicyError> {
        let value = Value::String(text.into());
        compile(&Node::new(&value, Pointer::root()))
    }

    #[test]
    fn patterns_are_whole_and_ascii() {
        let digits = pattern("[0-9]+|x").unwrap();
        assert!(digits.is_match(b"12") && digits.is_match(b"x"));
        assert!(!digits.is_match(b"12\n") && !digits.is_match(b"a12"));
        assert!(pattern(r"\d{3}").unwrap().is_match(b"123"));
        assert!(!pattern(r"\d{3}").unwrap().is_match("١٢٣".as_bytes()));
        assert!(pattern("(?i)acme-.*").unwrap().is_match("ACME-ž".as_bytes()));
        assert!(pattern("(?P<u>a)").is_ok());
    }

    #[test]
    fn patterns_are_bounded() {
        let long = "a".repeat(1025);
        for bad in ["(", "a{1000}{1000}", r"(?u)\w", r"(?iu:\w)", "x)(y", r"\p{L}", &long] {
            assert_eq!(pattern(bad).unwrap_err().code(), PolicyCode::BadPattern, "{bad}");
        }
    }
}
