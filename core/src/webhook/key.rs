//! The signing key: never shown, wiped when it is dropped, and ready to verify.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::signature::{SignatureCode, SignatureError};

/// What HMAC-SHA256 has made of a key. It overwrites itself when it is dropped.
pub(super) type Prepared = Hmac<Sha256>;

/// Bytes of a block of SHA-256.
const BLOCK: usize = 64;

/// A signing key of a notification.
///
/// `Debug` does not show it, and its memory is overwritten when it is dropped. It holds what does
/// not depend on the body, so that it need not be made anew for every webhook. Several keys can
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
pub struct SigningKey {
    bytes: Zeroizing<Vec<u8>>,
    prepared: Box<Prepared>,
}

impl SigningKey {
    /// Takes the key as it was typed into the notification: its text, or its bytes.
    ///
    /// # Errors
    /// `signature.empty_key` for an empty key: everybody could sign with it.
    pub fn new(key: impl Into<Vec<u8>>) -> Result<Self, SignatureError> {
        let bytes = Zeroizing::new(key.into());
        let prepared = Box::new(prepare(&bytes)?);
        Ok(Self { bytes, prepared })
    }
}

impl AsRef<[u8]> for SigningKey {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(..)")
    }
}

/// What [`verify`](super::verify) takes as a key: a [`SigningKey`], which is prepared, or the text
/// or bytes of one.
///
/// It is implemented for these types and for references to them; other crates cannot implement it.
pub trait Key: private::Key {}

impl<K: private::Key + ?Sized> Key for K {}

pub(super) mod private {
    use super::{Prepared, SigningKey, prepare};
    use crate::webhook::signature::SignatureError;

    /// What authenticates a body.
    pub trait Key {
        /// # Errors
        /// `signature.empty_key` for an empty key.
        fn prepared(&self) -> Result<Prepared, SignatureError>;

        fn is_empty(&self) -> bool;
    }

    impl Key for SigningKey {
        fn prepared(&self) -> Result<Prepared, SignatureError> {
            Ok((*self.prepared).clone())
        }

        fn is_empty(&self) -> bool {
            // A `SigningKey` cannot be made of an empty key.
            false
        }
    }

    impl Key for [u8] {
        fn prepared(&self) -> Result<Prepared, SignatureError> {
            prepare(self)
        }

        fn is_empty(&self) -> bool {
            <[u8]>::is_empty(self)
        }
    }

    impl<K: Key + ?Sized> Key for &K {
        fn prepared(&self) -> Result<Prepared, SignatureError> {
            (**self).prepared()
        }

        fn is_empty(&self) -> bool {
            (**self).is_empty()
        }
    }

    macro_rules! bytes {
        ($( [$($parameter:tt)*] $type:ty ),+) => { $(
            impl<$($parameter)*> Key for $type {
                fn prepared(&self) -> Result<Prepared, SignatureError> {
                    AsRef::<[u8]>::as_ref(self).prepared()
                }

                fn is_empty(&self) -> bool {
                    AsRef::<[u8]>::as_ref(self).is_empty()
                }
            }
        )+ };
    }

    bytes!([const N: usize] [u8; N], [] Vec<u8>, [] Box<[u8]>, [] str, [] String);
}

fn prepare(key: &[u8]) -> Result<Prepared, SignatureError> {
    let empty = SignatureError::new(SignatureCode::EmptyKey);
    if key.is_empty() {
        return Err(empty);
    }
    // HMAC takes keys of every length, so this error cannot happen; it fails closed all the same.
    Prepared::new_from_slice(key).map_err(|_| empty)
}

/// The code that authenticates a body.
pub(super) fn authenticate(mut prepared: Prepared, body: &[u8]) -> [u8; 32] {
    prepared.update(body);
    prepared.finalize().into_bytes().into()
}

/// The same, and the SHA-256 of the body. Each block of a hash waits for the one before it, so a
/// processor that is given a block of either in turn does the one while the other waits.
pub(super) fn authenticate_and_digest(mut prepared: Prepared, body: &[u8]) -> ([u8; 32], [u8; 32]) {
    let mut digest = Sha256::new();
    for block in body.chunks(BLOCK) {
        prepared.update(block);
        digest.update(block);
    }
    (prepared.finalize().into_bytes().into(), digest.finalize().into())
}

#[cfg(test)]
mod tests {
    use zeroize::ZeroizeOnDrop;

    use super::private::Key as _;
    use super::*;

    /// The parts that HMAC keeps of a key wipe themselves; the feature that makes them do so must
    /// stay switched on.
    #[test]
    fn what_is_prepared_is_wiped() {
        fn is_wiped<T: ZeroizeOnDrop>() {}
        is_wiped::<sha2::block_api::Sha256VarCore>();
        is_wiped::<Zeroizing<Vec<u8>>>();
    }

    #[test]
    fn every_kind_of_key_authenticates_alike() {
        fn code(key: impl Key) -> [u8; 32] {
            authenticate(key.prepared().unwrap(), b"{}")
        }
        let prepared = code(SigningKey::new("key").unwrap());
        assert_eq!([code("key"), code(*b"key"), code(b"key".to_vec())], [prepared; 3]);
        assert_eq!([code(String::from("key")), code(&b"key"[..])], [prepared; 2]);
        assert!(SigningKey::new("").is_err() && "".prepared().is_err());
        assert_eq!(SigningKey::new("key").unwrap().as_ref(), b"key");
    }

    #[test]
    fn both_at_once_are_what_each_is_alone() {
        let body: Vec<u8> = (0..=u8::MAX).cycle().take(5 * BLOCK).collect();
        for length in 0..body.len() {
            let body = body.get(..length).unwrap();
            let alone = authenticate("key".prepared().unwrap(), body);
            let digest: [u8; 32] = Sha256::digest(body).into();
            let both = authenticate_and_digest("key".prepared().unwrap(), body);
            assert_eq!(both, (alone, digest), "{length}");
        }
    }
}
