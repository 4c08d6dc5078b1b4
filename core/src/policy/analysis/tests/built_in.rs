//! What is proved about the built-in policies, over every webhook.

use crate::policy::analysis::{Claim, ProofResult, Scope};
use crate::{Outcome, Policy};

fn prove(policy: &Policy, claim: &Claim<'_>) -> ProofResult {
    let proof = policy.prove(claim, &Scope::default()).unwrap();
    assert_eq!(proof.result == ProofResult::Counterexample, proof.counterexample.is_some());
    proof.result
}

fn never(policy: &Policy, outcome: Outcome, when: &str) {
    let claim = Claim::never(outcome, when.as_bytes());
    assert_eq!(prove(policy, &claim), ProofResult::Holds, "never {outcome} when {when}");
}

fn always(policy: &Policy, outcome: Outcome, when: &str) {
    let claim = Claim::always(outcome, when.as_bytes());
    assert_eq!(prove(policy, &claim), ProofResult::Holds, "always {outcome} when {when}");
    let claim = Claim::never(outcome, when.as_bytes());
    assert_eq!(prove(policy, &claim), ProofResult::Counterexample, "no webhook: {when}");
}

#[test]
fn strict_accepts_nobody_with_a_tag_that_speaks_for_rejection() {
    let strict = Policy::strict();
    never(&strict, Outcome::Accept, r#"{"tags": {"anyClass": ["blocklist", "lost_document"]}}"#);
    never(&strict, Outcome::Accept, r#"{"tags": {"any": ["UNDER_AGE"]}}"#);
    always(
        &strict,
        Outcome::Reject,
        r#"{"lifecycle": "decided", "any": [{"tags": {"any": ["UNDER_AGE"]}},
            {"tags": {"anyClass": ["blocklist", "lost_document"]}}]}"#,
    );
}

