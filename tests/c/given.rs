//! What the vectors and examples give, for both languages.

use std::fs;
use std::path::Path;

use idenfy_rules::policy::{Arrival, Policy};
use idenfy_rules::{Date, sign};
use serde_json::{Value, json};

use crate::driver::{Field, maybe, text};
use crate::files::Vector;
use crate::forms::{DeliveryForm, WebhookInput, bytes, form};

pub const KEY: &[u8] = b"signing key of the vectors";

/// A webhook of a vector and the policy that it meets, for both languages.
pub struct Given {
    pub policy: Policy,
    pub named: String,
    pub body: Vec<u8>,
    event: Option<String>,
    today: Option<Date>,
}

impl Given {
    pub fn arrival(&self) -> Arrival<'_> {
        Arrival { event_type: self.event.as_deref(), today: self.today, ..Arrival::default() }
    }

    /// Policy, body, event, day; then signature and key if it is to be verified.
    pub fn fields(&self, signature: Option<&str>) -> Vec<Field> {
        let mut fields =
            vec![text(&self.named), Some(self.body.clone()), maybe(self.event.as_deref())];
        fields.extend(day(self.today));
        fields.extend([maybe(signature), signature.map(|_| KEY.to_vec())]);
        fields
    }

    pub fn signed(&self) -> String {
        sign(&self.body, KEY).expect("the key is not empty")
    }
}

/// Year, month and day, all 0 where the day is not told.
pub fn day(today: Option<Date>) -> Vec<Field> {
    let iso = today.map_or_else(|| "0-0-0".to_owned(), Date::to_iso);
    iso.split('-').map(text).collect()
}

/// A built-in policy by its name, or one by its document; for both languages.
pub fn named(policy: &Value) -> (String, Policy) {
    match policy.as_str() {
        Some("documented") => ("documented".to_owned(), Policy::documented()),
        Some("strict") => ("strict".to_owned(), Policy::strict()),
        _ => {
            let document = policy.to_string();
            let policy = Policy::from_json(document.as_bytes(), None).expect("a policy");
            (document, policy)
        }
    }
}

pub fn given(case: &Vector) -> Given {
    let input: WebhookInput = form(&case.input).expect("an input");
    let body = bytes(input.payload.as_ref(), input.body.as_deref(), input.body_base64.as_deref());
    let today = input.today.as_deref().map(|day| Date::read(day).expect("a day"));
    let (named, policy) = named(&input.policy);
    Given { policy, named, body: body.expect("a body"), event: input.event, today }
}

/// A delivery of a history, and the signature that it comes with.
pub fn arrived(policy: &Value, delivery: &DeliveryForm) -> (Option<String>, Given) {
    let body = bytes(delivery.payload.as_ref(), delivery.body.as_deref(), None).expect("a body");
    let (named, policy) = named(policy);
    let given = Given { policy, named, body, event: delivery.event.clone(), today: None };
    (delivery.verified.then(|| given.signed()), given)
}

/// A policy of the examples with the file of its tests, by its name.
pub fn example(name: &str) -> (String, Policy, Vec<u8>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("core/examples/policies");
    let read = |name: String| fs::read(folder.join(name)).expect("an example");
    let document = match name {
        "documented" | "strict" => json!(name),
        _ => serde_json::from_slice(&read(format!("{name}.json"))).expect("a document"),
    };
    let (named, policy) = named(&document);
    (named, policy, read(format!("{name}.test.json")))
}
