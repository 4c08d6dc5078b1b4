//! Vectors of test files: what becomes of their cases, and what is wrong with them.

use idenfy_rules::policy::testing;
use serde_json::json;

use crate::compare::{differences, exact_keys, exact_keys_of_items};
use crate::files::Vector;
use crate::forms::{TestFileInput, bytes, form};
use crate::webhook::policy;

pub fn check(case: &Vector) -> Result<Vec<String>, String> {
    let input: TestFileInput = form(&case.input)?;
    let file = bytes(input.file.as_ref(), input.text.as_deref(), None)?;
    let run = testing::run(&policy(&input.policy)?, &file);
    Ok(match run {
        Ok(run) => {
            let form = serde_json::to_value(&run).expect("a form");
            let keys = ["format", "passed", "policy", "counts", "cases", "rules", "otherwise"];
            let mut failures = differences(&case.expect, &form);
            failures.extend(exact_keys("a run", &form, &keys));
            let keys = ["name", "passed", "expected", "got", "error"];
            failures.extend(exact_keys_of_items("`cases`", &form["cases"], &keys));
            failures
        }
        Err(error) => {
            let found = json!({"error": error.code(), "pointer": error.pointer().as_str(),
                "suggestion": error.suggestion()});
            let mut failures = differences(&case.expect, &found);
            if error.to_string().ends_with('.') {
                failures.push(format!("the message ends with a period: {error}"));
            }
            failures
        }
    })
}