#[test]
fn strict_accepts_nobody_on_an_unknown_word() {
    let strict = Policy::strict();
    for fact in [
        "overall",
        "document",
        "face",
        "additionalSteps",
        "aml",
        "lid",
        "criminal",
        "amlCheck",
        "amlResult",
        "peps",
        "sanctions",
        "adverseMedia",
    ] {
        never(&strict, Outcome::Accept, &format!(r#"{{"{fact}": {{"class": "unknown"}}}}"#));
    }
    never(&strict, Outcome::Accept, r#"{"tags": {"anyClass": "unknown"}}"#);
    // A service block that is malformed or has an unknown status counts as UNCLEAR.
    for service in ["aml", "lid", "criminal"] {
        let failed = format!(r#"{{"{service}": {{"class": ["service_failure", "watchlist"]}}}}"#);
        never(&strict, Outcome::Accept, &failed);
    }
}

#[test]
fn only_decided_deliveries_let_anybody_in() {
    for policy in [Policy::strict(), Policy::documented()] {
        never(&policy, Outcome::Accept, r#"{"lifecycle": {"not": "decided"}}"#);
        never(&policy, Outcome::Accept, r#"{"overall": {"not": ["APPROVED", "SUSPECTED"]}}"#);
        always(&policy, Outcome::Wait, r#"{"lifecycle": ["preliminary", "pending"]}"#);
        always(&policy, Outcome::Retry, r#"{"lifecycle": "unfinished"}"#);
        always(
            &policy,
            Outcome::Review,
            r#"{"lifecycle": ["erased", "unknown", "contradictory", "unmarked"]}"#,
        );
    }
}

/// Source: section 8.1 of the reference, which sums up the vendor's pages. "Decide yourself" is
/// review, "reject or ask to retry" either.
#[test]
fn documented_gives_exactly_the_outcomes_of_the_vendors_pages() {
    let documented = Policy::documented();
    always(&documented, Outcome::Accept, r#"{"lifecycle": "decided", "overall": "APPROVED"}"#);

    let denied = r#"{"lifecycle": "decided", "overall": "DENIED"}"#;
    for outcome in [Outcome::Accept, Outcome::Review, Outcome::Wait] {
        never(&documented, outcome, denied);
    }

    let passed =
        r#""overall": "SUSPECTED", "manualDocument": "DOC_VALIDATED", "manualFace": "FACE_MATCH""#;
    always(
        &documented,
        Outcome::Accept,
        &format!(r#"{{"lifecycle": "decided", "repeatedKeys": false, {passed}}}"#),
    );
    let unverifiable =
        r#""any": [{"document": "AUTO_UNVERIFIABLE"}, {"face": "AUTO_UNVERIFIABLE"}]"#;
    always(
        &documented,
        Outcome::Retry,
        &format!(
            r#"{{"lifecycle": "decided", "overall": ["DENIED", "SUSPECTED"], {unverifiable}}}"#
        ),
    );
    always(
        &documented,
        Outcome::Review,
        r#"{"lifecycle": "decided", "overall": "SUSPECTED",
            "document": [null, {"class": "unknown"}, {"not": "AUTO_UNVERIFIABLE"}],
            "face": [null, {"class": "unknown"}, {"not": "AUTO_UNVERIFIABLE"}],
            "any": [{"manualDocument": [null, {"class": "unknown"}, {"not": "DOC_VALIDATED"}]},
                    {"manualFace": [null, {"class": "unknown"}, {"not": "FACE_MATCH"}]}]}"#,
    );
}

/// A member that contradicts itself hides the effective check, so the rule about unverifiable
/// checks cannot be judged, and the accept falls to review.
#[test]
fn a_contradiction_beside_good_manual_checks_is_found() {
    let when =
        br#"{"lifecycle": "decided", "overall": "SUSPECTED", "manualDocument": "DOC_VALIDATED",
        "manualFace": "FACE_MATCH"}"#;
    let claim = Claim::always(Outcome::Accept, when);
    let proof = Policy::documented().prove(&claim, &Scope::default()).unwrap();
    let example = proof.counterexample.unwrap();
    assert_eq!(example.outcome, Outcome::Review);
    assert!(example.webhook.facts.contains_key("repeatedKeys") && example.webhook.smallest);
}

#[test]
fn the_built_in_policies_have_no_dead_parts() {
    for policy in [Policy::strict(), Policy::documented()] {
        let lint = policy.lint(&Scope::default());
        assert!(lint.complete, "{:?}", lint.undetermined);
        let warnings: Vec<_> =
            lint.findings.iter().filter(|found| found.severity.as_str() == "warning").collect();
        assert!(warnings.is_empty(), "{warnings:?}");
    }
}

#[test]
fn a_policy_that_extends_another_accepts_nobody_else() {
    let ours = br#"{"format": 1, "name": "ours", "extends": "strict", "rules": [
        {"id": "too-young", "when": {"age": {"below": 18}}, "then": "reject"},
        {"id": "not-served", "when": {"issuingCountry": ["KP", "IR"]}, "then": "reject"}]}"#;
    let ours = Policy::from_json(ours, None).unwrap();
    let difference = Policy::strict().diff(&ours, &Scope::default());
    assert!(difference.complete && !difference.equal);
    assert!(difference.changes.iter().all(|change| change.new_outcome != Outcome::Accept));
    never(&ours, Outcome::Accept, r#"{"age": {"below": 18}}"#);
    never(&ours, Outcome::Accept, r#"{"age": null}"#);
}

#[test]
fn policies_of_the_same_meaning_are_equal_whatever_their_wording() {
    let scope = Scope::default();
    let strict = Policy::strict();
    assert!(strict.diff(&Policy::strict(), &scope).equal);
    let again = br#"{"format": 1, "name": "again", "extends": "strict", "rules": [
        {"id": "once-more", "when": {"tags": {"any": ["FACE_BLACKLISTED"]}}, "then": "reject"}]}"#;
    let again = Policy::from_json(again, None).unwrap();
    let difference = strict.diff(&again, &scope);
    assert!(difference.equal && difference.complete && difference.changes.is_empty());
}
