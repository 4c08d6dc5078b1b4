//! Which usual mistake explains a signature that does not match?

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use serde::Serialize;
use subtle::ConstantTimeEq;

use crate::json::{self, Layout, Limits, Value};
use crate::vocab::words;

use super::key::authenticate;
use super::key::private::Key;
use super::signature::{decode, verify};

macro_rules! causes {
    ($( $variant:ident = $number:literal, $text:literal, $hint:literal; )+) => {
        words! {
            /// The usual mistakes behind a signature that does not match.
            #[non_exhaustive]
            #[repr(u8)]
            Cause;
            $( #[doc = $hint] $variant = $number => $text; )+
        }

        impl Cause {
            /// What to do about it.
            #[must_use]
            pub const fn hint(self) -> &'static str {
                match self { $( Self::$variant => $hint, )+ }
            }
        }
    };
}

causes! {
    Reserialised = 1, "reserialised", "The body was parsed and written again before it was verified. Verify the raw bytes as they came, before any JSON parser.";
    TrailingNewline = 2, "trailing_newline", "A line feed at the end of the body was added or lost on the way to the verification. Verify the raw bytes.";
    Bom = 3, "bom", "A byte order mark was added or lost on the way to the verification. Verify the raw bytes.";
    Base64 = 4, "base64", "The signature was written in base64 somewhere on the way. The vendor sends 64 hex digits.";
    ApiSecret = 5, "api_secret", "The body has the form of 2021, when the API secret was the key. Verify with the API secret, or set a signing key on the notification.";
    KeyWhitespace = 6, "key_whitespace", "The key has white space around it that the notification has not, or the other way round. Trim it where it is stored.";
    WrongHeader = 7, "wrong_header", "This is not an `Idenfy-Signature`: 64 hex digits without a prefix. Look at which header is passed.";
    Unknown = 8, "unknown", "No usual mistake explains it. Check that the key is the one of this very notification, not the API key or secret, and that the body is complete.";
}

/// The mistake that explains a mismatch. It is a guess for developers: a webhook stays refused.
///
/// Neither a key nor the right signature appears in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Diagnosis {
    /// The mistake.
    pub cause: Cause,
    /// What to do about it.
    pub hint: &'static str,
}

/// Looks for the mistake that makes [`verify`](super::verify) refuse these bytes.
///
/// It tries what usually goes wrong: another layout of the same JSON, a line feed or byte order
/// mark, white space around the key, base64. `unknown` when nothing fits, also when there is
/// nothing to explain because the signature is genuine. For developers, not for the request
/// path: it computes some dozens of signatures.
///
/// ```
/// use idenfy_rules::webhook::{Cause, diagnose, sign};
/// let header = sign(br#"{"final":true}"#, b"key").unwrap();
/// let reserialised = br#"{"final": true}"#;
/// let diagnosis = diagnose(reserialised, Some(header.as_bytes()), &[b"key"]);
/// assert_eq!(diagnosis.cause, Cause::Reserialised);
/// ```
#[must_use]
pub fn diagnose<K: AsRef<[u8]>>(body: &[u8], header: Option<&[u8]>, keys: &[K]) -> Diagnosis {
    let keys: Vec<&[u8]> = keys.iter().map(AsRef::as_ref).filter(|key| !key.is_empty()).collect();
    let header = header.unwrap_or_default();
    let cause = match decode(header) {
        _ if keys.is_empty() || verify(body, Some(header), &keys).is_ok() => Cause::Unknown,
        Ok(given) => of_mismatch(body, &given, &keys),
        Err(_) if is_base64_of_a_signature(body, header, &keys) => Cause::Base64,
        Err(_) => Cause::WrongHeader,
    };
    Diagnosis { cause, hint: cause.hint() }
}

fn of_mismatch(body: &[u8], given: &[u8; 32], keys: &[&[u8]]) -> Cause {
    let signed = |body: &[u8], key: &[u8]| signs(key, body, given);
    let signed_by_any = |body: &[u8]| keys.iter().any(|key| signed(body, key));
    let respaced = || keys.iter().flat_map(|key| with_other_space(key));
    if line_ends(body).iter().any(|body| signed_by_any(body)) {
        Cause::TrailingNewline
    } else if signed_by_any(&with_other_mark(body)) {
        Cause::Bom
    } else if respaced().any(|key| signed(body, &key)) {
        Cause::KeyWhitespace
    } else if layouts(body).iter().any(|text| signed_by_any(text.as_bytes())) {
        Cause::Reserialised
    } else if is_of_2021(body) {
        Cause::ApiSecret
    } else {
        Cause::Unknown
    }
}

/// The body without its line feeds at the end, and with one more.
fn line_ends(body: &[u8]) -> Vec<Vec<u8>> {
    let bare = body.trim_ascii_end();
    [&b""[..], b"\n", b"\r\n"].iter().map(|end| [bare, end].concat()).collect()
}

/// The body without its byte order mark, or with one.
fn with_other_mark(body: &[u8]) -> Vec<u8> {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    body.strip_prefix(MARK).map_or_else(|| [MARK, body].concat(), <[u8]>::to_vec)
}

