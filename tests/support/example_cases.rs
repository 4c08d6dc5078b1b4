//! What the example policies make of webhooks: for each at least one that it accepts, one that
//! it does not, and the one that makes it dangerous.

use idenfy_rules::policy::Outcome::{self, Accept, Reject, Retry, Review, Wait};
use serde_json::{Value, json};

/// One webhook under one example policy.
pub struct Case {
    pub policy: &'static str,
    pub about: &'static str,
    pub change: Value,
    pub outcome: Outcome,
    /// The rules that decide; none when the state of the delivery does.
    pub rules: &'static [&'static str],
}

type Row = (&'static str, Value, Outcome, &'static [&'static str]);

fn of<const ROWS: usize>(policy: &'static str, rows: [Row; ROWS]) -> Vec<Case> {
    let case = |(about, change, outcome, rules)| Case { policy, about, change, outcome, rules };
    rows.map(case).into()
}

pub fn all() -> Vec<Case> {
    let policies = [
        reject_every_suspected,
        review_every_suspected,
        automatic_checks_only,
        accept_before_final,
        contract_of_2021,
        age_bar,
        aml_clear,
        country_allow_list,
        no_duplicates,
        document_only,
    ];
    policies.into_iter().flat_map(|cases| cases()).collect()
}

fn reject_every_suspected() -> Vec<Case> {
    let suspected = json!({"status": {"overall": "SUSPECTED", "mismatchTags": ["EXPIRY_DATE"]}});
    of(
        "reject-every-suspected",
        [
            ("approved", json!({}), Accept, &["approved"]),
            ("denied", json!({"status": {"overall": "DENIED"}}), Reject, &["denied"]),
            ("passed by hand, one minor flag", suspected, Reject, &["suspected"]),
        ],
    )
}

fn review_every_suspected() -> Vec<Case> {
    let suspected = json!({"status": {"overall": "SUSPECTED", "mismatchTags": ["NAME"]}});
    let screened = json!({"status": {"fraudTags": ["AML_SUSPECTION"]}});
    of(
        "review-every-suspected",
        [
            ("approved", json!({}), Accept, &["approved"]),
            ("passed by hand, another name", suspected, Review, &["suspected"]),
            ("approved although on a watchlist", screened, Accept, &["approved"]),
        ],
    )
}

fn automatic_checks_only() -> Vec<Case> {
    let automatic = |overall, document, face, tags: &[&str]| {
        json!({"status": {"overall": overall, "autoDocument": document, "autoFace": face,
            "manualDocument": null, "manualFace": null, "fraudTags": tags}})
    };
    let good = |overall, tags| automatic(overall, "DOC_VALIDATED", "FACE_MATCH", tags);
    let blurry = automatic("DENIED", "DOC_TOO_BLURRY", "FACE_MATCH", &[]);
    let forged = automatic("DENIED", "DOC_FAKE", "FACE_MATCH", &[]);
    let overruled = json!({"status": {"overall": "SUSPECTED", "manualFace": "FACE_MISMATCH"}});
    of(
        "automatic-checks-only",
        [
            ("approved", good("APPROVED", &[]), Accept, &["passed"]),
            ("blurry", blurry, Retry, &["again"]),
            ("forged", forged, Reject, &["fraud"]),
            (
                "suspected for a flag that counts",
                good("SUSPECTED", &["FAKE_PHOTO"]),
                Review,
                &["otherwise"],
            ),
            ("a person said no", overruled, Review, &["overruled"]),
            (
                "suspected, and nobody looked",
                good("SUSPECTED", &["DEV_TOOLS_OPENED"]),
                Accept,
                &["passed"],
            ),
        ],
    )
}

fn accept_before_final() -> Vec<Case> {
    let early = |overall, face| {
        json!({"final": false, "status": {"overall": overall, "autoFace": face,
            "manualDocument": null, "manualFace": null}})
    };
    of(
        "accept-before-final",
        [
            ("approved", json!({}), Accept, &["approved"]),
            ("refused, and not yet final", early("DENIED", "FACE_MISMATCH"), Wait, &["not-yet"]),
            (
                "refused by the reviewer",
                json!({"status": {"overall": "DENIED"}}),
                Reject,
                &["denied"],
            ),
            (
                "approved before the reviewer",
                early("APPROVED", "FACE_MATCH"),
                Accept,
                &["approved"],
            ),
        ],
    )
}

fn contract_of_2021() -> Vec<Case> {
    let old = |overall, document, reasons: &[&str]| {
        json!({"final": null, "status": {"overall": overall, "autoDocument": document,
            "manualDocument": null, "manualFace": null, "fraudTags": null,
            "suspicionReasons": reasons}})
    };
    let cut_short = old("SUSPECTED", "DOC_VALIDATED", &["FAKE_PHOTO"]);
    let flagged = old("APPROVED", "DOC_VALIDATED", &["AML_SUSPECTION"]);
    of(
        "contract-of-2021",
        [
            ("approved by hand", json!({"final": null}), Accept, &["approved"]),
            ("cut short", cut_short, Reject, &["fraud"]),
            ("denied for glare", old("DENIED", "DOC_FACE_GLARED", &[]), Retry, &["again"]),
            ("denied as forged", old("DENIED", "DOC_FAKE", &[]), Reject, &["denied"]),
            ("approved with a reason for suspicion", flagged, Review, &["otherwise"]),
            (
                "approved by automation, and perhaps not the last word",
                old("APPROVED", "DOC_VALIDATED", &[]),
                Accept,
                &["approved"],
            ),
        ],
    )
}

fn age_bar() -> Vec<Case> {
    let born = |day: &str| json!({"data": {"docDob": day}});
    of(
        "age-bar",
        [
            ("eighteen today", born("2008-11-21"), Accept, &["approved"]),
            (
                "eighteen tomorrow, and the flag was cleared",
                born("2008-11-22"),
                Reject,
                &["too-young"],
            ),
            ("no date of birth", json!({"data": {"docDob": null}}), Review, &["age-unreadable"]),
            ("a year is not a date", born("1990"), Review, &["age-unreadable"]),
        ],
    )
}

fn aml_clear() -> Vec<Case> {
    let current = |status: &str| json!({"AML": null, "amlCheck": {"overallStatus": status}});
    let failed = json!({"AML": [{"status": {"serviceUsed": true, "serviceFound": true,
        "checkSuccessful": false, "serviceSuspected": false, "overallStatus": "NOT_SUSPECTED"},
        "data": []}]});
    of(
        "aml-clear",
        [
            ("the older screening ran", json!({}), Accept, &["approved"]),
            ("the current screening ran", current("NO_FLAGS"), Accept, &["approved"]),
            (
                "the current screening found something",
                current("FLAGS_FOUND"),
                Review,
                &["not-screened", "screening"],
            ),
            ("it ran and failed", failed, Review, &["not-screened", "service-incomplete"]),
            ("approved without a screening", json!({"AML": null}), Review, &["not-screened"]),
            ("somebody dismissed the hit", current("FALSE_POSITIVE"), Accept, &["approved"]),
        ],
    )
}

fn country_allow_list() -> Vec<Case> {
    let from = |country: &str| json!({"data": {"docIssuingCountry": country}});
    let chosen = json!({"data": {"docIssuingCountry": null, "selectedCountry": "LT"}});
    of(
        "country-allow-list",
        [
            ("served", from("PL"), Accept, &["approved"]),
            ("not served", from("BR"), Reject, &["not-served"]),
            ("no country is no permission", chosen, Review, &["no-country"]),
            ("not a country", from("XX"), Review, &["approved"]),
        ],
    )
}

fn no_duplicates() -> Vec<Case> {
    let earlier = json!({"data": {"duplicateFaces": ["6f1c2b9e-0000-4000-8000-000000000009"]}});
    let tagged = json!({"status": {"fraudTags": ["DUPLICATE_PERSONAL_DATA"]}});
    let unread = json!({"data": {"duplicateFaces": null}});
    of(
        "no-duplicates",
        [
            ("never seen", json!({"data": {"duplicateFaces": []}}), Accept, &["approved"]),
            ("data seen before", tagged, Reject, &["second-account"]),
            ("the same customer, back after a failed try", earlier, Reject, &["second-account"]),
            ("nobody looked for duplicates", unread, Accept, &["approved"]),
        ],
    )
}

fn document_only() -> Vec<Case> {
    let check = |document, face| {
        json!({"status": {"autoDocument": document, "autoFace": face, "manualDocument": null,
            "manualFace": null}})
    };
    let tagged = |tag: &str| json!({"status": {"autoFace": "FACE_NOT_CHECKED", "manualFace": null, "fraudTags": [tag]}});
    of(
        "document-only",
        [
            ("a face that matches does no harm", json!({}), Accept, &["document-good"]),
            (
                "nothing said about the face",
                check("DOC_VALIDATED", json!(null)),
                Review,
                &["otherwise"],
            ),
            ("blocklisted", tagged("DOC_FACE_BLACKLISTED"), Reject, &["blocklisted"]),
            ("a flag of tomorrow", tagged("NEW_FLAG"), Review, &["unknown-flag"]),
            (
                "somebody else's document",
                check("DOC_VALIDATED", json!("FACE_NOT_CHECKED")),
                Accept,
                &["document-good"],
            ),
        ],
    )
}
