//! The one place that builds patterns: linear time, anchored whole, ASCII classes, bounded.

use regex::bytes::{Regex, RegexBuilder};
use regex_syntax::ast::{self, Ast, Flag};
use regex_syntax::hir::translate::TranslatorBuilder;
use regex_syntax::hir::{
    Class, ClassBytes, ClassBytesRange, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Look,
    Repetition,
};

use super::error::{PolicyCode, PolicyError};
use super::node::Node;

/// The longest pattern, in bytes.
const PATTERN_BYTES: usize = 1024;
/// The largest compiled pattern, in bytes.
const COMPILED_BYTES: usize = 1 << 20;

/// A pattern that has to match the whole text.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    source: String,
    whole: Regex,
}

impl Pattern {
    /// The pattern as the policy has it.
    pub(super) fn source(&self) -> &str {
        &self.source
    }

    pub(super) fn is_match(&self, text: &str) -> bool {
        self.whole.is_match(text.as_bytes())
    }
}

/// Compiles a pattern that has to match the whole text.
///
/// Classes are ASCII: `\d` means `[0-9]`; `.` and `[^a]` are one character, whatever its script.
/// Unicode classes would need tables that the shipped library does not carry, so asking for them
/// is refused.
pub(super) fn compile(node: &Node<'_>) -> Result<Pattern, PolicyError> {
    let source = node.text("a pattern")?;
    let refuse = |why: &str| node.fault(PolicyCode::BadPattern, why);
    if source.len() > PATTERN_BYTES {
        return Err(refuse("a pattern may have 1,024 bytes"));
    }
    let bad = || refuse("the pattern does not compile; classes are ASCII and sizes limited");
    let parsed = ast::parse::Parser::new().parse(source).map_err(|_| bad())?;
    if ast::visit(&parsed, Switches).is_err() {
        return Err(refuse("a pattern may not switch Unicode classes on"));
    }
    let whole = build(source, &parsed).ok_or_else(bad)?;
    Ok(Pattern { source: source.to_owned(), whole })
}

fn build(source: &str, parsed: &Ast) -> Option<Regex> {
    let mut translator = TranslatorBuilder::new().unicode(false).utf8(false).build();
    let parsed = translator.translate(source, parsed).ok()?;
    let whole =
        Hir::concat(vec![Hir::look(Look::Start), by_character(parsed), Hir::look(Look::End)]);
    RegexBuilder::new(&whole.to_string()).size_limit(COMPILED_BYTES).build().ok()
}

/// The same pattern, with one character where ASCII classes mean one byte that is not ASCII.
fn by_character(pattern: Hir) -> Hir {
    let all = |parts: Vec<Hir>| parts.into_iter().map(by_character).collect();
    match pattern.into_kind() {
        HirKind::Class(Class::Bytes(class)) => Hir::class(characters(class)),
        HirKind::Repetition(of) => {
            Hir::repetition(Repetition { sub: Box::new(by_character(*of.sub)), ..of })
        }
        // Nobody reads what a group has caught.
        HirKind::Capture(group) => by_character(*group.sub),
        HirKind::Concat(parts) => Hir::concat(all(parts)),
        HirKind::Alternation(ways) => Hir::alternation(all(ways)),
        HirKind::Empty => Hir::empty(),
        HirKind::Literal(literal) => Hir::literal(literal.0),
        HirKind::Class(class) => Hir::class(class),
        HirKind::Look(look) => Hir::look(look),
    }
}

/// A class that takes every byte that is not ASCII takes every such character.
fn characters(class: ClassBytes) -> Class {
    let takes_all = |range: &ClassBytesRange| range.start() <= 0x80 && range.end() == u8::MAX;
    if !class.ranges().last().is_some_and(takes_all) {
        return Class::Bytes(class);
    }
    let end = |byte| if byte == u8::MAX { char::MAX } else { char::from(byte) };
    let ranges = class.ranges().iter();
    let ranges = ranges.map(|range| ClassUnicodeRange::new(range.start().into(), end(range.end())));
    Class::Unicode(ClassUnicode::new(ranges))
}

/// Looks for `(?u)`, `(?iu:...)` and the like. Where another crate of a program has given `regex` its
/// tables they would compile, so that the same policy would mean something else.
struct Switches;

struct UnicodeOn;

impl ast::Visitor for Switches {
    type Output = ();
    type Err = UnicodeOn;

