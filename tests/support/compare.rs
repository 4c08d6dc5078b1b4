//! What a vector claims against what was found: a test names only what differs.

use serde_json::{Map, Value};

/// Every claim that does not hold. Keys that are absent from `claimed` are not compared, in
/// nested objects neither; lists and plain values are compared exactly.
pub fn differences(claimed: &Value, found: &Value) -> Vec<String> {
    let mut differing = Vec::new();
    compare("", claimed, found, &mut differing);
    differing
}

fn compare(place: &str, claimed: &Value, found: &Value, differing: &mut Vec<String>) {
    match (claimed, found) {
        (Value::Object(claimed), Value::Object(found)) => {
            for (key, value) in claimed {
                let inner = format!("{place}/{key}");
                match found.get(key) {
                    Some(there) => compare(&inner, value, there, differing),
                    None => differing.push(format!("{inner}: expected {value}, found no such key")),
                }
            }
        }
        _ if claimed == found => {}
        _ => differing.push(format!("{place}: expected {claimed}, found {found}")),
    }
}

/// Whether an object has exactly these keys; names the difference if not.
pub fn exact_keys(what: &str, value: &Value, keys: &[&str]) -> Vec<String> {
    let Some(object) = value.as_object() else { return vec![format!("{what} is not an object")] };
    let mut wanted = keys.to_vec();
    wanted.sort_unstable();
    let found = sorted_keys(object);
    if found == wanted {
        return Vec::new();
    }
    vec![format!("the keys of {what} are {found:?}, not {wanted:?}")]
}

/// The same for every item of a list.
pub fn exact_keys_of_items(what: &str, list: &Value, keys: &[&str]) -> Vec<String> {
    match list.as_array() {
        Some(items) => items.iter().flat_map(|item| exact_keys(what, item, keys)).collect(),
        None => vec![format!("{what} is not in a list")],
    }
}

/// The same for an object that may be null.
pub fn exact_keys_unless_null(what: &str, value: &Value, keys: &[&str]) -> Vec<String> {
    if value.is_null() { Vec::new() } else { exact_keys(what, value, keys) }
}

fn sorted_keys(object: &Map<String, Value>) -> Vec<&str> {
    let mut keys: Vec<&str> = object.keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}
