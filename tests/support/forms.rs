//! The inputs and expectations of each area, as `tests/vectors/README.md` documents them.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value, json};

/// Reads a form, or says what is wrong with the vector itself.
pub fn form<T: DeserializeOwned>(value: &Value) -> Result<T, String> {
    T::deserialize(value).map_err(|error| format!("the vector itself is wrong: {error}"))
}

/// The bytes that a vector gives: exactly one of any JSON value, raw text, base64.
pub fn bytes(
    json: Option<&Value>,
    text: Option<&str>,
    base64: Option<&str>,
) -> Result<Vec<u8>, String> {
    match (json, text, base64) {
        (Some(json), None, None) => Ok(json.to_string().into_bytes()),
        (None, Some(text), None) => Ok(text.as_bytes().to_vec()),
        (None, None, Some(base64)) => decode(base64),
        _ => Err("the vector must give the body in exactly one form".to_owned()),
    }
}

/// Standard base64, padded or not.
fn decode(text: &str) -> Result<Vec<u8>, String> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut decoded, mut buffer, mut bits) = (Vec::new(), 0_u32, 0);
    for byte in text.trim_end_matches('=').bytes() {
        let digit = DIGITS.iter().position(|known| *known == byte).ok_or("bad base64")?;
        buffer = buffer << 6 | u32::try_from(digit).expect("a digit is below 64");
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            decoded.push(u8::try_from(buffer >> bits & 0xff).expect("one byte"));
        }
    }
    Ok(decoded)
}

/// Tells `null` from an absent key.
fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenInput {
    #[serde(default, deserialize_with = "given")]
    pub request: Option<Value>,
    pub body: Option<String>,
    pub body_base64: Option<String>,
    #[serde(default)]
    pub profile: ProfileForm,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct ProfileForm {
    pub environment: Option<String>,
    pub today: Option<String>,
    pub mobile_code_max_expiry: Option<u32>,
    pub extra_document_types: Option<Vec<String>>,
    pub enabled_features: Option<Vec<String>>,
    pub allowed_token_types: Option<Vec<String>>,
    pub supported_countries: Option<Vec<String>>,
    pub supported_documents: Option<BTreeMap<String, Vec<String>>>,
    pub questionnaires: Option<Vec<String>>,
    pub risk_profiles: Option<Vec<String>>,
    pub themes: Option<Vec<String>>,
    pub lints: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenExpect {
    pub errors: Option<Vec<Finding>>,
    #[serde(default)]
    pub warnings: Vec<Finding>,
}

/// A finding of a report. An identifier that is not stated is not compared.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    pub pointer: String,
    pub code: String,
    #[serde(default, deserialize_with = "given")]
    pub identifier: Option<Option<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResponseInput {
    pub status: Option<u16>,
    #[serde(default)]
    pub headers: BTreeMap<String, OneOrMany>,
    pub body: Option<String>,
    pub body_base64: Option<String>,
    pub transport: Option<String>,
    pub attempt: u32,
    pub operation: Option<String>,
    #[serde(default)]
    pub context: ContextForm,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    pub fn values(&self) -> &[String] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Many(values) => values,
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct ContextForm {
    pub max_attempts: Option<u32>,
    pub retry_after_cap_s: Option<u64>,
    pub previous_outcome_unknown: Option<bool>,
    pub retry_budget_empty: Option<bool>,
    pub client_id: Option<String>,
    pub created_at_unix: Option<i64>,
    pub expiry_time_s: Option<u64>,
    pub session_length_s: Option<u64>,
    pub now_unix: Option<i64>,
    pub jitter: Option<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebhookInput {
    #[serde(default, deserialize_with = "given")]
    pub payload: Option<Value>,
    pub body: Option<String>,
    pub body_base64: Option<String>,
    pub event: Option<String>,
    pub policy: Value,
    pub today: Option<String>,
}

/// What is claimed about an error: an error is expected exactly if `error` is there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErrorExpect {
    pub error: String,
    pub pointer: Option<String>,
    #[serde(default, deserialize_with = "given")]
    pub suggestion: Option<Option<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureInput {
    pub body: Option<String>,
    pub body_base64: Option<String>,
    pub header: Option<String>,
    pub keys: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureExpect {
    pub valid: bool,
    pub code: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyInput {
    #[serde(default, deserialize_with = "given")]
    pub document: Option<Value>,
    pub text: Option<String>,
    pub base: Option<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyExpect {
    pub name: Option<String>,
    #[serde(default, deserialize_with = "given")]
    pub revision: Option<Option<String>>,
    pub rules: Option<Vec<String>>,
    pub fingerprint: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestFileInput {
    pub policy: Value,
    #[serde(default, deserialize_with = "given")]
    pub file: Option<Value>,
    pub text: Option<String>,
}

/// What is asked of one policy or of two.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnalysisInput {
    pub ask: String,
    pub policy: Value,
    pub other: Option<Value>,
    pub never: Option<String>,
    pub always: Option<String>,
    pub when: Option<Value>,
    pub lines: Option<Vec<Value>>,
    pub today: Option<String>,
    pub steps: Option<u64>,
    pub regions: Option<usize>,
}

impl AnalysisInput {
    /// What is given besides the policies, as C takes it: a claim, or lines.
    pub fn text(&self) -> Option<String> {
        let AnalysisInput { never, always, when, lines, .. } = self;
        let claim = when.as_ref().map(|when| {
            let outcomes = [("never", never), ("always", always)].into_iter();
            let said = outcomes.filter_map(|(key, word)| Some((key, json!(word.as_ref()?))));
            let members = said.chain([("when", when.clone())]);
            let members = members.map(|(key, value)| (key.to_owned(), value));
            Value::Object(members.collect::<Map<_, _>>()).to_string()
        });
        let line = |line: &Value| line.as_str().map_or_else(|| line.to_string(), str::to_owned);
        let lines = lines.as_ref().map(|lines| lines.iter().map(line).collect::<Vec<_>>());
        claim.or(lines.map(|lines| lines.join("\n")))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HistoryInput {
    pub policy: Value,
    pub deliveries: Vec<DeliveryForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeliveryForm {
    #[serde(default, deserialize_with = "given")]
    pub payload: Option<Value>,
    pub body: Option<String>,
    pub event: Option<String>,
    #[serde(default)]
    pub verified: bool,
}

/// What is claimed of each delivery, and of the record after the last one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HistoryExpect {
    pub kinds: Option<Vec<String>>,
    pub acts: Option<Vec<bool>>,
    pub record: Option<Value>,
    pub error: Option<String>,
}
