//! Is a webhook genuine? HMAC-SHA256 over the raw bytes of the body.
//!
//! Source: security/callback-signing page (2026): header `Idenfy-Signature`, 64 hex digits,
//! key = the UTF-8 text of the signing key of that one notification.

use sha2::{Digest, Sha256};
use subtle::{Choice, ConstantTimeEq};
use thiserror::Error;

use crate::error::codes;

use super::key::private::Key as _;
use super::key::{Key, Prepared, authenticate, authenticate_and_digest};

/// Hex digits of a signature, which are bytes of text.
const DIGITS: usize = 64;

codes! {
    /// Why a webhook is not to be trusted.
    SignatureCode;
    Missing "signature.missing", "There is no signature, or it is empty.";
    BadEncoding "signature.bad_encoding", "The signature has the right length but is not hexadecimal.";
    BadLength "signature.bad_length", "The signature is not 64 hex digits long.";
    Mismatch "signature.mismatch", "The signature is well formed, but no key makes it from these bytes.";
    EmptyKey "signature.empty_key", "There is no signing key, or one of them is empty: everybody could sign with it.";
}

/// A webhook that is not proven to be genuine. Answer it with HTTP 401 and do not read it.
///
/// Neither a key nor the right signature appears in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{}", self.message())]
pub struct SignatureError(SignatureCode);

impl SignatureError {
    pub(super) const fn new(code: SignatureCode) -> Self {
        Self(code)
    }

    /// What is wrong, as a value.
    #[must_use]
    pub const fn kind(&self) -> SignatureCode {
        self.0
    }

    /// What is wrong, as a stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.0.as_str()
    }

    /// The HTTP status to answer with: 401.
    #[must_use]
    pub const fn http_status(&self) -> u16 {
        401
    }

    const fn message(&self) -> &'static str {
        match self.0 {
            SignatureCode::Missing => "the `Idenfy-Signature` header is missing",
            SignatureCode::BadEncoding => "the signature is not hexadecimal",
            SignatureCode::BadLength => "the signature is not 64 hex digits long",
            SignatureCode::Mismatch => {
                "the signature does not match; sign and verify the raw bytes of the body"
            }
            SignatureCode::EmptyKey => "there is no signing key, or one of them is empty",
        }
    }
}

/// Checks that a webhook comes from the holder of one of the keys.
///
/// `body` is the raw body as it was received, before any decoding; `header` the bytes of the
/// `Idenfy-Signature` header, `None` when there was none; `keys` one or several signing keys, as
/// [`SigningKey`](super::SigningKey), text or bytes, for several notifications or while a key is
/// rotated. Every key is tried, and the comparison takes the same time wherever the bytes differ.
/// Hex digits of either case are taken.
///
/// The signature covers the body alone: no header, and so not the event type.
///
/// # Errors
/// [`SignatureError`], by the first thing that is wrong: keys, header, match.
///
/// ```
/// use idenfy_rules::webhook::{sign, verify};
/// let body = br#"{"final": true}"#;
/// let header = sign(body, b"signing key").unwrap();
/// assert!(verify(body, Some(header.as_bytes()), &["old key", "signing key"]).is_ok());
/// assert_eq!(verify(body, None, &[b"signing key"]).unwrap_err().code(), "signature.missing");
/// ```
pub fn verify<K: Key>(
    body: &[u8],
    header: Option<&[u8]>,
    keys: &[K],
) -> Result<(), SignatureError> {
    compare(header, keys, |key| authenticate(key, body))
}

/// The same, and the SHA-256 of the body, which costs less than one after the other.
pub(crate) fn verify_and_digest<K: Key>(
    body: &[u8],
    header: Option<&[u8]>,
    keys: &[K],
) -> Result<[u8; 32], SignatureError> {
    let mut digest = None;
    compare(header, keys, |key| {
        if digest.is_some() {
            return authenticate(key, body);
        }
        let (code, digested) = authenticate_and_digest(key, body);
        digest = Some(digested);
        code
    })?;
    // Without a key nothing is genuine, so it was made.
    digest.ok_or(SignatureError(SignatureCode::EmptyKey))
}

/// Compares a header with the codes that the keys make.
fn compare<K: Key>(
    header: Option<&[u8]>,
    keys: &[K],
    mut authenticate: impl FnMut(Prepared) -> [u8; 32],
) -> Result<(), SignatureError> {
    if keys.is_empty() || keys.iter().any(|key| key.is_empty()) {
        return Err(SignatureError(SignatureCode::EmptyKey));
    }
    let given = decode(header.unwrap_or_default())?;
    let mut genuine = Choice::from(0);
    for key in keys {
        genuine |= authenticate(key.prepared()?).ct_eq(&given);
    }
    if genuine.into() { Ok(()) } else { Err(SignatureError(SignatureCode::Mismatch)) }
}

/// Signs a body as the vendor does: 64 lower-case hex digits. For tests and stand-ins.
///
/// # Errors
/// `signature.empty_key` for an empty key.
pub fn sign(body: &[u8], key: &[u8]) -> Result<String, SignatureError> {
    Ok(hex(&authenticate(key.prepared()?, body)))
}

