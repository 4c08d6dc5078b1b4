//! Policies that meet webhooks.

use idenfy_rules::policy::batch::{Blocks, Position, parts};
use idenfy_rules::policy::{Arrival, DecisionError};
use idenfy_rules::{BatchOptions, Decision, Limits, Outcome, Policy, Scratch, sign};

use super::fields::{day, documented, fields, given, policy, shown, text, told};

/// A policy, the event, the day, the body: fast and plainly, verified and not, and explained.
pub fn policy_webhook(input: &[u8]) {
    let [document, event, today, body] = fields(input);
    let Some(policy) = policy(document) else { return };
    let arrival = Arrival { event_type: given(event), today: day(today), ..Arrival::default() };
    let decided = policy.evaluate(body, &arrival);
    assert_eq!(decided, policy.evaluate_plainly(body, &arrival));
    assert_eq!(decided, used_again(&policy, body, &arrival));
    received(&policy, body, &arrival, &decided);
    match (decided, policy.explain(body, &arrival)) {
        (Ok(decision), Ok(explanation)) => {
            let form = shown(&decision);
            assert_eq!(form["outcome"], decision.outcome.as_str());
            let told = if decision.notice.is_some() { 0 } else { policy.rule_ids().count() };
            assert_eq!(shown(&explanation)["rules"].as_array().map(Vec::len), Some(told));
            assert!(decision.outcome != Outcome::Accept || is_pinned(body), "{form}");
        }
        (Err(error), Err(same)) => {
            told(&error);
            assert_eq!(error, same);
        }
        (decided, explained) => panic!("{decided:?} {explained:?}"),
    }
}

/// No policy can accept another verdict than these.
fn is_pinned(body: &[u8]) -> bool {
    let body: serde_json::Value = serde_json::from_slice(body).expect("an accepted body is JSON");
    ["APPROVED", "SUSPECTED"].map(Some).contains(&body["status"]["overall"].as_str())
}

/// Into a decision that held another one.
fn used_again(
    policy: &Policy,
    body: &[u8],
    arrival: &Arrival<'_>,
) -> Result<Decision, DecisionError> {
    let (mut scratch, mut decision) = (Scratch::new(), Decision::default());
    let other = br#"{"scanRef": "other", "final": true, "status": {"overall": "DENIED", "fraudTags": ["A"]}}"#;
    _ = policy.evaluate_into(other, arrival, &mut scratch, &mut decision);
    let result = policy.evaluate_into(body, arrival, &mut scratch, &mut decision);
    assert!(result.is_ok() || decision.outcome == Outcome::None);
    result.map(|()| decision)
}

/// A genuine signature changes `verified` and nothing else; a wrong one lets nothing through.
fn received(
    policy: &Policy,
    body: &[u8],
    arrival: &Arrival<'_>,
    decided: &Result<Decision, DecisionError>,
) {
    let signature = sign(body, b"key").expect("a signature");
    let receive = |key: &[u8]| policy.receive(body, Some(signature.as_bytes()), &[key], arrival);
    let expected = decided.clone().map(|decision| {
        let mut verified = decision;
        verified.verified = true;
        verified
    });
    assert_eq!(receive(b"key"), expected);
    assert_eq!(receive(b"other").unwrap_err().code(), "signature.mismatch");
}

/// The event, then webhooks one a line: all at once, one by one, in parts and in pieces.
pub fn batch(input: &[u8]) {
    let [event, ndjson] = fields(input);
    let policy = documented();
    let options = BatchOptions { event_type: given(event), ..BatchOptions::default() };
    let whole = numbered(&policy, ndjson, &options);
    for (number, offset, decided) in &whole {
        let offset = usize::try_from(*offset).expect("within the input");
        let before = ndjson.get(..offset).expect("within the input");
        let feeds = before.iter().filter(|byte| **byte == b'\n').count();
        assert_eq!(u64::try_from(feeds).expect("small") + 1, *number);
        let line = without_end(&ndjson[offset..]);
        let arrival =
            Arrival { event_type: options.event_type, digest: false, ..Arrival::default() };
        assert_eq!(*decided, policy.evaluate(line, &arrival), "{}", text(line));
    }
    let cut = parts(ndjson, Position::START, 1 + ndjson.len() % 5);
    let cut = cut.into_iter().map(|(first, part)| (first, part.to_vec()));
    assert_eq!(rejoined(&policy, cut, &options), whole);
    assert_eq!(rejoined(&policy, pieces(ndjson), &options), whole);
}

/// The first line; a carriage return belongs to its end only before a line feed.
fn without_end(lines: &[u8]) -> &[u8] {
    match lines.iter().position(|byte| *byte == b'\n') {
        Some(feed) => lines[..feed].strip_suffix(b"\r").unwrap_or(&lines[..feed]),
        None => lines,
    }
}

type Numbered = (u64, u64, Result<Decision, DecisionError>);

fn numbered(policy: &Policy, ndjson: &[u8], options: &BatchOptions<'_>) -> Vec<Numbered> {
    let lines = policy.evaluate_lines(ndjson, options).expect("no day is needed");
    lines.map(|line| (line.number, line.offset, line.result)).collect()
}

fn rejoined(
    policy: &Policy,
    blocks: impl IntoIterator<Item = (Position, Vec<u8>)>,
    options: &BatchOptions<'_>,
) -> Vec<Numbered> {
    let decide = |(first, block): (Position, Vec<u8>)| {
        numbered(policy, &block, &BatchOptions { first, ..*options })
    };
    blocks.into_iter().flat_map(decide).collect()
}

/// The same bytes as a reader of a file hands them over.
fn pieces(ndjson: &[u8]) -> Vec<(Position, Vec<u8>)> {
    let mut blocks = Blocks::new(1 + ndjson.len() % 64, &Limits::default());
    let mut whole: Vec<_> =
        ndjson.chunks(1 + ndjson.len() % 7).filter_map(|piece| blocks.push(piece)).collect();
    whole.extend(blocks.finish());
    whole.into_iter().map(|block| (block.first, block.bytes)).collect()
}
