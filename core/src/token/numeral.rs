//! Numbers that a reader of 64-bit numbers would lose or refuse.
//!
//! `1e400` and integers of any length are well-formed JSON, and Python reads them; a
//! validator that called the body malformed would point at the wrong place. So they are
//! replaced, before reading, by numbers that break the same rules: an integer beyond 64 bits
//! by the nearest within, a number beyond a float by one that is not an integer. `-0` is an
//! integer in JSON but a float for `serde_json`, so its sign goes. The replacement is padded
//! to the same length, which keeps line and column.

use std::borrow::Cow;
use std::ops::Range;

use serde::de::IgnoredAny;

const LARGEST: &str = "9223372036854775807";
const SMALLEST: &str = "-9223372036854775808";
const NOT_AN_INTEGER: &str = "0.5";

/// The body with every such number replaced, wherever it stands outside of texts.
pub(super) fn settle(body: &[u8]) -> Cow<'_, [u8]> {
    let mut settled = Cow::Borrowed(body);
    for (range, number) in odd_numbers(body) {
        if let Some(place) = settled.to_mut().get_mut(range) {
            let digits = number.bytes().chain(std::iter::repeat(b' '));
            place.iter_mut().zip(digits).for_each(|(byte, digit)| *byte = digit);
        }
    }
    settled
}

fn odd_numbers(body: &[u8]) -> Vec<(Range<usize>, &'static str)> {
    let mut found = Vec::new();
    let mut start = 0;
    while let Some((first, rest)) = body.get(start..).and_then(<[u8]>::split_first) {
        let length = 1 + match first {
            b'"' => text_length(rest),
            byte if is_of_number(*byte) => run(rest, is_of_number),
            _ => run(rest, |byte| byte != b'"' && !is_of_number(byte)),
        };
        let range = start..start + length;
        if is_of_number(*first) {
            let number = body.get(range.clone()).and_then(replacement);
            found.extend(number.map(|number| (range, number)));
        }
        start += length;
    }
    found
}

/// How many bytes a text still has after its opening quote, the closing one included.
fn text_length(rest: &[u8]) -> usize {
    let mut escaped = false;
    let end = rest.iter().position(|byte| {
        let closes = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        closes
    });
    end.map_or(rest.len(), |end| end + 1)
}

fn is_of_number(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E')
}

fn run(bytes: &[u8], belongs: impl Fn(u8) -> bool) -> usize {
    bytes.iter().position(|byte| !belongs(*byte)).unwrap_or(bytes.len())
}

fn replacement(token: &[u8]) -> Option<&'static str> {
    let text = std::str::from_utf8(token).ok()?;
    let whole = !text.contains(['.', 'e', 'E']);
    let replacement = if text == "-0" {
        "0"
    } else if whole && (text.parse::<u64>().is_ok() || text.parse::<i64>().is_ok()) {
        return None;
    } else if whole {
        if text.starts_with('-') { SMALLEST } else { LARGEST }
    } else if text.parse::<f64>().is_ok_and(f64::is_infinite) {
        NOT_AN_INTEGER
    } else {
        return None;
    };
    // Only what the grammar calls a number: `01` and `1.` stay, and stay malformed.
    serde_json::from_str::<IgnoredAny>(text).ok().map(|_| replacement)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn settled(text: &str) -> String {
        String::from_utf8(settle(text.as_bytes()).into_owned()).unwrap()
    }

    #[test]
    fn odd_numbers_are_replaced_in_place() {
        assert_eq!(settled("[-0,1e400]"), "[0 ,0.5  ]");
        assert_eq!(settled(r#"{"a":99999999999999999999}"#), r#"{"a":9223372036854775807 }"#);
        assert_eq!(settled("-99999999999999999999"), "-9223372036854775808 ");
        assert_eq!(settled(&"9".repeat(400)).trim_end(), LARGEST);
    }

    #[test]
    fn everything_else_is_left_alone() {
        for text in [
            r#"{"1e400":"-0 \" 1e400 \\"}"#,
            "[3600.0,6e2,-1,18446744073709551615,-9223372036854775808,1e308,1e-400,-0.0]",
            "[01e400,1e400.,--0,1e,99999999999999999999.]",
            "",
            "\"1e400",
        ] {
            assert_eq!(settled(text), text);
            assert!(matches!(settle(text.as_bytes()), Cow::Borrowed(_)), "{text}");
        }
        assert_eq!(settled(r#"["\\",-0]"#), r#"["\\",0 ]"#);
    }

    proptest! {
        /// What is well-formed stays so, what is not stays so, and no length changes.
        #[test]
        fn the_syntax_stays_the_same(text in r#"[\[\]{}:, "a\\0-9.eE+\-]{0,60}"#) {
            let after = settled(&text);
            prop_assert_eq!(after.len(), text.len());
            let fine = |text: &str| serde_json::from_str::<IgnoredAny>(text).is_ok();
            prop_assert_eq!(fine(&after), fine(&text));
        }
    }
}
