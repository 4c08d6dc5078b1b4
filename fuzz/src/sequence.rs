//! Several deliveries about one verification.

use idenfy_rules::history::StartLimits;
use idenfy_rules::{Arrival, Decision, Record, may_start, reconcile};

use super::fields::{SEPARATOR, given, shown, strict, text, told};

/// The record so far, then event and body of each delivery.
pub fn history(input: &[u8]) {
    let mut fields = input.split(|byte| *byte == SEPARATOR);
    let stored = Record::from_json(text(fields.next().unwrap_or_default()));
    let mut record = stored.inspect_err(told).ok();
    let policy = strict();
    let deliveries: Vec<&[u8]> = fields.take(12).collect();
    for delivery in deliveries.chunks_exact(2) {
        let arrival = Arrival { event_type: given(delivery[0]), ..Arrival::default() };
        let Ok(decision) = policy.evaluate(delivery[1], &arrival) else { continue };
        record = fold(record, &decision);
    }
    let records: Vec<Record> = record.into_iter().collect();
    for now in [i64::MIN, 0, i64::MAX] {
        let limits = StartLimits { created_at_unix: Some(now), ..StartLimits::default() };
        shown(&may_start(&records, now, &limits));
    }
}

/// One delivery more: what comes of it is stored and read back, and once more changes nothing.
fn fold(previous: Option<Record>, decision: &Decision) -> Option<Record> {
    let transition = match reconcile(previous.as_ref(), decision) {
        Ok(transition) => transition,
        Err(error) => {
            told(&error);
            return previous;
        }
    };
    shown(&transition);
    let stored = Record::from_json(&transition.record.to_json()).expect("a record is read back");
    assert_eq!(stored, transition.record);
    let again = reconcile(Some(&stored), decision).expect("the same once more");
    assert_eq!((again.record, again.act), (stored, false));
    Some(transition.record)
}