    fn finish(self) -> Result<(), UnicodeOn> {
        Ok(())
    }

    fn visit_pre(&mut self, part: &Ast) -> Result<(), UnicodeOn> {
        let flags = match part {
            Ast::Flags(switch) => Some(&switch.flags),
            Ast::Group(group) => group.flags(),
            _ => None,
        };
        match flags.and_then(|flags| flags.flag_state(Flag::Unicode)) {
            Some(true) => Err(UnicodeOn),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::json::Value;
    use crate::pointer::Pointer;

    use super::*;

    fn pattern(text: &str) -> Result<Pattern, PolicyError> {
        let value = Value::String(text.into());
        compile(&Node::new(&value, Pointer::root()))
    }

    #[test]
    fn patterns_are_whole_and_ascii() {
        let digits = pattern("[0-9]+|x").unwrap();
        assert!(digits.is_match("12") && digits.is_match("x"));
        assert!(!digits.is_match("12\n") && !digits.is_match("a12"));
        assert!(pattern(r"\d{3}").unwrap().is_match("123"));
        assert!(!pattern(r"\d{3}").unwrap().is_match("١٢٣"));
        assert!(pattern("(?i)acme-.*").unwrap().is_match("ACME-ž"));
        assert!(pattern("(?P<u>a)").is_ok());
    }

    #[test]
    fn patterns_are_bounded() {
        let long = "a".repeat(1025);
        for bad in ["(", "a{1000}{1000}", "x)(y", r"\p{L}", &long] {
            assert_eq!(pattern(bad).unwrap_err().code(), PolicyCode::BadPattern, "{bad}");
        }
    }

    #[test]
    fn unicode_classes_are_switched_on_nowhere() {
        for bad in [
            r"(?u)\w",
            r"(?iu:\w)",
            r"(?x)( ?u:\w)",
            "(?x)( # here\n?u)k",
            r"(a|(?-i:b(?su).))*",
            "(?u:a)",
        ] {
            let error = pattern(bad).unwrap_err();
            assert!(error.to_string().contains("switch Unicode"), "{bad}: {error}");
        }
        for fine in [r"\(?u-", "[(?u)]", "(?-u:a)", "(?i-u)a", "(?<u>a)", "( ?u:)"] {
            assert!(pattern(fine).is_ok(), "{fine}");
        }
    }

    #[test]
    fn what_is_not_ascii_is_one_character() {
        for one in
            [".", "[^a]", r"\W", r"\D", r"\S", "(.)", "a|.", "[^a-z0-9]{1}", "ž", "(?x) . # one"]
        {
            let pattern = pattern(one).unwrap();
            assert_eq!(pattern.source(), one);
            assert!(pattern.is_match("ž"), "{one}");
            assert!(!pattern.is_match("žž") && !pattern.is_match(""), "{one}");
        }
        assert!(pattern(".{3}").unwrap().is_match("a日ž"));
        assert!(pattern("(?i)[^ž]").is_err(), "a class with a letter that is not ASCII");
        assert!(!pattern(r"\w|[ -~]|(?-u:\xC5)").unwrap().is_match("ž"));
        assert!(pattern(r"[\x80-\xff]").unwrap().is_match("ž"));
        for some in [r"[\x90-\xff]", r"[a-\x90]"] {
            let pattern = pattern(some).unwrap();
            assert!(!pattern.is_match("ž") && !pattern.is_match("\u{85}"), "{some}");
        }
        assert!(!pattern(".").unwrap().is_match("\n"));
        assert!(pattern("(?s).").unwrap().is_match("\n"));
    }

    proptest! {
        /// Only beyond ASCII it is read in another way than `regex` reads it without Unicode.
        #[test]
        fn over_ascii_a_pattern_says_what_regex_says(
            source in r"([ab.0^$]|\\[dwsDWSbB]|\[\^?[ab0-]{1,3}\]|\(\?i:[AB]\)|[()|*+?]|\{[0-2]\}){0,8}",
            text in "[abA0 _\n-]{0,6}",
        ) {
            if let Ok(pattern) = pattern(&source) {
                let whole = format!("^(?:{source})$");
                let plain = RegexBuilder::new(&whole).unicode(false).build().unwrap();
                prop_assert_eq!(pattern.is_match(&text), plain.is_match(text.as_bytes()), "{}", source);
            }
        }
    }
}
