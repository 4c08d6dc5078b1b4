//! Inputs that grow: what somebody sends who wants a library to choke, and what comes of it.

use std::fmt::Write as _;

use idenfy_rules::policy::analysis::Scope;
use idenfy_rules::policy::{Arrival, testing};
use idenfy_rules::response::{Context, Response, classify};
use idenfy_rules::token::{Profile, validate};
use idenfy_rules::webhook::{diagnose, parse};
use idenfy_rules::{BatchOptions, Limits, Policy, Record, lint, verify};

/// An input of some size, and what is done with it.
pub struct Growing {
    pub about: &'static str,
    /// What the size counts.
    pub unit: &'static str,
    pub make: fn(usize) -> Vec<u8>,
    /// In a word: a code, or what came of it.
    pub run: fn(&[u8]) -> String,
    /// A size that is beyond every limit, or far beyond what is usual where there is none.
    pub hostile: usize,
    /// One that comes to the same in a moment.
    pub short: usize,
    /// What comes of both.
    pub expected: &'static str,
}

macro_rules! growing {
    ($($about:literal, $unit:literal, $make:expr, $run:expr, $short:literal .. $hostile:literal => $expected:literal;)+) => {
        pub const GROWING: &[Growing] = &[$( Growing {
            about: $about, unit: $unit, make: $make, run: $run, hostile: $hostile, short: $short, expected: $expected,
        }, )+];
    };
}