/// The key without white space around it, and with what a file or a form may add.
fn with_other_space(key: &[u8]) -> Vec<Vec<u8>> {
    let bare = key.trim_ascii();
    let added = [
        (&b""[..], &b""[..]),
        (b"", b"\n"),
        (b"", b"\r\n"),
        (b"", b" "),
        (b" ", b""),
        (b" ", b" "),
    ];
    added.iter().map(|(before, after)| [before, bare, after].concat()).collect()
}

/// The same JSON as the usual libraries write it.
fn layouts(body: &[u8]) -> Vec<String> {
    let Ok(value) = json::read(body.trim_ascii(), &Limits::default()) else { return Vec::new() };
    Layout::USUAL.iter().map(|layout| layout.write(&value)).collect()
}

/// The contract of 2021: no `final`, reasons under their old name.
fn is_of_2021(body: &[u8]) -> bool {
    let Ok(Value::Object(body)) = json::read(body, &Limits::default()) else { return false };
    let status = body.get("status").and_then(Value::as_object);
    let old_name = status.is_some_and(|status| status.get("suspicionReasons").is_some());
    body.get("final").is_none() && old_name
}

/// Whether the header is the right signature in base64, of its bytes or of its hex digits.
fn is_base64_of_a_signature(body: &[u8], header: &[u8], keys: &[&[u8]]) -> bool {
    let Some(bytes) = base64(header) else { return false };
    let given = <[u8; 32]>::try_from(bytes.as_slice()).ok().or_else(|| decode(&bytes).ok());
    given.is_some_and(|given| keys.iter().any(|key| signs(key, body, &given)))
}

/// Whether a key makes this signature of a body.
fn signs(key: &[u8], body: &[u8], given: &[u8; 32]) -> bool {
    key.prepared().is_ok_and(|key| authenticate(key, body).ct_eq(given).into())
}

/// Decodes base64 of either alphabet, with or without padding.
fn base64(text: &[u8]) -> Option<Vec<u8>> {
    let bare = text.trim_ascii();
    let bare = bare.strip_suffix(b"=").unwrap_or(bare);
    let bare = bare.strip_suffix(b"=").unwrap_or(bare);
    STANDARD_NO_PAD.decode(bare).or_else(|_| URL_SAFE_NO_PAD.decode(bare)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::webhook::sign;

    const BODY: &[u8] = br#"{"scanRef":"s","name":"\u017d","final":true}"#;
    const KEY: &[u8] = b"signing key";

    fn cause(body: &[u8], header: &str, key: &[u8]) -> Cause {
        diagnose(body, Some(header.as_bytes()), &[b"another", key]).cause
    }

    #[test]
    fn each_usual_mistake_is_named() {
        let header = sign(BODY, KEY).unwrap();
        let spaced = "{\"scanRef\": \"s\", \"name\": \"\u{17d}\", \"final\": true}";
        assert_eq!(cause(spaced.as_bytes(), &header, KEY), Cause::Reserialised);
        assert_eq!(cause(&[BODY, b"\n"].concat(), &header, KEY), Cause::TrailingNewline);
        let with_end = sign(&[BODY, b"\n"].concat(), KEY).unwrap();
        assert_eq!(cause(BODY, &with_end, KEY), Cause::TrailingNewline);
        assert_eq!(cause(&[b"\xEF\xBB\xBF", BODY].concat(), &header, KEY), Cause::Bom);
        assert_eq!(cause(BODY, &header, b"signing key\n"), Cause::KeyWhitespace);
        let spaced_key = sign(BODY, b"signing key ").unwrap();
        assert_eq!(cause(BODY, &spaced_key, KEY), Cause::KeyWhitespace);
        let encoded =
            base64::engine::general_purpose::STANDARD.encode(decode(header.as_bytes()).unwrap());
        assert_eq!(cause(BODY, &encoded, KEY), Cause::Base64);
        assert_eq!(cause(BODY, &encoded.replace('=', ""), KEY), Cause::Base64);
        for other in
            ["", "IDENTIFICATION_EXPIRED", "Basic dXNlcjpwYXNz", &format!("sha256={header}")]
        {
            assert_eq!(cause(BODY, other, KEY), Cause::WrongHeader, "{other}");
        }
        let old = br#"{"scanRef":"s","status":{"overall":"APPROVED","suspicionReasons":[]}}"#;
        assert_eq!(cause(old, &header, KEY), Cause::ApiSecret);
        assert_eq!(cause(b"{}", &header, KEY), Cause::Unknown);
        assert_eq!(cause(BODY, &header, KEY), Cause::Unknown);
        assert_eq!(diagnose::<&[u8]>(BODY, None, &[]).cause, Cause::Unknown);
    }

    #[test]
    fn a_diagnosis_shows_neither_key_nor_signature() {
        let right = sign(b"{}", KEY).unwrap();
        let form = serde_json::to_string(&diagnose(b"{}", Some(&[b'0'; 64]), &[KEY])).unwrap();
        assert!(!form.contains(&right) && !form.contains("signing key"));
        assert!(form.starts_with(r#"{"cause":"unknown","hint":""#));
    }
}
