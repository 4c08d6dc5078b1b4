//! Looking through many bytes at once.

/// How many bytes are looked at together.
const BLOCK: usize = 32;

/// Whether any byte is of a kind. Nothing stops the look before its end, so that compilers can
/// take many bytes together.
#[inline(always)]
pub(super) fn any(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    let found = |bytes: &[u8]| bytes.iter().fold(0, |found, byte| found | u8::from(is(*byte)));
    let all = match bytes.last_chunk::<BLOCK>() {
        // No rest is left for the single bytes: the last block overlaps those before it.
        Some(last) => found(bytes.as_chunks::<BLOCK>().0.as_flattened()) | found(last),
        None => found(bytes),
    };
    all != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_is_found_wherever_it_is() {
        for length in 0..200 {
            let mut bytes = vec![b'a'; length];
            assert!(!any(&bytes, |byte| byte == b'b'), "{length}");
            for place in 0..length {
                bytes[place] = b'b';
                assert!(any(&bytes, |byte| byte == b'b'), "{place} of {length}");
                bytes[place] = b'a';
            }
        }
    }
}
