//! Small worlds of webhooks, each enumerated whole: every way in which the bodies of a world can
//! differ, as far as policies over its words can tell them apart.

use serde_json::{Value, json};

use super::ways::{
    HIDDEN, Payload, UNLISTED, Way, absent, check, flags, hidden, last_word, missing, payloads,
    put, repeated, subsets, text, verdicts, words,
};

/// A world: its webhooks, and the conditions that policies over it may ask.
pub struct World {
    pub name: &'static str,
    pub payloads: Vec<Payload>,
    /// Conditions that every rule may ask.
    pub plain: Vec<Value>,
    /// Conditions that accepting rules may not ask.
    pub cautious: Vec<Value>,
    /// Whether the lifecycle is enumerated, too.
    pub lifecycle: bool,
}

/// The lifecycle with everything that it hangs on.
pub fn lifecycle() -> World {
    // Of the words that mean waiting both: a condition below names one of them.
    let known = ["APPROVED", "SUSPECTED", "DENIED", "REVIEWING", "ACTIVE", "EXPIRED", "DELETED"];
    let overall = [verdicts(&known), words("status.overall", "overall", &[])].concat();
    let events = [
        "IDENTIFICATION",
        "IDENTIFICATION_AUTO_FINISHED",
        "IDENTIFICATION_CANCELLED",
        "IDENTIFICATION_EXPIRED",
    ];
    let event =
        events.map(|event| Way { event: Some(event), ..absent() }.says("event", json!(event)));
    let event = [vec![missing("event")], event.to_vec()].concat();
    let document = |path, fact| {
        let known =
            ["DOC_VALIDATED", "DOC_FAKE"].map(|word| put(path, text(word)).says(fact, json!(word)));
        let unknown = put(path, "7").says(fact, json!({"class": "unknown"}));
        [known.to_vec(), vec![unknown, missing(fact), hidden(path, fact)]].concat()
    };
    let face = vec![
        missing("manualFace"),
        put("status.manualFace", text("FACE_MATCH")).says("manualFace", json!("FACE_MATCH")),
        hidden("status.manualFace", "manualFace"),
    ];
    World {
        name: "lifecycle",
        payloads: payloads(&[
            overall,
            flags("final", "final"),
            event,
            document("status.manualDocument", "manualDocument"),
            document("status.autoDocument", "autoDocument"),
            face,
        ]),
        plain: vec![
            json!({"overall": "APPROVED"}),
            json!({"overall": ["DENIED", "SUSPECTED"]}),
            json!({"overall": {"not": ["REVIEWING", {"unlisted": UNLISTED}]}}),
            json!({"final": true}),
            json!({"final": false}),
            json!({"final": null}),
            json!({"document": "DOC_VALIDATED"}),
            json!({"manualDocument": {"not": "DOC_VALIDATED"}}),
            json!({"autoDocument": [null, "DOC_VALIDATED"]}),
            json!({"manualFace": null}),
        ],
        cautious: vec![
            json!({"event": "IDENTIFICATION"}),
            json!({"event": {"not": "IDENTIFICATION_CANCELLED"}}),
            json!({"event": null}),
            json!({"overall": {"class": "unknown"}}),
            json!({"document": {"not": null}}),
        ],
        lifecycle: true,
    }
}

/// One check with both of its members.
pub fn checks() -> World {
    let known = ["DOC_VALIDATED", "DOC_FAKE", "DOC_EXPIRED", "DOC_GLARED"];
    World {
        name: "checks",
        payloads: payloads(&[
            verdicts(&["APPROVED", "SUSPECTED", "DENIED"]),
            last_word(),
            check("status.manualDocument", "manualDocument", &known),
            check("status.autoDocument", "autoDocument", &known),
            repeated(),
        ]),
        plain: vec![
            json!({"document": "DOC_VALIDATED"}),
            json!({"document": {"not": ["DOC_FAKE", "DOC_EXPIRED"]}}),
            json!({"document": [null, "DOC_VALIDATED"]}),
            json!({"document": ["DOC_VALIDATED", {"unlisted": UNLISTED}]}),
            json!({"manualDocument": null}),
            json!({"manualDocument": {"not": "DOC_FAKE"}}),
            json!({"manualDocument": {"not": ["DOC_VALIDATED", null]}}),
            json!({"autoDocument": "DOC_FAKE"}),
            json!({"autoDocument": {"unlisted": UNLISTED}}),
            json!({"overall": "APPROVED"}),
            json!({"overall": {"not": "DENIED"}}),
            json!({"repeatedKeys": true}),
        ],
        cautious: vec![
            json!({"document": {"class": "unknown"}}),
            json!({"document": {"not": {"class": "unknown"}}}),
            json!({"document": {"not": null}}),
            json!({"manualDocument": [null, {"class": "unknown"}, {"not": "DOC_FAKE"}]}),
        ],
        lifecycle: false,
    }
}

