//! What has to hold for every order of deliveries.

use proptest::prelude::*;

use crate::policy::{Arrival, Outcome, Policy};

use super::*;

/// One delivery, told short: the event, `final`, and the verdict.
fn body(event: &str, last: &str, overall: &str, serial: usize) -> (String, String) {
    let body = format!(
        r#"{{"scanRef": "s", "final": {last}, "serial": {serial}, "status": {{"overall": "{overall}"}}}}"#
    );
    (event.to_owned(), body)
}

fn fold(deliveries: &[(String, String)]) -> Record {
    let policy = Policy::documented();
    let mut record = None;
    for (event, body) in deliveries {
        let arrival = Arrival { event_type: Some(event), ..Arrival::default() };
        let decision = policy.evaluate(body.as_bytes(), &arrival).unwrap();
        record = Some(reconcile(record.as_ref(), &decision).unwrap().record);
    }
    record.unwrap()
}

fn kinds(deliveries: &[(&str, &str, &str)]) -> (Vec<TransitionKind>, Record, Vec<bool>) {
    let policy = Policy::documented();
    let (mut record, mut kinds, mut acts) = (None, Vec::new(), Vec::new());
    for (serial, (event, last, overall)) in deliveries.iter().enumerate() {
        let (event, body) = body(event, last, overall, serial);
        let arrival = Arrival { event_type: Some(&event), ..Arrival::default() };
        let decision = policy.evaluate(body.as_bytes(), &arrival).unwrap();
        let transition = reconcile(record.as_ref(), &decision).unwrap();
        kinds.push(transition.kind);
        acts.push(transition.act);
        record = Some(transition.record);
    }
    (kinds, record.unwrap(), acts)
}

const AUTO: &str = "IDENTIFICATION_AUTO_FINISHED";
const MANUAL: &str = "IDENTIFICATION_MANUAL_FINISHED";
const AGAIN: &str = "IDENTIFICATION_RESUBMITTED";
const EXPIRED: &str = "IDENTIFICATION_EXPIRED";

#[test]
fn the_table_of_the_reference_holds() {
    use TransitionKind::{Late, Milder, New, Refresh, Reopen, Replace, Stricter};
    let preliminary = (AUTO, "false", "APPROVED");
    let approved = (MANUAL, "true", "APPROVED");
    let denied = (MANUAL, "true", "DENIED");
    for (deliveries, expected, outcome) in [
        (vec![preliminary, denied], vec![New, Replace], Outcome::Reject),
        (vec![approved, preliminary], vec![New, Late], Outcome::Accept),
        (vec![approved, approved], vec![New, Refresh], Outcome::Accept),
        (vec![approved, denied], vec![New, Stricter], Outcome::Reject),
        (vec![denied, approved], vec![New, Milder], Outcome::Review),
        (vec![(EXPIRED, "true", "EXPIRED"), approved], vec![New, Replace], Outcome::Accept),
        (vec![approved, (EXPIRED, "true", "EXPIRED")], vec![New, Late], Outcome::Accept),
        (vec![approved, (AGAIN, "false", "REVIEWING")], vec![New, Reopen], Outcome::Wait),
        (vec![approved, (AGAIN, "false", "APPROVED")], vec![New, Reopen], Outcome::Wait),
        (vec![approved, (MANUAL, "true", "DELETED")], vec![New, Late], Outcome::Accept),
        (vec![approved, (MANUAL, "true", "NEW_WORD")], vec![New, Stricter], Outcome::Review),
        (vec![denied, (MANUAL, "true", "NEW_WORD")], vec![New, Late], Outcome::Reject),
    ] {
        let (kinds, record, _) = kinds(&deliveries);
        assert_eq!((kinds, record.outcome), (expected, outcome), "{deliveries:?}");
    }
}

#[test]
fn a_rejection_is_not_lifted_by_a_resubmission() {
    use TransitionKind::{Milder, New, Reopen, Replace};
    let (denied, approved) = ((MANUAL, "true", "DENIED"), (MANUAL, "true", "APPROVED"));
    let again = (AGAIN, "false", "APPROVED");
    let (found, record, acts) = kinds(&[denied, again, approved]);
    assert_eq!((found, record.outcome), (vec![New, Reopen, Milder], Outcome::Review));
    assert_eq!(acts, [true, true, true]);
    assert!(record.conflict && record.reopened);
    let (found, record, acts) = kinds(&[approved, again, approved]);
    assert_eq!((found, record.outcome), (vec![New, Reopen, Replace], Outcome::Accept));
    assert_eq!(acts, [true, true, true]);
    let (found, record, _) = kinds(&[denied, again, denied]);
    assert_eq!((found, record.outcome), (vec![New, Reopen, Replace], Outcome::Reject));
}

