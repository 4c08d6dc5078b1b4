use proptest::prelude::*;

use super::*;
use crate::json::read;

/// What a walk has seen, so that seeing wrongly is noticed as well as taking wrongly.
#[derive(Debug, Default, PartialEq)]
struct Seen {
    keys: Vec<(u32, String, String)>,
}

impl Witness for Seen {
    fn member(&mut self, cursor: &Cursor<'_>, object: u32, key: Token, value: Span) -> Sure<()> {
        let text = |span| String::from_utf8_lossy(cursor.bytes(span).unwrap()).into_owned();
        self.keys.push((object, text(key.span), text(value)));
        Ok(())
    }
}

fn walk(body: &[u8], limits: &Limits) -> Sure<Seen> {
    let mut seen = Seen::default();
    let mut cursor = Cursor::new(body, limits)?;
    cursor.skip(&mut seen)?;
    cursor.end()?;
    Ok(seen)
}

#[test]
fn a_place_begins_with_three_bytes_if_one_more_follows() {
    let text = Input(b"a\": 1");
    assert!(text.begins_with(1, *b"\": ") && text.begins_with(0, *b"a\":"));
    for (at, wrong) in [(2, b"\": "), (1, b"\":x"), (1, b"x: "), (1, b"\"x "), (2, b": 1")] {
        assert!(!text.begins_with(at, *wrong), "{at}");
    }
}

fn takes(body: &[u8]) -> bool {
    walk(body, &Limits::default()).is_ok()
}

/// Both agree, and the reader of `serde_json` with them; the depth limit is ours alone.
#[track_caller]
fn agree(body: &[u8]) {
    let plain = read(body, &Limits::default()).is_ok();
    assert_eq!(takes(body), plain, "{:?}", String::from_utf8_lossy(body));
    assert_eq!(plain, serde_json::from_slice::<serde_json::Value>(body).is_ok());
}

#[test]
fn a_stop_is_found_at_every_place_around_a_block() {
    for length in 0..=193 {
        let text = "a".repeat(length);
        agree(format!("\"{text}\"").as_bytes());
        agree(format!("\"{text}").as_bytes());
        agree(format!("\"{text}\\").as_bytes());
        for inside in ["\\n", "\\\"", "\\u017e", "\\ud83d\\ude00", "\\ud83d", "\n", "ž", "\x7f"] {
            agree(format!("\"{text}{inside}\"").as_bytes());
            agree(format!("[\"{text}\",\"{inside}{text}\"]").as_bytes());
        }
        let spaces = " ".repeat(length);
        agree(format!("{{{spaces}\"a\"{spaces}:{spaces}1{spaces}}}{spaces}").as_bytes());
    }
}

#[test]
fn keys_and_values_are_seen_as_they_are_written() {
    let body = br#" {"a" : [ {"b":1.50 ,"c":"\u0041"} ], "d": null,"e":{}} "#;
    let seen = walk(body, &Limits::default()).unwrap().keys;
    let seen: Vec<_> = seen.iter().map(|(at, key, value)| (*at, &**key, &**value)).collect();
    let value = r#"[ {"b":1.50 ,"c":"\u0041"} ]"#;
    let expected = [
        (11, "b", "1.50"),
        (11, "c", r#""\u0041""#),
        (2, "a", value),
        (2, "d", "null"),
        (2, "e", "{}"),
    ];
    assert_eq!(
        seen.iter().map(|(at, key, value)| (*at, *key, value.trim())).collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn what_is_hard_about_the_syntax_is_taken_as_serde_json_takes_it() {
    for number in [
        "0",
        "-0",
        "-",
        "01",
        "1.",
        ".5",
        "1e",
        "1e+",
        "1e5",
        "1E-5",
        "1e308",
        "1e309",
        "-1e400",
        "0e999",
        "1e-999",
        "0.1e309",
        "1.e1",
        "+1",
        "12345678901234567890123",
        "1x",
        "- 1",
        "0x1",
    ] {
        agree(number.as_bytes());
        agree(format!("[{number}]").as_bytes());
    }
    agree(format!("1{}", "0".repeat(308)).as_bytes());
    agree(format!("1{}", "0".repeat(309)).as_bytes());
    agree(format!("1{}.5", "0".repeat(309)).as_bytes());
    agree(format!("0.{}1", "0".repeat(400)).as_bytes());
    for text in [
        r"\u00g0",
        r"\u12",
        r"\ud800",
        r"\ud800\u0041",
        r"\udc00",
        r"\ud800\ud800",
        r"\x",
        r"\",
        r"\uD83D\uDE00",
        r"\u+123",
        r"\ud83d\n",
        "\u{0}",
        "\u{1f}",
        "\u{7f}",
    ] {
        agree(format!("\"{text}\"").as_bytes());
    }
    for other in [
        "",
        " ",
        "[",
        "]",
        "{",
        "}",
        "{}",
        "[]",
        "[,]",
        "[1,]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{1:1}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "nul",
        "nulll",
        "true1",
        "falsE",
        "[1}",
        "{\"a\":1]",
        "1 1",
        "\u{feff}1",
        "[1]\u{b}",
        "\"a\"\0",
        "//",
        "{\"a\":1}x",
    ] {
        agree(other.as_bytes());
    }
    for bytes in [&b"\"\xff\""[..], b"\"\xc3\"", b"\xc3\xa9", b"\"\xed\xa0\x80\""] {
        agree(bytes);
    }
}

#[test]
fn limits_are_those_of_the_plain_reader() {
    let limits = Limits { bytes: 20, depth: 2, list: 3 };
    for body in [
        "[[1,2,3]]",
        "[[[]]]",
        "[1,2,3,4]",
        "{\"a\":{\"b\":{}}}",
        "[{},{},{}]",
        "[[],[],[],[]]",
        "{\"a\":1,\"b\":2,\"c\":3}",
        "{\"a\":1,\"b\":2,\"c\":3,\"d\":4}",
        "[1,2,3]              ",
        "[1,2,3]             ",
        "[[],[[]]]",
    ] {
        let plain = read(body.as_bytes(), &limits).is_ok();
        assert_eq!(walk(body.as_bytes(), &limits).is_ok(), plain, "{body}");
    }
    for depth in [63, 64, 65, 100_000] {
        let body = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(takes(body.as_bytes()), depth <= 64);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn agrees_with_the_plain_reader(text in r#"[\[\]{}:, "a\\u0-9.eE+\-truefalsn\n]{0,40}"#) {
        agree(text.as_bytes());
    }

    /// Well-formed texts are rare among the ones above.
    #[test]
    fn agrees_on_what_is_nearly_well_formed(
        text in r#"\{"a": ?(-?[0-9]{1,3}(\.[0-9]{1,2})?|"[^"]{0,70}"|null|\[\{\}, ?1\])(, ?"[a-c\\n]{0,3}":\[("b", ?){0,3}[1tn]?\])?\}"#,
        place in any::<proptest::sample::Index>(),
        byte in any::<u8>(),
    ) {
        agree(text.as_bytes());
        let mut bytes = text.into_bytes();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        agree(&bytes);
    }
}
