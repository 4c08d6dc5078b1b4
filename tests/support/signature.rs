//! Signature vectors: is a body genuine, and if not, why?

use idenfy_rules::webhook::{SigningKey, diagnose, verify};

use crate::files::Vector;
use crate::forms::{SignatureExpect, SignatureInput, bytes, form};

pub fn check(case: &Vector) -> Result<Vec<String>, String> {
    let input: SignatureInput = form(&case.input)?;
    let expect: SignatureExpect = form(&case.expect)?;
    let body = bytes(None, input.body.as_deref(), input.body_base64.as_deref())?;
    let keys: Vec<&[u8]> = input.keys.iter().map(String::as_bytes).collect();
    let header = input.header.as_deref().map(str::as_bytes);

    let found = verify(&body, header, &keys).err().map(|error| error.code());
    let mut failures = Vec::new();
    if found.is_none() != expect.valid {
        failures.push(format!("expected valid = {}, found {found:?}", expect.valid));
    }
    if let Some(code) = &expect.code
        && found != Some(code)
    {
        failures.push(format!("expected {code}, found {found:?}"));
    }
    failures.extend(prepared_faults(&body, header, &keys));
    Ok(failures)
}

/// A key that was prepared is the same key.
fn prepared_faults(body: &[u8], header: Option<&[u8]>, keys: &[&[u8]]) -> Vec<String> {
    let prepared = keys.iter().map(|key| SigningKey::new(*key)).collect::<Result<Vec<_>, _>>();
    let Ok(prepared) = prepared else { return Vec::new() };
    let mut faults = Vec::new();
    if verify(body, header, &prepared) != verify(body, header, keys) {
        faults.push("a prepared key verifies in another way".to_owned());
    }
    if diagnose(body, header, &prepared) != diagnose(body, header, keys) {
        faults.push("a prepared key is diagnosed in another way".to_owned());
    }
    faults
}
