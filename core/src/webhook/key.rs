//! The signing key: never shown, wiped when it is dropped.

use std::fmt;

use zeroize::Zeroizing;

use super::signature::{SignatureCode, SignatureError};

/// A signing key of a notification.
///
/// `Debug` does not show it, and its memory is overwritten when it is dropped. Several keys can
/// be in use at once: one per notification, and two while a key is rotated.
///
/// ```
/// use idenfy_rules::webhook::{SigningKey, sign, verify};
/// let keys = [SigningKey::new("new key")?, SigningKey::new("old key")?];
/// let header = sign(b"{}", b"old key")?;
/// assert!(verify(b"{}", Some(header.as_bytes()), &keys).is_ok());
/// assert_eq!(format!("{:?}", keys[0]), "SigningKey(..)");
/// # Ok::<(), idenfy_rules::SignatureError>(())
/// ```
#[derive(Clone)]
pub struct SigningKey(Zeroizing<Vec<u8>>);

impl SigningKey {
    /// Takes the key as it was typed into the notification: its text, or its bytes.
    ///
    /// # Errors
    /// `signature.empty_key` for an empty key: everybody could sign with it.
    pub fn new(key: impl Into<Vec<u8>>) -> Result<Self, SignatureError> {
        let key = Zeroizing::new(key.into());
        if key.is_empty() {
            return Err(SignatureError::new(SignatureCode::EmptyKey));
        }
        Ok(Self(key))
    }
}

impl AsRef<[u8]> for SigningKey {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(..)")
    }
}