#[test]
fn an_unverified_decision_never_helps_against_a_verified_one() {
    let policy = Policy::documented();
    let (_, approved) = body(MANUAL, "true", "APPROVED", 1);
    let unverified = policy.evaluate(approved.as_bytes(), &Arrival::default()).unwrap();
    let (_, preliminary) = body(AUTO, "false", "APPROVED", 2);
    let mut verified = policy.evaluate(preliminary.as_bytes(), &Arrival::default()).unwrap();
    verified.verified = true;
    let first = reconcile(None, &verified).unwrap();
    let second = reconcile(Some(&first.record), &unverified).unwrap();
    assert_eq!(second.record.outcome, Outcome::Review);
    assert!(second.record.conflict && second.act);
}

#[test]
fn decisions_that_do_not_belong_are_refused() {
    let policy = Policy::documented();
    let (_, text) = body(MANUAL, "true", "APPROVED", 1);
    let decision = policy.evaluate(text.as_bytes(), &Arrival::default()).unwrap();
    let mut record = reconcile(None, &decision).unwrap().record;
    record.scan_ref = "other".to_owned();
    assert_eq!(reconcile(Some(&record), &decision).unwrap_err().code(), "history.other_scan_ref");
    let arrival = Arrival { event_type: Some("AML_MONITORING"), ..Arrival::default() };
    let notice = policy.evaluate(b"{}", &arrival).unwrap();
    assert_eq!(reconcile(None, &notice).unwrap_err().code(), "history.no_scan_ref");
}

#[test]
fn only_what_was_written_is_read_back() {
    let policy = Policy::documented();
    let (_, text) = body(MANUAL, "true", "APPROVED", 1);
    let decision = policy.evaluate(text.as_bytes(), &Arrival::default()).unwrap();
    let record = reconcile(None, &decision).unwrap().record;
    let json = record.to_json();
    assert_eq!(Record::from_json(&json).unwrap(), record);
    let code = |text: &str| Record::from_json(text).unwrap_err().code();
    assert_eq!(code(&json.replace("\"format\":1", "\"format\":2")), "record.format");
    for (from, to) in [
        ("\"closed\":\"accept\"", "\"closed\":\"wait\""),
        ("\"outcome\":\"accept\"", "\"outcome\":\"let in\""),
        ("\"erased\":false", "\"erased\":false,\"more\":1"),
        ("\"scan_ref\":\"s\"", "\"scan_ref\":\"\""),
        ("\"conflict\":false,", ""),
    ] {
        assert!(json.contains(from), "{from}");
        assert_eq!(code(&json.replace(from, to)), "record.invalid", "{to}");
    }
}

#[test]
fn a_record_that_contradicts_itself_is_not_read_back() {
    let record = fold(&[body(MANUAL, "true", "APPROVED", 1)]);
    let digits = |digit: &str, length: usize| vec![digit.repeat(length)];
    let kept = Record { seen: digits("f", 64), ..record.clone() };
    assert_eq!(Record::from_json(&kept.to_json()).unwrap(), kept);
    for seen in [digits("f", 63), digits("f", 65), digits("g", 64), digits("F", 64)] {
        let wrong = Record { seen, ..record.clone() };
        assert_eq!(Record::from_json(&wrong.to_json()).unwrap_err().code(), "record.invalid");
    }
    for wrong in [
        Record { seen: vec!["f".repeat(64); 17], ..record.clone() },
        Record { closed: Some(Outcome::Reject), ..record.clone() },
        Record { closed: Some(Outcome::None), ..record.clone() },
        Record { scan_ref: String::new(), ..record },
    ] {
        assert_eq!(Record::from_json(&wrong.to_json()).unwrap_err().code(), "record.invalid");
    }
}

#[test]
fn a_record_remembers_the_last_sixteen_bodies() {
    let deliveries: Vec<_> =
        (0..20).map(|serial| body(MANUAL, "true", "APPROVED", serial)).collect();
    assert_eq!(fold(&deliveries).seen.len(), 16);
}