/// Tags, reported or not, in every combination.
pub fn tags() -> World {
    let members = [
        ("\"NAME\"", json!("NAME")),
        ("\"SURNAME\"", json!("SURNAME")),
        ("\"FULL_NAME\"", json!("FULL_NAME")),
        ("\"FAKE_PHOTO\"", json!("FAKE_PHOTO")),
        ("\"VIRTUAL_CAMERA\"", json!("VIRTUAL_CAMERA")),
        ("\"DEV_TOOLS_OPENED\"", json!("DEV_TOOLS_OPENED")),
        ("\"BRAND_NEW\"", json!({"unlisted": UNLISTED})),
        ("\"NEVER_HEARD_OF\"", json!({"class": "unknown"})),
    ];
    let mut tags = vec![
        put("status.fraudTags", format!("[{HIDDEN}]"))
            .says("tagsReported", json!({"repeated": true}))
            .says("tags", json!([])),
    ];
    for (raw, says) in subsets(&members) {
        let list = put("status.fraudTags", raw).says("tags", says);
        tags.push(list.clone().says("tagsReported", json!(false)));
        tags.push(list.and("status.mismatchTags", "[]").says("tagsReported", json!(true)));
    }
    World {
        name: "tags",
        payloads: payloads(&[
            verdicts(&["APPROVED", "SUSPECTED", "DENIED"]),
            last_word(),
            tags,
            repeated(),
        ]),
        plain: vec![
            json!({"tags": {"any": ["NAME", "FAKE_PHOTO"]}}),
            json!({"tags": {"any": ["SURNAME", {"unlisted": UNLISTED}]}}),
            json!({"tags": {"all": ["NAME", "SURNAME"]}}),
            json!({"tags": {"all": ["NAME", {"unlisted": UNLISTED}]}}),
            json!({"tags": {"none": ["FAKE_PHOTO"]}}),
            json!({"tags": {"only": ["NAME", "SURNAME"]}}),
            json!({"tags": {"only": ["FAKE_PHOTO", {"unlisted": UNLISTED}]}}),
            json!({"tags": {"anyClass": "data_mismatch"}}),
            json!({"tags": {"any": ["NAME"], "none": ["SURNAME"]}}),
            json!({"tagsReported": true}),
            json!({"tagsReported": false}),
            json!({"overall": "SUSPECTED"}),
            json!({"repeatedKeys": false}),
        ],
        cautious: vec![
            json!({"tags": {"empty": true}}),
            json!({"tags": {"empty": false}}),
            json!({"tags": {"anyClass": "unknown"}}),
            json!({"tags": {"anyClass": ["unknown", "spoof_suspicion"]}}),
        ],
        lifecycle: false,
    }
}

/// A block of an older service with a result and rows.
fn block(service: &str, rows: &str) -> String {
    let used = service != "NOT_CHECKED";
    let overall = match service {
        "HIT" => "SUSPECTED",
        "UNCLEAR" => "MAYBE",
        _ => "NOT_SUSPECTED",
    };
    format!(
        r#"[{{"status":{{"serviceUsed":{used},"serviceFound":true,"checkSuccessful":{},
            "serviceSuspected":{},"overallStatus":"{overall}"}},"data":{rows}}}]"#,
        service != "FAILED",
        service == "HIT",
    )
}

const SERVICES: [&str; 5] = ["HIT", "FAILED", "UNCLEAR", "CLEAR", "NOT_CHECKED"];

