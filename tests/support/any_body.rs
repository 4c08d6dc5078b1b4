//! Webhook bodies by chance: good words often, so that accepts occur, and everything else too.

use idenfy_rules::vocab::{
    AdditionalStepStatus, AgeEstimate, DocumentStatus, DocumentType, FaceStatus, Overall, Platform,
    Risk, Screening, Tag, Vocabulary,
};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// A word that no vocabulary has, and that no generated policy names.
pub const UNKNOWN: &str = "ZZ_NEVER_HEARD_OF";

type Member = (&'static str, Option<Value>);

/// Bodies that are the last word about a verification.
pub fn bodies() -> BoxedStrategy<Value> {
    let parts = (status().boxed(), data().boxed(), sides().boxed());
    let whole = parts.prop_map(|(status, data, sides)| {
        let mut body = json!({"scanRef": "scan-1", "final": true, "status": status, "data": data});
        let Value::Object(members) = sides else { unreachable!("an object") };
        body.as_object_mut().expect("an object").extend(members);
        body
    });
    whole.boxed()
}

fn status() -> impl Strategy<Value = Value> {
    let overall = prop_oneof![
        4 => Just(json!("APPROVED")),
        4 => Just(json!("SUSPECTED")),
        2 => Just(json!("DENIED")),
        1 => word(Overall::VOCABULARY, "DENIED"),
    ];
    let document = || option::weighted(0.7, word(DocumentStatus::VOCABULARY, "DOC_VALIDATED"));
    let face = || option::weighted(0.7, word(FaceStatus::VOCABULARY, "FACE_MATCH"));
    let checks = (document(), document(), face(), face());
    let lists = (tags(), tags(), tags());
    let steps = option::weighted(0.3, word(AdditionalStepStatus::VOCABULARY, "VALID"));
    let screening = || option::weighted(0.2, word(Screening::VOCABULARY, "NO_FLAGS"));
    (overall, checks, lists, steps, screening(), screening()).prop_map(
        |(overall, checks, lists, steps, peps, result)| {
            object(vec![
                ("overall", Some(overall)),
                ("autoDocument", checks.0),
                ("manualDocument", checks.1),
                ("autoFace", checks.2),
                ("manualFace", checks.3),
                ("fraudTags", lists.0),
                ("mismatchTags", lists.1),
                ("suspicionReasons", lists.2),
                ("additionalSteps", steps),
                ("pepsStatus", peps),
                ("amlResultClass", result),
            ])
        },
    )
}

fn data() -> impl Strategy<Value = Value> {
    let country = || option::of(select(vec!["LT", "LV", "KP", "ZZ"]).prop_map(Value::from));
    let known = (
        option::of(word(DocumentType::VOCABULARY, "PASSPORT")),
        option::weighted(0.3, word(AgeEstimate::VOCABULARY, "OVER_30")),
        option::weighted(0.3, word(Risk::VOCABULARY, "LOW")),
        option::of(any::<bool>().prop_map(Value::from)),
        option::weighted(0.2, (0..2_usize).prop_map(|count| json!(vec!["scan-0"; count]))),
    );
    (known, country(), country(), country()).prop_map(
        |((docs, age, risk, changed, duplicates), nationality, issuing, selected)| {
            object(vec![
                ("docType", docs),
                ("ageEstimate", age),
                ("clientIpProxyRiskLevel", risk),
                ("manuallyDataChanged", changed),
                ("duplicateFaces", duplicates),
                ("docNationality", nationality),
                ("docIssuingCountry", issuing),
                ("selectedCountry", selected),
            ])
        },
    )
}

fn sides() -> impl Strategy<Value = Value> {
    let id = || option::of(select(vec!["vip-1", "vip-2", "other"]).prop_map(Value::from));
    let score = option::of((0..100).prop_map(|score| json!({"riskScore": score})));
    let screening = word(Screening::VOCABULARY, "NO_FLAGS");
    let check = option::weighted(0.3, screening.prop_map(|word| json!({"overallStatus": word})));
    let country = option::of(select(vec!["LT", "KP"]).prop_map(Value::from));
    let platform = option::of(word(Platform::VOCABULARY, "MOBILE"));
    let blocks = option::weighted(0.2, service().prop_map(|block| json!([block])));
    (id(), id(), id(), score, check, country, platform, blocks).prop_map(
        |(client, reference, company, score, check, country, platform, blocks)| {
            object(vec![
                ("clientId", client),
                ("externalRef", reference),
                ("companyId", company),
                ("riskAssessment", score),
                ("amlCheck", check),
                ("clientIpCountry", country),
                ("platform", platform),
                ("AML", blocks),
            ])
        },
    )
}

fn service() -> impl Strategy<Value = Value> {
    let status = select(vec!["SUSPECTED", "NOT_SUSPECTED", "MAYBE"]);
    (any::<bool>(), any::<bool>(), any::<bool>(), status).prop_map(
        |(suspected, used, successful, status)| {
            json!({"status": {"serviceSuspected": suspected, "serviceUsed": used,
                "serviceFound": true, "checkSuccessful": successful, "overallStatus": status}})
        },
    )
}

fn tags() -> impl Strategy<Value = Option<Value>> {
    let harmless = select(vec!["DEV_TOOLS_OPENED", "EXPIRY_DATE"]).prop_map(Value::from);
    let tag = prop_oneof![2 => harmless, 1 => word(Tag::VOCABULARY, "NAME")];
    let list = prop_oneof![
        2 => Just(Vec::new()),
        1 => prop::collection::vec(tag, 1..3),
    ];
    option::weighted(0.8, list.prop_map(Value::from))
}

/// The good word, any word, or one that no vocabulary has.
///
/// Boxed, like the parts of a body: nested in one type they overflow the stack of a test.
fn word(vocabulary: Vocabulary, good: &'static str) -> BoxedStrategy<Value> {
    let words: Vec<&str> = vocabulary.words.iter().map(|word| word.text).collect();
    let word = prop_oneof![6 => Just(good), 3 => select(words), 1 => Just("BRAND_NEW")];
    word.prop_map(Value::from).boxed()
}

fn object(members: Vec<Member>) -> Value {
    let there = members.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(there.collect::<Map<_, _>>())
}
