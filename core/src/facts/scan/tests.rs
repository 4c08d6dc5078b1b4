use super::*;
use crate::date::Date;
use crate::facts::{Content, Fact, Facts};
use crate::vocab::Event;
use crate::webhook::parse;

/// A body that says something about every fact.
const FULL: &str = r#"{
    "scanRef": "scan-1", "final": true, "clientId": "c-1", "externalRef": "ž-1", "companyId": "co",
    "beneficiaryId": "be", "platform": "MOBILE", "clientIpCountry": "LT", "manualAddressMatch": false,
    "status": {"overall": "SUSPECTED", "autoDocument": "DOC_VALIDATED", "manualDocument": "DOC_NEW",
        "autoFace": "FACE_MATCH", "manualFace": 7, "fraudTags": ["FACE_SUSPECTED", "NEW", null],
        "suspicionReasons": null, "mismatchTags": ["NAME", "NAME", {"a": 1}], "denyReasons": ["x", 1],
        "additionalSteps": "VALID", "amlResultClass": "NO_FLAGS", "pepsStatus": "", "sanctionsStatus": null,
        "adverseMediaStatus": []},
    "data": {"docType": "PASSPORT", "docDob": "2000-02-29", "docExpiry": "2026-01-01", "docNationality": "LT",
        "docIssuingCountry": "lt", "selectedCountry": "ZZ", "ageEstimate": "OVER_18",
        "clientIpProxyRiskLevel": "HIGH", "manuallyDataChanged": "yes", "duplicateFaces": ["a", "b"],
        "duplicateDocFaces": [{}], "addressVerification": {"status": "VERIFIED"}, "unknown": {"a": [{}]}},
    "AML": [{"status": {"serviceSuspected": true, "serviceUsed": true, "checkSuccessful": true,
        "overallStatus": "SUSPECTED"}, "data": [{"suspicion": "PEPS", "whitelisted": false},
        {"suspicion": "NEW_LIST"}, {"whitelisted": true, "suspicion": "SANCTION"}]},
        {"status": {"serviceUsed": true, "checkSuccessful": false}}],
    "LID": {"status": {"serviceSuspected": false, "serviceUsed": true, "checkSuccessful": true,
        "overallStatus": "NOT_SUSPECTED"}, "data": [{"valid": false}]},
    "CRIMINAL_CHECK": [{"status": {"serviceSuspected": false, "serviceUsed": false,
        "checkSuccessful": false, "overallStatus": "NOT_SUSPECTED"}, "data": null}],
    "amlCheck": {"overallStatus": null}, "bankCardVerification": {"status": "MATCH"},
    "driverLicenseCheck": {"nameMatch": true, "dateMatch": null, "other": 1},
    "riskAssessment": {"riskLevel": "LOW", "riskScore": 12.5}, "bankVerification": {"riskLevel": "NEW"},
    "emailVerification": {"emailVerified": true}, "phoneVerification": null
}"#;

fn same(answer: Answer<'_>, content: &Content<'_>) -> bool {
    match (answer, content) {
        (Answer::Missing, Content::Missing) => true,
        (Answer::Unknown(one), Content::Unknown(other)) => one == other.as_deref(),
        (Answer::Word(one), Content::Word(other)) => one == *other,
        (Answer::Country(one), Content::Country(other)) => {
            country_number(other.as_str().as_bytes()) == Some(one)
        }
        (Answer::Flag(one), Content::Flag(other)) => one == *other,
        (Answer::Number(one), Content::Number(other)) => one.to_bits() == other.to_bits(),
        (Answer::Text(one), Content::Text(other)) => one == other,
        (Answer::Set(set), Content::Words { known, unknown }) => {
            let mut words: Vec<usize> = set.words().collect();
            words.sort_unstable();
            words.dedup();
            let mut once = Vec::new();
            set.for_each_unknown_once(|word| once.push(word));
            words == *known && once == unknown.iter().map(Option::as_deref).collect::<Vec<_>>()
        }
        (Answer::Set(set), Content::Texts { known, not_text }) => {
            set.texts().eq(known.iter()) && set.unknown().count() == *not_text
        }
        _ => false,
    }
}

/// Compares every fact with what the plain reader finds.
#[track_caller]
fn agree(body: &str) {
    let event = Event::IdentificationManualFinished;
    let today = Date::read("2026-11-20").ok();
    let mut scan = Scan::default();
    let reading = scan.read(body.as_bytes(), &Limits::default()).unwrap();
    let reading = reading.arrived(Some(event), today);
    let delivery = parse(body.as_bytes(), Some(event.as_str()), &Limits::default()).unwrap();
    let facts = Facts::read(&delivery, today);
    for fact in Fact::ALL {
        let (answer, content) = (reading.answer(*fact), facts.get(*fact));
        assert!(same(answer, content), "{fact:?}: {answer:?} and {content:?}");
    }
    let mut unknown = Vec::new();
    reading.for_each_unknown(|fact, word| unknown.push((fact, word)));
    assert_eq!(unknown, facts.unknown().collect::<Vec<_>>());
    assert_eq!(reading.scan_ref(), delivery.scan_ref());
    assert_eq!(reading.text(Fact::ClientId), delivery.client_id().as_deref());
    assert_eq!(reading.flag(Fact::Final), delivery.final_mark());
}

