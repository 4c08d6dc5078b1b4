//! Country codes: ISO 3166-1 alpha-2 by the crate `isocountry`, and the vendor's `XK`.

use std::fmt;
use std::sync::LazyLock;

use isocountry::CountryCode;

/// Kosovo: in the vendor's enumeration (OpenAPI, 2026), not in ISO 3166-1.
const KOSOVO: [u8; 2] = *b"XK";

/// For each first letter, one bit for each second letter that makes a code with it.
static KNOWN: LazyLock<[u32; 26]> = LazyLock::new(|| {
    let mut known = [0; 26];
    let assigned = CountryCode::iter().filter_map(|country| letters(country.alpha2()));
    for [first, second] in assigned.chain([KOSOVO]) {
        if let Some(seconds) = known.get_mut(usize::from(first - b'A')) {
            *seconds |= 1 << (second - b'A');
        }
    }
    known
});

/// A country code that the vendor's enumeration has: two upper-case ASCII letters.
///
/// ```
/// use idenfy_rules::Country;
/// assert_eq!(Country::read("lt").unwrap().as_str(), "LT");
/// assert!(Country::read("XK").is_some());
/// assert!(Country::read("UK").is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country([u8; 2]);

impl Country {
    /// Reads a code in any ASCII case. `None` for everything that the enumeration lacks:
    /// `UK`, `EL`, `EU`, withdrawn and user-assigned codes, alpha-3, numbers.
    ///
    /// Source: country enumeration of the OpenAPI document (2026): the 249 officially
    /// assigned codes and `XK`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let code = letters(text)?;
        let [first, second] = code.map(|letter| letter - b'A');
        let seconds = KNOWN.get(usize::from(first))?;
        (seconds & (1 << second) != 0).then_some(Self(code))
    }

    /// Reads a code as a word: upper case, no folding.
    pub(crate) fn exact(text: &str) -> Option<Self> {
        Self::read(text).filter(|country| country.as_str() == text)
    }

    /// The code in upper case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// The code in upper case.
impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Two ASCII letters, in upper case. Demanded before folding, because `to_uppercase` would
/// turn a dotless i into `I`.
pub(crate) fn letters(text: &str) -> Option<[u8; 2]> {
    let code: [u8; 2] = text.as_bytes().try_into().ok()?;
    code.iter().all(u8::is_ascii_alphabetic).then(|| code.map(|letter| letter.to_ascii_uppercase()))
}

/// The code that was probably meant, for the usual mistakes.
pub(crate) fn suggest(text: &str) -> Option<&'static str> {
    const MISTAKEN: &[(&str, &str)] =
        &[("UK", "GB"), ("EL", "GR"), ("TP", "TL"), ("ZR", "CD"), ("BU", "MM")];
    let upper = text.to_ascii_uppercase();
    MISTAKEN
        .iter()
        .find(|(wrong, _)| *wrong == upper)
        .map(|(_, right)| *right)
        .or_else(|| CountryCode::for_alpha3(&upper).ok().map(|code| code.alpha2()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_enumeration_has_250_codes() {
        let letters = b'A'..=b'Z';
        let known = letters
            .clone()
            .flat_map(|first| letters.clone().map(move |second| [first, second]))
            .filter(|code| Country::read(std::str::from_utf8(code).unwrap()).is_some())
            .count();
        assert_eq!(known, 250);
        assert_eq!(Country::read("lt").unwrap().to_string(), "LT");
    }

    #[test]
    fn look_alikes_are_refused() {
        for wrong in ["UK", "EL", "EU", "AN", "ZZ", "LTU", "440", " LT", "ıT", "", "L", "ľ"] {
            assert!(Country::read(wrong).is_none(), "{wrong}");
        }
        assert_eq!(suggest("uk"), Some("GB"));
        assert_eq!(suggest("LTU"), Some("LT"));
        assert_eq!(suggest("ZZ"), None);
    }
}
