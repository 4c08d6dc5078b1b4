use proptest::prelude::*;

use super::*;
use crate::policy::Outcome;

const GOOD: &str = r#"{"scanRef":"s","status":{"overall":"APPROVED"},"final":true}"#;
const SMALL: Limits = Limits { bytes: 70, depth: 64, list: 10 };

fn options() -> BatchOptions<'static> {
    BatchOptions { limits: SMALL, ..BatchOptions::default() }
}

/// By both calls, which must agree.
fn lines(ndjson: &[u8], options: &BatchOptions<'_>) -> Vec<Line> {
    let policy = Policy::documented();
    let lines: Vec<Line> = policy.evaluate_lines(ndjson, options).unwrap().collect();
    let mut shown = Vec::new();
    let show = |at: Position, result: Result<&Decision, DecisionError>| {
        shown.push(Line { number: at.line, offset: at.offset, result: result.cloned() });
    };
    policy.for_each_line(ndjson, options, show).unwrap();
    assert_eq!(shown, lines);
    lines
}

/// Number, offset, and the outcome or the code of the fault.
fn shown(ndjson: &[u8]) -> Vec<(u64, u64, &'static str)> {
    let text = |line: Line| match line.result {
        Ok(decision) => (line.number, line.offset, decision.outcome.as_str()),
        Err(error) => (line.number, line.offset, error.code()),
    };
    lines(ndjson, &options()).into_iter().map(text).collect()
}

#[test]
fn lines_end_with_a_feed_or_the_bytes_and_blank_ones_only_count() {
    assert_eq!(shown(b""), []);
    assert_eq!(shown(b"\n \t\r\n\r\n"), []);
    let ndjson = format!("{GOOD}\r\n\n{GOOD}\n  \r\n{GOOD}");
    let length = u64::try_from(GOOD.len()).unwrap();
    let places: Vec<_> = shown(ndjson.as_bytes());
    let (second, third) = (length + 3, 2 * length + 8);
    assert_eq!(places, [(1, 0, "accept"), (3, second, "accept"), (5, third, "accept")]);
}

#[test]
fn blank_lines_only_count_up_to_the_limit() {
    let blank = |length: usize| format!("{}\n{GOOD}", " ".repeat(length));
    assert_eq!(shown(blank(SMALL.bytes).as_bytes()), [(2, 71, "accept")]);
    let beyond = [(1, 0, "webhook.too_large"), (2, 72, "accept")];
    assert_eq!(shown(blank(SMALL.bytes + 1).as_bytes()), beyond);
}

#[test]
fn places_end_where_numbers_do() {
    let last = Position { line: u64::MAX, offset: u64::MAX };
    let ndjson = format!("{GOOD}\n{GOOD}\n");
    let found = lines(ndjson.as_bytes(), &BatchOptions { first: last, ..options() });
    assert!(found.iter().all(|line| (line.number, line.offset) == (u64::MAX, u64::MAX)));
    let cut = parts(ndjson.as_bytes(), last, 2);
    assert_eq!((found.len(), cut.len(), cut[1].0), (2, 2, last));
}

#[test]
fn a_line_that_cannot_be_used_is_an_item_like_any_other() {
    let long = format!("{{\"pad\":\"{}\"}}", "x".repeat(70));
    let ndjson = format!("\u{feff}{GOOD}\n{long}\n{}\n\0\n[]\n{GOOD}", " ".repeat(71));
    let codes: Vec<_> = shown(ndjson.as_bytes()).into_iter().map(|(_, _, code)| code).collect();
    let expected = [
        "webhook.not_json",
        "webhook.too_large",
        "webhook.too_large",
        "webhook.not_json",
        "webhook.not_object",
        "accept",
    ];
    assert_eq!(codes, expected);
    assert_eq!(shown(b"\xff\n")[0].2, "webhook.not_utf8");
}

#[test]
fn the_end_of_a_line_is_not_part_of_its_body() {
    let padded = format!("{GOOD}{}", " ".repeat(SMALL.bytes - GOOD.len()));
    for end in ["", "\n", "\r\n"] {
        assert_eq!(shown(format!("{padded}{end}").as_bytes())[0].2, "accept", "{end:?}");
    }
    let digest = |ndjson: &str| {
        let line = lines(ndjson.as_bytes(), &BatchOptions { digest: true, ..options() }).remove(0);
        line.result.unwrap().body_sha256.unwrap()
    };
    let arrival = Arrival::default();
    let alone = Policy::documented().evaluate(GOOD.as_bytes(), &arrival).unwrap().body_sha256;
    assert_eq!(alone, Some(digest(&format!("{GOOD}\r\n"))));
    assert_eq!(lines(GOOD.as_bytes(), &options())[0].result.as_ref().unwrap().body_sha256, None);
}

