//! The example policies do what they say, and the README says what the built-in ones do
//! with the dangerous cases.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use idenfy_rules::Date;
use idenfy_rules::policy::{Arrival, Outcome, Policy};
use serde_json::{Value, json};

#[path = "support/dangerous.rs"]
mod dangerous;
#[path = "support/example_cases.rs"]
mod example_cases;
#[path = "support/golden.rs"]
mod golden;

use example_cases::Case;
use golden::Golden;

const FOLDER: &str = "core/examples/policies";
const PAGE: Golden = Golden { path: "README.md", command: "BLESS=1 cargo test --test policies" };
const TODAY: &str = "2026-11-21";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The example documents by name, the file being named as the policy is.
fn documents() -> Vec<(String, String)> {
    let entries = fs::read_dir(root().join(FOLDER)).expect(FOLDER);
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let is_policy = |path: &PathBuf| {
        let name = path.to_string_lossy();
        name.ends_with(".json") && !name.ends_with(".test.json")
    };
    let json = paths.filter(is_policy);
    let document = |path: PathBuf| {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).expect("a readable policy"))
    };
    json.map(document).collect()
}

/// A webhook that is good in every way, changed: `null` removes a member.
fn body(change: &Value) -> String {
    let mut body = json!({
        "scanRef": "6f1c2b9e-0000-4000-8000-000000000001",
        "clientId": "client-1",
        "final": true,
        "status": {"overall": "APPROVED", "autoDocument": "DOC_VALIDATED", "autoFace": "FACE_MATCH",
            "manualDocument": "DOC_VALIDATED", "manualFace": "FACE_MATCH",
            "fraudTags": [], "mismatchTags": []},
        "data": {"docDob": "1990-01-01", "docIssuingCountry": "LT"},
        "AML": [{"status": {"serviceUsed": true, "serviceFound": true, "checkSuccessful": true,
            "serviceSuspected": false, "overallStatus": "NOT_SUSPECTED"}, "data": []}],
    });
    apply(&mut body, change);
    body.to_string()
}

fn apply(value: &mut Value, change: &Value) {
    match (value, change) {
        (Value::Object(members), Value::Object(changes)) => {
            for (key, change) in changes {
                apply(members.entry(key).or_insert(Value::Null), change);
            }
        }
        (value, change) => *value = change.clone(),
    }
}

fn load(name: &str, text: &str) -> Policy {
    Policy::from_json(text.as_bytes(), None)
        .unwrap_or_else(|error| panic!("{name}: {error} at `{}`", error.pointer()))
}

#[test]
fn every_example_loads_and_explains_itself() {
    let documents = documents();
    assert_eq!(documents.len(), 10);
    let readme = fs::read_to_string(root().join(FOLDER).join("README.md")).expect("README.md");
    for (name, text) in documents {
        assert_eq!(load(&name, &text).name(), name);
        let document: Value = serde_json::from_str(&text).expect("JSON");
        assert!(document["about"].is_string(), "{name} has no `about`");
        for rule in document["rules"].as_array().expect("rules") {
            assert!(rule["why"].is_string(), "{name}: {} has no `why`", rule["id"]);
        }
        assert!(readme.contains(&format!("({name}.json)")), "README.md does not tell of {name}");
    }
}

#[test]
fn the_examples_do_what_they_say() {
    let policies: Vec<_> =
        documents().into_iter().map(|(name, text)| (load(&name, &text), name)).collect();
    let today = Some(Date::read(TODAY).expect("a date"));
    let mut differing = Vec::new();
    for Case { policy, about, change, outcome, rules } in example_cases::all() {
        let (loaded, _) = policies.iter().find(|(_, name)| name == policy).expect(policy);
        let arrival = Arrival { today, ..Arrival::default() };
        let found = loaded.evaluate(body(&change).as_bytes(), &arrival).expect("a usable body");
        if found.outcome != outcome || found.rules != rules {
            differing.push(format!(
                "{policy}: {about}: expected {outcome} by {rules:?}, found {} by {:?}",
                found.outcome, found.rules
            ));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn every_example_is_tried_from_both_sides() {
    for (name, _) in documents() {
        let cases = || example_cases::all().into_iter().filter(|case| case.policy == name);
        let accepts = |case: &Case| case.outcome == Outcome::Accept;
        assert!(cases().any(|case| accepts(&case)), "{name} accepts nobody");
        assert!(cases().any(|case| !accepts(&case)), "{name} accepts everybody");
        let abouts: BTreeSet<_> = cases().map(|case| case.about).collect();
        assert!(abouts.len() >= 3, "{name} has {} webhooks", abouts.len());
    }
}

#[test]
fn strict_accepts_no_dangerous_case_but_these() {
    let accepted = [
        "APPROVED, under age by its date of birth alone",
        "APPROVED, AML not run",
        "SUSPECTED, manual checks passed, only minor flags",
    ];
    assert_eq!(dangerous::accepted(&Policy::strict()), accepted);
}

#[test]
fn the_table_of_dangerous_cases_is_up_to_date() {
    PAGE.check_parts(&[("dangerous", dangerous::table())]);
}