#[test]
fn a_new_token_depends_on_what_is_known_of_the_last_ones() {
    let record = |overall, scan_ref: &str| {
        let mut record = fold(&[body(MANUAL, "true", overall, 1)]);
        record.scan_ref = scan_ref.to_owned();
        record
    };
    let waiting = {
        let mut record = fold(&[body(AUTO, "false", "APPROVED", 1)]);
        record.scan_ref = "last".to_owned();
        record
    };
    let limits = StartLimits {
        max_attempts: Some(2),
        created_at_unix: Some(1_000),
        scan_ref: Some("last".to_owned()),
        expiry_time_s: Some(600),
        session_length_s: Some(60),
    };
    let reason = |records: &[Record], now, limits: &StartLimits| {
        let start = may_start(records, now, limits);
        assert_eq!(start.go, start.reason == StartReason::Go);
        assert_eq!(start.active_until_unix.is_some(), start.reason == StartReason::SessionActive);
        start.reason
    };
    // A session ends at 1,660, unless a result ended it before.
    assert_eq!(reason(&[], 1_659, &limits), StartReason::SessionActive);
    assert_eq!(reason(&[], 1_660, &limits), StartReason::Go);
    assert_eq!(reason(&[waiting], 1_659, &limits), StartReason::SessionActive);
    assert_eq!(reason(&[record("DENIED", "last")], 1_659, &limits), StartReason::Go);
    assert_eq!(reason(&[record("DENIED", "other")], 1_659, &limits), StartReason::SessionActive);
    // Attempts are counted, and one more than allowed is one too many.
    let denied = [record("DENIED", "last"), record("DENIED", "other")];
    assert_eq!(reason(&denied, 1_660, &limits), StartReason::TooManyAttempts);
    let more = StartLimits { max_attempts: Some(3), ..limits.clone() };
    assert_eq!(reason(&denied, 1_660, &more), StartReason::Go);
    // Who is in needs no token, whatever else is known.
    let accepted = may_start(&[record("APPROVED", "last")], 1_660, &limits);
    assert_eq!((accepted.go, accepted.reason), (false, StartReason::AlreadyAccepted));
    // Nothing is known of the end: the longest times that the vendor allows; no overflow.
    let unknown = StartLimits { created_at_unix: Some(0), ..StartLimits::default() };
    assert_eq!(may_start(&[], 2_595_599, &unknown).active_until_unix, Some(2_595_600));
    let late = StartLimits { created_at_unix: Some(i64::MAX), ..StartLimits::default() };
    assert_eq!(may_start(&[], 0, &late).active_until_unix, Some(i64::MAX));
}

fn delivery() -> impl Strategy<Value = (String, String)> {
    let event = prop_oneof![Just(AUTO), Just(MANUAL), Just(EXPIRED), Just("IDENTIFICATION")];
    let last = prop_oneof![Just("true"), Just("false"), Just("null")];
    let overall = prop_oneof![
        4 => Just("APPROVED"), 3 => Just("DENIED"), 2 => Just("SUSPECTED"), 1 => Just("EXPIRED"),
        1 => Just("DELETED"), 1 => Just("NEW_WORD"), 1 => Just("REVIEWING"),
    ];
    (event, last, overall, 0..1000usize)
        .prop_map(|(event, last, overall, serial)| body(event, last, overall, serial))
}

/// The verdicts of the rules among these deliveries.
fn verdicts(deliveries: &[(String, String)]) -> Vec<Outcome> {
    let policy = Policy::documented();
    let decide = |(event, body): &(String, String)| {
        let arrival = Arrival { event_type: Some(event.as_str()), ..Arrival::default() };
        record::verdict(&policy.evaluate(body.as_bytes(), &arrival).unwrap())
    };
    deliveries.iter().filter_map(decide).collect()
}

proptest! {
    /// No permutation of one attempt's deliveries ends in accept if any verdict of the rules
    /// among them is not accept.
    #[test]
    fn no_order_lets_anybody_in_against_a_verdict(
        deliveries in proptest::collection::vec(delivery(), 1..7).prop_shuffle()
    ) {
        let against = verdicts(&deliveries).into_iter().any(|verdict| verdict != Outcome::Accept);
        prop_assert!(!(against && fold(&deliveries).outcome == Outcome::Accept));
    }

    /// After a resubmission: any new verdict since it, or any rejection ever.
    #[test]
    fn a_resubmission_forgets_no_rejection(
        before in proptest::collection::vec(delivery(), 1..5),
        after in proptest::collection::vec(delivery(), 0..5),
        serial in 1000..2000usize,
    ) {
        let again = body(AGAIN, "false", "REVIEWING", serial);
        let all: Vec<_> = before.iter().cloned().chain([again]).chain(after.iter().cloned()).collect();
        let rejected = verdicts(&before).contains(&Outcome::Reject);
        let fresh: Vec<_> = after.iter().filter(|delivery| !before.contains(delivery)).cloned().collect();
        let against = verdicts(&fresh).into_iter().any(|verdict| verdict != Outcome::Accept);
        prop_assert!(!((rejected || against) && fold(&all).outcome == Outcome::Accept));
    }

    /// The same bytes again, at once or later, change nothing.
    #[test]
    fn repetitions_change_nothing(deliveries in proptest::collection::vec(delivery(), 1..7)) {
        let once = fold(&deliveries);
        let twice: Vec<_> = deliveries.iter().flat_map(|delivery| [delivery.clone(), delivery.clone()]).collect();
        prop_assert_eq!(&fold(&twice), &once);
        let again: Vec<_> = deliveries.iter().chain(&deliveries).cloned().collect();
        prop_assert_eq!(&fold(&again), &once);
    }

    /// What is stored and read back is the same state.
    #[test]
    fn storing_loses_nothing(deliveries in proptest::collection::vec(delivery(), 1..7)) {
        let record = fold(&deliveries);
        prop_assert_eq!(Record::from_json(&record.to_json()).unwrap(), record);
    }
}