growing! {
    "webhook: nested lists", "levels", nested, evaluate, 4000 .. 400_000 => "webhook.too_deep";
    "webhook: nested objects", "levels", |n| webhook(&format!("{}1{}", "{\"a\":".repeat(n), "}".repeat(n))), evaluate, 1500 .. 150_000 => "webhook.too_deep";
    "webhook: a long text", "bytes", text, evaluate, 2_000_000 .. 100_000_000 => "webhook.too_large";
    "webhook: a long text, no limit in bytes", "bytes", text, evaluate_without_limits, 1_000_000 .. 100_000_000 => "accept";
    "webhook: a long text of escapes, no limit in bytes", "escapes", |n| webhook(&format!("\"{}\"", "\\u0041".repeat(n))), evaluate_without_limits, 100_000 .. 10_000_000 => "accept";
    "webhook: tags", "tags", tags, evaluate, 200_000 .. 1_000_000 => "webhook.too_large";
    "webhook: tags, no limit in bytes", "tags", tags, |body| evaluate_within(body, Limits { bytes: usize::MAX, ..Limits::default() }), 20_000 .. 1_000_000 => "webhook.list_too_long";
    "webhook: tags, no limit at all", "tags", tags, evaluate_without_limits, 10_000 .. 1_000_000 => "review";
    "webhook: members, no limit at all", "members", |n| webhook(&members(n)), evaluate_without_limits, 10_000 .. 1_000_000 => "accept";
    "webhook: repeated members, no limit at all", "members", repeated, evaluate_without_limits, 10_000 .. 1_000_000 => "review";
    "webhook: digits of a number", "digits", |n| webhook(&"9".repeat(n)), evaluate, 10_000 .. 1_000_000 => "webhook.not_json";
    "webhook: digits of `clientId`", "digits", |n| format!(r#"{{"scanRef":"s","final":true,"clientId":{},"status":{{"overall":"APPROVED"}}}}"#, "9".repeat(n)).into(), evaluate, 10_000 .. 1_000_000 => "webhook.not_json";
    "webhook: blank lines before it", "bytes", |n| [vec![b'\n'; n], webhook("1")].concat(), evaluate, 10_000 .. 1_000_000 => "accept";
    "delivery: read whole and written, no limit at all", "members", |n| webhook(&members(n)), written, 10_000 .. 1_000_000 => "written";
    "lines: webhooks", "lines", |n| [&webhook("1")[..], b"\n"].concat().repeat(n), lines, 3000 .. 300_000 => "all";
    "lines: empty ones", "lines", |n| vec![b'\n'; n], lines, 1_000_000 .. 100_000_000 => "none";
    "lines: one without an end", "bytes", text, lines, 2_000_000 .. 100_000_000 => "0 of 1";
    "signature: a long body", "bytes", text, |body| signed(body, &[b'0'; 64]), 1_000_000 .. 100_000_000 => "signature.mismatch";
    "signature: a long header", "bytes", |n| vec![b'0'; n], |header| signed(b"{}", header), 1_000_000 .. 100_000_000 => "signature.bad_length";
    "signature: many keys", "keys", |n| vec![b'k'; n], |keys| keyed(keys), 1000 .. 100_000 => "signature.mismatch";
    "diagnosis: members", "members", |n| webhook(&members(n)), diagnosed, 1000 .. 100_000 => "unknown";
    "token: nested lists", "levels", nested, validated, 4000 .. 400_000 => "body.too_deep";
    "token: a long text", "bytes", text, validated, 2_000_000 .. 100_000_000 => "body.too_large";
    "token: a long name", "bytes", |n| format!(r#"{{"clientId":"{}"}}"#, "a".repeat(n)).into(), validated, 10_000 .. 1_000_000 => "client_id.max_length";
    "token: unknown members", "members", |n| members(n).into(), validated, 90 .. 9000 => "findings";
    "token: members beyond the limit", "members", |n| members(n).into(), validated, 11_000 .. 50_000 => "body.list_too_long";
    "token: documents", "documents", |n| format!(r#"{{"clientId":"a","documents":[{}]}}"#, vec!["\"PASSPORTS\""; n].join(",")).into(), validated, 100 .. 10_000 => "findings";
    "token: digits of a number", "digits", |n| format!(r#"{{"clientId":"a","expiryTime":{}}}"#, "9".repeat(n)).into(), validated, 10_000 .. 1_000_000 => "expiry_time.max";
    "answer: a long page", "bytes", |n| vec![b'<'; n], |body| classified(&[], body), 1_000_000 .. 100_000_000 => "GATEWAY_ERROR";
    "answer: nested lists", "levels", nested, |body| classified(&[], body), 4000 .. 400_000 => "GATEWAY_ERROR";
    "answer: a long sentence", "bytes", |n| format!(r#"{{"message":"Field '{}' is required."}}"#, "a'".repeat(n / 2)).into(), |body| classified(&[], body), 10_000 .. 1_000_000 => "GATEWAY_ERROR";
    "answer: digits of `Retry-After`", "digits", |n| vec![b'9'; n], waited, 10_000 .. 1_000_000 => "RETRY_AFTER_TOO_LONG";
    "answer: many headers", "headers", |n| vec![b'x'; n], |names| headed(names), 10_000 .. 1_000_000 => "GATEWAY_ERROR";
    "policy: rules", "rules", |n| policy(n, &r#"{"tags":{"any":["NAME"]}}"#), loaded, 100 .. 10_000 => "loaded";
    "policy: rules beyond the limit", "rules", |n| policy(n, &r#"{"tags":{"any":["NAME"]}}"#), loaded, 10_001 .. 10_001 => "policy.too_many_rules";
    "policy: rules that a webhook meets", "rules", |n| policy(n, &r#"{"tags":{"any":["NAME"]},"not":{"face":"FACE_MATCH"}}"#), met, 100 .. 10_000 => "accept";
    "policy: nested conditions", "levels", |n| policy(1, &format!("{}{}{}", "{\"not\":".repeat(n), r#"{"final":true}"#, "}".repeat(n))), loaded, 1000 .. 100_000 => "policy.not_json";
    "policy: patterns that explode elsewhere", "letters of the text", |n| vec![b'a'; n], matched, 1000 .. 1_000_000 => "no match";
    "policy: a long pattern", "letters", |n| policy(1, &format!(r#"{{"clientId":{{"matches":"{}"}}}}"#, "(a*)*".repeat(n / 5))), loaded, 10_000 .. 1_000_000 => "policy.bad_pattern";
    "policy: an unknown fact", "letters", |n| policy(1, &format!(r#"{{"{}":true}}"#, "overal".repeat(n / 6))), loaded, 10_000 .. 1_000_000 => "policy.unknown_fact";
    "policy: words of a list", "words", |n| policy(1, &format!(r#"{{"clientId":[{}]}}"#, ids(n))), met, 1000 .. 100_000 => "review";
    "policy: rules with a text each", "rules", |n| texts(n), met, 100 .. 10_000 => "review";
    "policy: rules with a limit each", "rules", |n| asking(n, "riskScore", |number| format!(r#"{{"below":{number}}}"#)), met, 100 .. 10_000 => "review";
    "policy: rules with a word each", "rules", |n| asking(n, "face", |number| format!(r#"{{"unlisted":"NEW_{number}"}}"#)), met, 100 .. 10_000 => "accept";
    "policy: rules with a tag each", "rules", |n| asking(n, "tags", |number| format!(r#"{{"any":[{{"unlisted":"NEW_{number}"}}]}}"#)), met, 40 .. 10_000 => "accept";
    "policy: rules with a pattern each", "rules", |n| patterns(n), met, 20 .. 2000 => "accept";
    "policy: shown as a page", "rules", |n| policy(n, &r#"{"tags":{"any":["NAME"]}}"#), shown, 100 .. 10_000 => "shown";
    "policy: found faults within 10,000 steps", "rules", |n| policy(n, &r#"{"tags":{"any":["NAME"]}}"#), linted, 10 .. 10_000 => "linted";
    "policy: found faults of one rule within 10,000 steps", "words of the rule", |n| policy(1, &format!(r#"{{"clientId":[{}]}}"#, ids(n))), linted, 100 .. 100_000 => "linted";
    "policy: found faults of alternatives within 10,000 steps", "alternatives", |n| policy(1, &format!(r#"{{"any":[{}]}}"#, (0..n).map(|limit| format!(r#"{{"riskScore":{{"between":[{limit},{limit}]}}}}"#)).collect::<Vec<_>>().join(","))), linted, 10 .. 10_000 => "linted";
    "policy: compared within 10,000 steps, a text each", "rules", |n| texts(n), compared, 10 .. 10_000 => "compared";
    "policy: compared within 10,000 steps, a word each", "rules", |n| asking(n, "face", |number| format!(r#"{{"unlisted":"NEW_{number}"}}"#)), compared, 10 .. 10_000 => "compared";
    "policy: compared within 10,000 steps, a pattern each", "rules", |n| patterns(n), compared, 20 .. 2000 => "compared";
    "test file: cases", "cases", test_file, tested, 100 .. 10_000 => "passed";
    "record: a long text", "bytes", |n| vec![b'['; n], |text| Record::from_json(&String::from_utf8_lossy(text)).map_or_else(|error| error.code().to_owned(), |_| "read".to_owned()), 100_000 .. 10_000_000 => "record.invalid";
    "frame: brackets", "bytes", |n| "<iframe ".repeat(n / 8).into(), framed, 100_000 .. 10_000_000 => "found";
    "frame: attributes", "attributes", |n| format!("<iframe {}>", "allow=x ".repeat(n)).into(), framed, 10_000 .. 1_000_000 => "found";
    "frame: directives of a permissions policy", "directives", |n| "camera=(self),".repeat(n).into(), |policy| lint::lint_iframe("<iframe src='https://ui.idenfy.com/?authToken=t'>", None, std::str::from_utf8(policy).ok()).is_empty().to_string(), 10_000 .. 1_000_000 => "false";
    "URL: a long one", "bytes", |n| format!("https://example.com/{}", "%61/".repeat(n / 4)).into(), |url| lint::lint_webhook_url(&String::from_utf8_lossy(url), None).len().to_string(), 100_000 .. 10_000_000 => "0";
}

fn webhook(x: &str) -> Vec<u8> {
    format!(r#"{{"scanRef":"s","final":true,"x":{x},"status":{{"overall":"APPROVED"}}}}"#)
        .into_bytes()
}

fn nested(levels: usize) -> Vec<u8> {
    webhook(&["[".repeat(levels), "]".repeat(levels)].concat())
}

fn text(bytes: usize) -> Vec<u8> {
    webhook(&format!("\"{}\"", "a".repeat(bytes)))
}

fn tags(count: usize) -> Vec<u8> {
    let tags = vec!["\"NAME\""; count].join(",");
    format!(r#"{{"scanRef":"s","final":true,"status":{{"overall":"APPROVED","mismatchTags":[{tags}]}}}}"#).into_bytes()
}

fn members(count: usize) -> String {
    let members: Vec<String> = (0..count).map(|number| format!("\"client{number}\":1")).collect();
    format!("{{{}}}", members.join(","))
}

fn repeated(count: usize) -> Vec<u8> {
    let members: Vec<String> = (0..count).map(|number| format!("\"a\":{number}")).collect();
    webhook(&format!("{{{}}}", members.join(",")))
}

fn evaluate(body: &[u8]) -> String {
    evaluate_within(body, Limits::default())
}

fn evaluate_without_limits(body: &[u8]) -> String {
    evaluate_within(body, Limits { bytes: usize::MAX, depth: 64, list: usize::MAX })
}

fn evaluate_within(body: &[u8], limits: Limits) -> String {
    let arrival = Arrival { limits, ..Arrival::default() };
    let decided = Policy::strict().evaluate(body, &arrival);
    decided.map_or_else(|error| error.code().to_owned(), |made| made.outcome.as_str().to_owned())
}

fn written(body: &[u8]) -> String {
    let limits = Limits { bytes: usize::MAX, depth: 64, list: usize::MAX };
    let read = parse(body, None, &limits).expect("usable");
    assert!(serde_json::to_string(&read).is_ok_and(|text| text.len() > 100));
    "written".to_owned()
}

fn lines(ndjson: &[u8]) -> String {
    let policy = Policy::documented();
    let lines = policy.evaluate_lines(ndjson, &BatchOptions::default()).expect("no day is asked");
    let (good, all) =
        lines.fold((0, 0), |(good, all), line| (good + usize::from(line.result.is_ok()), all + 1));
    match all {
        0 => "none".to_owned(),
        all if good == all => "all".to_owned(),
        all => format!("{good} of {all}"),
    }
}

fn signed(body: &[u8], header: &[u8]) -> String {
    verify(body, Some(header), &[b"key"])
        .map_or_else(|error| error.code(), |()| "genuine")
        .to_owned()
}

fn keyed(keys: &[u8]) -> String {
    let keys: Vec<&[u8]> = keys.chunks(1).collect();
    verify(b"{}", Some(&[b'0'; 64]), &keys)
        .map_or_else(|error| error.code(), |()| "genuine")
        .to_owned()
}

fn diagnosed(body: &[u8]) -> String {
    diagnose(body, Some(&[b'0'; 64]), &[b"key"]).cause.as_str().to_owned()
}

/// The one finding, or that there are several.
fn validated(body: &[u8]) -> String {
    let report = validate(body, &Profile::default());
    assert!(serde_json::to_string(&report).is_ok());
    match report.violations() {
        [one] => one.code.to_owned(),
        _ => "findings".to_owned(),
    }
}

fn classified(headers: &[(&str, &str)], body: &[u8]) -> String {
    let context = Context::new(1).expect("one");
    classify(&Response::new(502, headers, body), &context).reason.as_str().to_owned()
}

fn waited(digits: &[u8]) -> String {
    classified(&[("Retry-After", &String::from_utf8_lossy(digits))], b"")
}

fn headed(names: &[u8]) -> String {
    let headers = vec![("X-Header", "value"); names.len()];
    classified(&headers, b"")
}

/// A policy of so many rules with this condition that hold back, and one that accepts.
fn policy(rules: usize, condition: &(impl AsRef<str> + ?Sized)) -> Vec<u8> {
    let mut text = r#"{"format":1,"name":"large","otherwise":"review","rules":[{"id":"in","when":{"overall":"APPROVED"},"then":"accept","why":"Good."}"#.to_owned();
    for number in 1..rules.max(2) {
        let condition = condition.as_ref();
        write!(text, r#",{{"id":"r{number}","when":{condition},"then":"review"}}"#)
            .expect("a text grows");
    }
    text.push_str("]}");
    text.into_bytes()
}

fn load(document: &[u8]) -> Result<Policy, String> {
    Policy::from_json(document, None).map_err(|error| error.code().as_str().to_owned())
}

fn loaded(document: &[u8]) -> String {
    load(document).map_or_else(|code| code, |_| "loaded".to_owned())
}

fn met(document: &[u8]) -> String {
    let body = br#"{"scanRef":"s","final":true,"clientId":"id-7","status":{"overall":"APPROVED","autoFace":"FACE_MATCH"}}"#;
    let policy = load(document).expect("a policy");
    policy.evaluate(body, &Arrival::default()).expect("usable").outcome.as_str().to_owned()
}

/// Patterns that take for ever where a matcher goes back.
fn matched(text: &[u8]) -> String {
    let patterns = ["(a+)+b", "(a|aa)*b", "(a|a)*b", "(.*)*b", "a*a*a*a*a*b"];
    let condition: Vec<String> =
        patterns.map(|pattern| format!(r#"{{"externalRef":{{"matches":"{pattern}"}}}}"#)).into();
    let policy =
        load(&policy(2, &format!(r#"{{"any":[{}]}}"#, condition.join(",")))).expect("a policy");
    let body = format!(
        r#"{{"scanRef":"s","final":true,"externalRef":"{}","status":{{"overall":"APPROVED"}}}}"#,
        String::from_utf8_lossy(text)
    );
    let arrival =
        Arrival { limits: Limits { bytes: usize::MAX, ..Limits::default() }, ..Arrival::default() };
    let decision = policy.evaluate(body.as_bytes(), &arrival).expect("usable");
    if decision.rules == ["in"] { "no match" } else { "a match" }.to_owned()
}

fn ids(count: usize) -> String {
    (0..count).map(|id| format!("\"id-{id}\"")).collect::<Vec<_>>().join(",")
}

fn shown(document: &[u8]) -> String {
    let policy = load(document).expect("a policy");
    assert!(policy.to_html(None).len() > policy.to_markdown().len());
    "shown".to_owned()
}

const NARROW: Scope = Scope { today: None, steps: 10_000, regions: 10 };

fn linted(document: &[u8]) -> String {
    assert!(serde_json::to_string(&load(document).expect("a policy").lint(&NARROW)).is_ok());
    "linted".to_owned()
}

fn compared(document: &[u8]) -> String {
    let difference = Policy::documented().diff(&load(document).expect("a policy"), &NARROW);
    assert!(serde_json::to_string(&difference).is_ok_and(|text| !text.contains("\"equal\":true")));
    "compared".to_owned()
}

fn test_file(cases: usize) -> Vec<u8> {
    let case = |number: usize| {
        format!(
            r#"{{"name":"c{number}","facts":{{"overall":"DENIED"}},"expect":{{"outcome":"reject"}}}}"#
        )
    };
    let cases: Vec<String> = (0..cases).map(case).collect();
    format!(r#"{{"format":1,"policy":"documented","cases":[{}]}}"#, cases.join(",")).into_bytes()
}

fn tested(file: &[u8]) -> String {
    let run = testing::run(&Policy::documented(), file);
    run.map_or_else(
        |error| error.code().to_owned(),
        |run| if run.passed { "passed" } else { "failed" }.to_owned(),
    )
}

fn framed(html: &[u8]) -> String {
    let report = lint::lint_iframe(&String::from_utf8_lossy(html), None, None);
    if report.is_empty() { "nothing" } else { "found" }.to_owned()
}

/// Rules of which each asks something else of a fact.
fn asking(rules: usize, fact: &str, test: fn(usize) -> String) -> Vec<u8> {
    let rule = |number: usize| {
        format!(r#"{{"id":"r{number}","when":{{"{fact}":{}}},"then":"review"}}"#, test(number))
    };
    let rules: Vec<String> = (1..rules).map(rule).collect();
    let head = r#"{"format":1,"name":"large","otherwise":"review","rules":[{"id":"in","when":{"overall":"APPROVED"},"then":"accept","why":"Good."},"#;
    format!("{head}{}]}}", rules.join(",")).into_bytes()
}

fn texts(rules: usize) -> Vec<u8> {
    asking(rules, "clientId", |number| format!("\"id-{number}\""))
}

fn patterns(rules: usize) -> Vec<u8> {
    asking(rules, "clientId", |number| format!(r#"{{"matches":"x{number}[a-z]{{500}}.*"}}"#))
}