#[test]
fn a_policy_that_asks_the_day_is_told_it_before_the_first_line() {
    let document = br#"{"format":1,"name":"age","otherwise":"review",
        "rules":[{"id":"child","when":{"age":{"below":18}},"then":"reject"}]}"#;
    let policy = Policy::from_json(document, None).unwrap();
    let error = policy.evaluate_lines(b"", &options()).err().unwrap();
    assert_eq!(policy.for_each_line(b"", &options(), |_, _| ()).unwrap_err(), error);
    assert_eq!(error.code(), "policy.today_required");
    let today = Some(Date::read("2026-11-20").unwrap());
    let options = BatchOptions { today, ..options() };
    let decided: Vec<_> = policy.evaluate_lines(GOOD.as_bytes(), &options).unwrap().collect();
    assert_eq!(decided[0].result.as_ref().unwrap().outcome, Outcome::Review);
}

#[test]
fn a_stream_holds_no_more_than_a_block_and_the_limit() {
    let mut blocks = Blocks::new(100, &SMALL);
    let mut given = 0;
    for _ in 0..10_000 {
        given += blocks.push(b"xxxxxxxxxx").map_or(0, |block| block.bytes.len());
        assert!(blocks.held() <= SMALL.bytes + 2);
    }
    assert_eq!(given, SMALL.bytes + 2);
    assert_eq!(blocks.push(b"xx\n{}\n"), None);
    let last = blocks.finish().unwrap();
    assert_eq!((last.first, last.bytes), (Position { line: 2, offset: 100_003 }, b"{}\n".to_vec()));
}

/// Lines of every kind, and the bytes between them.
fn ndjson() -> impl Strategy<Value = Vec<u8>> {
    let line = prop_oneof![
        Just(GOOD.as_bytes().to_vec()),
        proptest::collection::vec(any::<u8>(), 0..12),
        (60_usize..150).prop_map(|length| vec![b'x'; length]),
        (60_usize..150).prop_map(|length| vec![b' '; length]),
    ];
    let end = prop_oneof![Just("\n"), Just("\r\n"), Just(""), Just("\r")];
    let lines = proptest::collection::vec((line, end), 0..8);
    lines.prop_map(|lines| {
        lines.into_iter().flat_map(|(line, end)| [line, end.as_bytes().to_vec()].concat()).collect()
    })
}

proptest! {
    /// Every line that is not blank comes out once, in order, in its place.
    #[test]
    fn no_line_is_lost(ndjson in ndjson()) {
        let mut expected = Vec::new();
        let mut offset = 0;
        for (index, line) in ndjson.split(|byte| *byte == b'\n').enumerate() {
            let body = line.strip_suffix(b"\r").filter(|_| offset + line.len() < ndjson.len());
            let body = body.unwrap_or(line);
            if body.len() > SMALL.bytes || !body.iter().all(|byte| b" \t\r".contains(byte)) {
                expected.push((count(index) + 1, count(offset)));
            }
            offset += line.len() + 1;
        }
        let found = lines(&ndjson, &options());
        let places: Vec<_> = found.iter().map(|line| (line.number, line.offset)).collect();
        prop_assert_eq!(places, expected);
    }

    /// However the bytes are cut into parts or pieces, the lines are the same.
    #[test]
    fn cutting_changes_nothing(
        ndjson in ndjson(), several in 1_usize..9, wanted in 0_usize..200, piece in 1_usize..100,
    ) {
        let whole = lines(&ndjson, &options());
        let cut = parts(&ndjson, Position::START, several);
        prop_assert!(cut.len() <= several);
        let at = |first, bytes: &[u8]| lines(bytes, &BatchOptions { first, ..options() });
        let of_parts: Vec<_> = cut.into_iter().flat_map(|(first, part)| at(first, part)).collect();
        prop_assert_eq!(&of_parts, &whole);

        let mut blocks = Blocks::new(wanted, &SMALL);
        let mut cut: Vec<_> = ndjson.chunks(piece).filter_map(|piece| blocks.push(piece)).collect();
        cut.extend(blocks.finish());
        let streamed: Vec<_> =
            cut.iter().flat_map(|block| at(block.first, &block.bytes)).collect();
        prop_assert_eq!(streamed, whole);
    }
}
