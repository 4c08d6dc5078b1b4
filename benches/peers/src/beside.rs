//! What stands beside the bare decision: signatures, batches, answers of the API, loading.

use std::hint::black_box;
use std::rc::Rc;

use hmac::{Hmac, KeyInit, Mac};
use idenfy_rules::lint::lint_iframe;
use idenfy_rules::{Context, Policy, Response, SigningKey, classify, sign, verify};
use sha2::Sha256;

use crate::Inputs;
use crate::decide::{self, IGNORED, Lines, Ours};
use crate::rounds::Case;
use crate::rules::RuleSet;

const KEY: &[u8] = b"a signing key for benches";
const ANSWER: &[u8] =
    br#"{"identifier": "BAD_VALUE", "message": "Field 'country' must be a valid ISO 3166-1 alpha-2 code."}"#;
const FRAME: &str =
    r#"<iframe src="https://ui.idenfy.com/?authToken=t" allow="microphone" style="width: 670px">"#;

/// Genuine, and then what? One webhook, ten rules.
pub fn verified<'a>(set: &RuleSet, inputs: &'a Inputs) -> Vec<Case<'a>> {
    let body = inputs.webhooks[0].as_slice();
    let header = sign(body, KEY).expect("a signature");
    let [in_verify, in_both, in_receive] = [header.clone(), header.clone(), header];
    let key = || SigningKey::new(KEY).expect("a key");
    let [for_verify, for_both, for_receive] = [[key()], [key()], [key()]];
    let (mut plain, mut whole) = (Ours::load(set, false), Ours::load(set, true));
    let hmac = Hmac::<Sha256>::new_from_slice(KEY).expect("a key");
    vec![
        Case::new(IGNORED, || decide::ignore(body)),
        Case::new("HMAC-SHA256 alone, key prepared", move || {
            let mut code = hmac.clone();
            code.update(black_box(body));
            black_box(code.finalize());
        }),
        Case::new("verify", move || {
            verify(black_box(body), Some(in_verify.as_bytes()), &for_verify).expect("genuine");
        }),
        Case::new("verify, then evaluate without digest", move || {
            verify(black_box(body), Some(in_both.as_bytes()), &for_both).expect("genuine");
            black_box(plain.decide(body));
        }),
        Case::new("receive, which always digests", move || {
            black_box(whole.receive(black_box(body), &in_receive, &for_receive));
        }),
    ]
}

/// Webhooks that differ, thousands of them in one call, so that nothing can be learnt from the last
/// one. The others get the bodies as they are; ours are lines, and are found first.
pub fn batch<'a>(sets: [&RuleSet; 2], inputs: &'a Inputs) -> Vec<Case<'a>> {
    let bodies = &inputs.webhooks;
    let lines = Rc::<[u8]>::from(bodies.join(&b'\n'));
    let mut cases =
        vec![Case::new(IGNORED, || bodies.iter().for_each(|body| decide::ignore(body)))];
    for set in sets {
        let (lines, ours) = (Rc::clone(&lines), Lines::load(set));
        cases.push(Case::new(format!("idenfy-rules, {} rules", set.count), move || {
            black_box(ours.accepted(black_box(&lines)));
        }));
        let mut by_hand = decide::typed::by_hand(set);
        cases.push(Case::new(format!("{}, {} rules", decide::BY_HAND, set.count), move || {
            for body in bodies {
                black_box(by_hand.outcome(black_box(body)));
            }
        }));
    }
    cases
}

/// The smaller calls, in the unit of the webhook's I like everything else.
pub fn others<'a>(set: &RuleSet, inputs: &'a Inputs) -> Vec<Case<'a>> {
    let body = inputs.webhooks[0].as_slice();
    let context = Context::new(1).expect("an attempt");
    let thousand = set.text("policy.json");
    vec![
        Case::new(IGNORED, || decide::ignore(body)),
        Case::new("classify, a refusal with its reason", move || {
            black_box(classify(&Response::new(400, &[], black_box(ANSWER)), &context));
        }),
        Case::new("lint an iframe", || _ = black_box(lint_iframe(black_box(FRAME), None, None))),
        Case::new("load `strict`", || _ = black_box(Policy::strict())),
        Case::new("load 1,000 rules", move || {
            _ = black_box(Policy::from_json(black_box(thousand.as_bytes()), None).is_ok());
        }),
    ]
}