/// The older screening with its hits, and the register of lost documents.
pub fn services() -> World {
    let members = [
        (r#"{"suspicion":"PEPS"}"#, json!("PEPS")),
        (r#"{"suspicion":"SANCTION"}"#, json!("SANCTION")),
        (r#"{"suspicion":"INTERPOL"}"#, json!("INTERPOL")),
        (r#"{"suspicion":"BRAND_NEW"}"#, json!({"unlisted": UNLISTED})),
        (r#"{"suspicion":7}"#, json!({"class": "unknown"})),
    ];
    let mut aml = vec![
        absent().says("aml", json!("NOT_CHECKED")).says("amlHits", json!([])),
        put("AML", format!("[{HIDDEN}]"))
            .says("aml", json!({"repeated": true}))
            .says("amlHits", json!([])),
    ];
    for service in SERVICES {
        for (rows, hits) in subsets(&members) {
            let way = put("AML", block(service, &rows));
            aml.push(way.says("aml", json!(service)).says("amlHits", hits));
        }
    }
    let lid = SERVICES.map(|service| put("LID", block(service, "[]")).says("lid", json!(service)));
    let lid = [lid.to_vec(), vec![hidden("LID", "lid")]].concat();
    World {
        name: "services",
        payloads: payloads(&[
            verdicts(&["APPROVED", "SUSPECTED", "DENIED"]),
            last_word(),
            aml,
            lid,
            repeated(),
        ]),
        plain: vec![
            json!({"aml": "CLEAR"}),
            json!({"aml": {"not": "HIT"}}),
            json!({"aml": {"class": "service_failure"}}),
            json!({"lid": ["CLEAR", "NOT_CHECKED"]}),
            json!({"lid": {"class": "watchlist"}}),
            json!({"amlHits": {"any": ["PEPS"]}}),
            json!({"amlHits": {"only": ["PEPS", {"unlisted": UNLISTED}]}}),
            json!({"amlHits": {"none": ["SANCTION"]}}),
            json!({"amlHits": {"anyClass": "watchlist"}}),
            json!({"overall": "APPROVED"}),
            json!({"repeatedKeys": true}),
        ],
        cautious: vec![
            json!({"amlHits": {"anyClass": "unknown"}}),
            json!({"amlHits": {"empty": true}}),
            json!({"aml": {"class": "unknown"}}),
        ],
        lifecycle: false,
    }
}

/// Numbers and days.
pub fn numbers() -> World {
    let score = |score: f64| {
        put("riskAssessment.riskScore", score.to_string()).says("riskScore", json!(score))
    };
    let scores = [-1.0, 0.0, 4.5, 10.0, 10.5, 19.0, 20.0, 20.25, 21.0, 50.0, 51.0].map(score);
    let duplicates = |count: usize| {
        put("data.duplicateFaces", format!("{:?}", vec![1; count])).says("duplicates", json!(count))
    };
    let age = |(born, years): (&str, u8)| put("data.docDob", text(born)).says("age", json!(years));
    let ages = [
        ("2026-11-21", 0),
        ("2009-01-01", 17),
        ("2008-11-21", 18),
        ("2006-05-05", 20),
        ("2005-11-21", 21),
        ("1960-01-01", 66),
    ];
    World {
        name: "numbers",
        payloads: payloads(&[
            verdicts(&["APPROVED", "SUSPECTED", "DENIED"]),
            last_word(),
            [scores.to_vec(), vec![missing("riskScore")]].concat(),
            [
                (0..4).map(duplicates).collect(),
                vec![put("data.duplicateFaces", "7").says("duplicates", Value::Null)],
            ]
            .concat(),
            [ages.map(age).to_vec(), vec![missing("age")]].concat(),
        ]),
        plain: vec![
            json!({"riskScore": {"below": 10}}),
            json!({"riskScore": {"atLeast": 20}}),
            json!({"riskScore": {"between": [10, 20]}}),
            json!({"riskScore": {"between": [20, 20]}}),
            json!({"riskScore": {"atLeast": 50, "below": 10}}),
            json!({"riskScore": null}),
            json!({"duplicates": {"atLeast": 1}}),
            json!({"duplicates": {"between": [1, 2]}}),
            json!({"duplicates": {"below": 3}}),
            json!({"age": {"below": 18}}),
            json!({"age": {"between": [18, 20]}}),
            json!({"age": {"atLeast": 21}}),
            json!({"age": null}),
            json!({"overall": ["APPROVED", "SUSPECTED"]}),
        ],
        cautious: vec![json!({"age": {"below": 0}}), json!({"not": {"riskScore": null}})],
        lifecycle: false,
    }
}

/// Words where absence has a plain meaning, countries and flags.
pub fn words_and_flags() -> World {
    let known = |word| json!(word);
    let steps = [
        vec![
            absent().says("additionalSteps", known("NOT_CHECKED")),
            hidden("status.additionalSteps", "additionalSteps"),
        ],
        words("status.additionalSteps", "additionalSteps", &["VALID", "INVALID", "NOT_FOUND"]),
    ];
    let screening = [
        vec![
            absent().says("amlCheck", known("NOT_CHECKED")),
            put("amlCheck", "{}").says("amlCheck", Value::Null),
        ],
        words("amlCheck.overallStatus", "amlCheck", &["NO_FLAGS", "TRUE_POSITIVE", "FLAGS_FOUND"]),
    ];
    let country = [
        words("data.docNationality", "nationality", &["LT", "KP", "DE"]),
        vec![missing("nationality")],
    ];
    World {
        name: "words",
        payloads: payloads(&[
            verdicts(&["APPROVED", "SUSPECTED", "DENIED"]),
            last_word(),
            steps.concat(),
            screening.concat(),
            country.concat(),
            flags("data.manuallyDataChanged", "dataChanged"),
            repeated(),
        ]),
        plain: vec![
            json!({"additionalSteps": "VALID"}),
            json!({"additionalSteps": {"not": ["INVALID", "NOT_FOUND"]}}),
            json!({"additionalSteps": ["NOT_CHECKED", {"unlisted": UNLISTED}]}),
            json!({"amlCheck": {"class": "ok"}}),
            json!({"amlCheck": {"not": {"class": "watchlist"}}}),
            json!({"nationality": ["LT", "KP"]}),
            json!({"nationality": {"not": "KP"}}),
            json!({"nationality": [null, {"unlisted": UNLISTED}]}),
            json!({"dataChanged": true}),
            json!({"dataChanged": null}),
            json!({"overall": "APPROVED"}),
            json!({"repeatedKeys": true}),
        ],
        cautious: vec![
            json!({"amlCheck": {"class": ["watchlist", "unknown"]}}),
            json!({"nationality": {"not": {"class": "unknown"}}}),
            json!({"nationality": {"not": null}}),
            json!({"additionalSteps": {"class": "unknown"}}),
        ],
        lifecycle: false,
    }
}

/// Free texts, with patterns of which every combination of answers has a text.
pub fn texts() -> World {
    let id = |id: &str| put("clientId", text(id)).says("clientId", json!(id));
    let ids = ["vip-1", "vip-2", "v", "vip-9", "other"];
    let reference = |id: &str| put("externalRef", text(id)).says("externalRef", json!(id));
    let members = [
        ("\"by hand\"", json!("by hand")),
        ("\"by mistake\"", json!("by mistake")),
        ("\"another\"", json!({"text": "another"})),
        ("7", json!({"text": false})),
    ];
    let reasons = subsets(&members);
    let reasons = reasons
        .into_iter()
        .map(|(raw, says)| put("status.denyReasons", raw).says("denyReasons", says));
    let unreadable = put("status.denyReasons", HIDDEN)
        .says("denyReasons", json!([]))
        .says("denyReasonsHidden", json!({"repeated": true}));
    World {
        name: "texts",
        payloads: payloads(&[
            verdicts(&["APPROVED", "SUSPECTED", "DENIED"]),
            last_word(),
            [ids.map(id).to_vec(), vec![missing("clientId")]].concat(),
            [["aq", "qz", "az", "q"].map(reference).to_vec(), vec![missing("externalRef")]]
                .concat(),
            [reasons.collect(), vec![unreadable]].concat(),
        ]),
        plain: vec![
            json!({"clientId": "vip-1"}),
            json!({"clientId": ["vip-1", "vip-2", null]}),
            json!({"clientId": {"startsWith": "vip-"}}),
            json!({"clientId": {"startsWith": "v"}}),
            json!({"not": {"clientId": {"startsWith": "vip-"}}}),
            json!({"externalRef": {"matches": "a.*"}}),
            json!({"externalRef": {"matches": ".*z"}}),
            json!({"externalRef": [null, {"matches": "a.*"}]}),
            json!({"denyReasons": {"any": ["by hand"]}}),
            json!({"denyReasons": {"all": ["by hand", "by mistake"]}}),
            json!({"denyReasons": {"none": ["by mistake"]}}),
            json!({"overall": "APPROVED"}),
        ],
        cautious: vec![
            json!({"denyReasons": {"empty": true}}),
            json!({"denyReasons": {"empty": false}}),
        ],
        lifecycle: false,
    }
}