#[test]
fn every_fact_is_the_one_of_the_plain_reader() {
    agree(FULL);
    agree(&FULL.replace(['\n', ' '], ""));
    agree(r#"{"scanRef": "s", "status": {"overall": "NEW"}}"#);
    for (of, by) in [
        ("\"MATCH\"", "null"),
        ("\"nameMatch\": true", "\"nameMatch\": false"),
        ("\"dateMatch\": null", "\"dateMatch\": 1"),
        ("\"overallStatus\": null", "\"overallStatus\": \"FLAGS_FOUND\""),
        ("[{}]", "5"),
        ("12.5", "-0"),
        ("12.5", "123456789012345678901"),
        ("[{\"valid\": false}]", "\"none\""),
        ("\"suspicionReasons\": null", "\"suspicionReasons\": \"\""),
        ("\"manualAddressMatch\": false", "\"manualAddressMatch\": \"no\""),
    ] {
        assert!(FULL.contains(of), "{of}");
        agree(&FULL.replace(of, by));
    }
}

fn is_sure(body: &str) -> bool {
    Scan::default().read(body.as_bytes(), &Limits::default()).is_ok()
}

#[test]
fn what_is_unusual_is_left_to_the_plain_reader() {
    let start = r#"{"scanRef": "s", "status": {"overall": "APPROVED"}"#;
    let sure = |more: &str| is_sure(&format!("{start}{more}}}"));
    assert!(sure(""));
    assert!(sure(r#", "platform": "PC", "platform": "PC""#));
    assert!(sure(r#", "data": "", "riskAssessment": """#));
    // A hit that somebody dismissed says nothing, so it need not be readable.
    assert!(sure(r#", "AML": [{"data": [{"suspicion": "", "whitelisted": true}]}]"#));
    for unsure in [
        r#", "fin\u0061l": true"#,
        r#", "externalRef": "\u0041""#,
        r#", "x": {"\u0061": 1}"#,
        r#", "scanRef": "s""#,
        r#", "clientId": 17"#,
        r#", "data": []"#,
        r#", "final": true, "final": true"#,
        r#", "x": 1, "x": 1.0"#,
        r#", "data": {"docType": "VISA", "docType": null}"#,
        r#", "AML": ["none"]"#,
        r#", "AML": [{"data": [{"suspicion": ""}]}]"#,
        r#", "x": "\ud800""#,
        ",",
    ] {
        assert!(!sure(unsure), "{unsure}");
    }
    for unsure in [
        "",
        "[]",
        "{}",
        r#"{"scanRef": "", "status": {"overall": "APPROVED"}}"#,
        r#"{"scanRef": "s", "status": {"overall": 1}}"#,
        r#"{"scanRef": "s", "status": "APPROVED"}"#,
        r#"{"scanRef": "s", "status": {"overall": "APPROVED", "x": 1, "x": 1}}"#,
    ] {
        assert!(!is_sure(unsure), "{unsure}");
    }
}

#[test]
fn the_same_value_twice_is_not_unusual() {
    agree(
        r#"{"scanRef": "s", "status": {"overall": "APPROVED"}, "x": {"a": [1]}, "x": {"a": [1]},
            "data": {"selectedCountry": "LT", "docSex": null, "selectedCountry": "LT", "docSex": null}}"#,
    );
}

#[test]
fn nothing_of_one_body_is_left_in_the_next() {
    let mut scan = Scan::default();
    assert!(scan.read(FULL.as_bytes(), &Limits::default()).is_ok());
    let least = br#"{"scanRef": "s", "status": {"overall": "DENIED"}}"#;
    for _ in 0..2 {
        let reading = scan.read(least, &Limits::default()).unwrap();
        assert!(!reading.is_there(Fact::Document) && reading.set(Fact::Tags).is_empty());
        assert!(matches!(reading.answer(Fact::Aml), Answer::Word(4)));
        // The numbers of bodies begin again some day.
        scan.body = u32::MAX;
    }
}

#[test]
fn the_buffers_of_one_body_are_used_for_the_next() {
    let mut scan = Scan::default();
    assert!(scan.read(FULL.as_bytes(), &Limits::default()).is_ok());
    let room = scan.entries.capacity();
    let least = br#"{"scanRef": "s", "status": {"overall": "DENIED"}}"#;
    assert!(scan.read(least, &Limits::default()).is_ok());
    assert_eq!((scan.entries.len(), scan.entries.capacity()), (0, room));
    assert!(room > 0);
}

#[test]
fn keys_are_those_of_one_body_and_told_apart_where_they_share_a_place() {
    let members: String = (0..400).map(|key| format!(", \"k{key}\": {key}")).collect();
    let body = format!(r#"{{"scanRef": "s", "status": {{"overall": "APPROVED"}}{members}}}"#);
    let mut scan = Scan::default();
    for _ in 0..3 {
        assert!(scan.read(body.as_bytes(), &Limits::default()).is_ok());
    }
}

#[test]
fn more_keys_than_the_table_holds_are_left_to_the_plain_reader() {
    let body = |keys: usize| {
        let members: String = (0..keys).map(|key| format!(", \"k{key}\": 1")).collect();
        format!(r#"{{"scanRef": "s", "status": {{"overall": "APPROVED"}}{members}}}"#)
    };
    assert!(is_sure(&body(400)) && !is_sure(&body(600)));
    let doubled = body(400).replace("\"k399\"", "\"k7\"");
    assert!(is_sure(&doubled) && !is_sure(&doubled.replace("\"k7\": 1}", "\"k7\": 2}")));
}