/// SHA-256 of the raw body: in lower-case hex the name of a delivery in decisions and records.
pub(crate) fn digest(body: &[u8]) -> [u8; 32] {
    Sha256::digest(body).into()
}

pub(super) fn decode(header: &[u8]) -> Result<[u8; 32], SignatureError> {
    match header.len() {
        0 => return Err(SignatureError(SignatureCode::Missing)),
        DIGITS => {}
        _ => return Err(SignatureError(SignatureCode::BadLength)),
    }
    let mut bytes = [0; 32];
    // Without branches, which would be guessed wrong: the digits are as good as random.
    base16ct::mixed::decode(header, &mut bytes)
        .map_err(|_| SignatureError(SignatureCode::BadEncoding))?;
    Ok(bytes)
}

pub(crate) fn hex(bytes: &[u8; 32]) -> String {
    let mut text = String::with_capacity(DIGITS);
    write_hex(bytes, &mut text);
    text
}

/// The same, into a text.
pub(crate) fn write_hex(bytes: &[u8; 32], text: &mut String) {
    let mut digits = [0; DIGITS];
    // There is room for every digit, so nothing is left out.
    text.push_str(base16ct::lower::encode_str(bytes, &mut digits).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &[u8] = b"signing key";

    fn code(header: Option<&[u8]>, keys: &[&[u8]]) -> &'static str {
        verify(b"{}", header, keys).unwrap_err().code()
    }

    #[test]
    fn each_fault_has_its_code_and_keys_come_first() {
        let good = sign(b"{}", KEY).unwrap();
        assert_eq!(code(None, &[]), "signature.empty_key");
        assert_eq!(code(Some(good.as_bytes()), &[KEY, b""]), "signature.empty_key");
        assert_eq!(code(None, &[KEY]), "signature.missing");
        assert_eq!(code(Some(b""), &[KEY]), "signature.missing");
        assert_eq!(code(Some(&good.as_bytes()[1..]), &[KEY]), "signature.bad_length");
        assert_eq!(code(Some("１".repeat(64).as_bytes()), &[KEY]), "signature.bad_length");
        assert_eq!(code(Some(&[b'g'; 64]), &[KEY]), "signature.bad_encoding");
        assert_eq!(code(Some(&[b'+'; 64]), &[KEY]), "signature.bad_encoding");
        assert_eq!(code(Some(good.as_bytes()), &[b"other"]), "signature.mismatch");
        assert_eq!(sign(b"{}", b"").unwrap_err().http_status(), 401);
    }

    #[test]
    fn each_fault_has_a_text_of_its_own() {
        let told: Vec<String> =
            SignatureCode::ALL.iter().map(|code| SignatureError::new(*code).to_string()).collect();
        assert_eq!(
            told,
            [
                "the `Idenfy-Signature` header is missing",
                "the signature is not hexadecimal",
                "the signature is not 64 hex digits long",
                "the signature does not match; sign and verify the raw bytes of the body",
                "there is no signing key, or one of them is empty",
            ]
        );
        let error = SignatureError::new(SignatureCode::Mismatch);
        assert_eq!((error.kind(), error.http_status()), (SignatureCode::Mismatch, 401));
    }

    #[test]
    fn the_hex_digits_are_the_only_ones() {
        for byte in 0..=u8::MAX {
            let mut header = [b'0'; DIGITS];
            header[DIGITS / 2] = byte;
            let refused = code(Some(&header), &[KEY]);
            let fault = if byte.is_ascii_hexdigit() { "mismatch" } else { "bad_encoding" };
            assert_eq!(refused, format!("signature.{fault}"), "{byte}");
        }
    }

    #[test]
    fn either_case_and_any_of_the_keys_will_do() {
        let good = sign(b"{}", KEY).unwrap();
        assert_eq!(verify(b"{}", Some(good.as_bytes()), &[&b"a"[..], KEY, b"b"]), Ok(()));
        assert_eq!(verify(b"{}", Some(good.to_uppercase().as_bytes()), &[KEY]), Ok(()));
    }

    #[test]
    fn a_digest_comes_with_what_is_genuine_alone() {
        let good = sign(b"{}", KEY).unwrap();
        for keys in [&[KEY][..], &[KEY, b"b"], &[b"a", KEY], &[b"a", b"b"], &[KEY, b""], &[]] {
            for header in [Some(good.as_bytes()), Some(&[b'0'; DIGITS]), Some(b"0"), None] {
                let expected = verify(b"{}", header, keys).map(|()| digest(b"{}"));
                assert_eq!(verify_and_digest(b"{}", header, keys), expected);
            }
        }
    }

    #[test]
    fn long_keys_and_empty_bodies_work() {
        let key = [b'k'; 500];
        let good = sign(b"", &key).unwrap();
        assert_eq!(verify(b"", Some(good.as_bytes()), &[&key]), Ok(()));
    }
}
