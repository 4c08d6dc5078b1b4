//! UUIDs.

use crate::token::finding::Inspection;
use crate::token::place::Place;
use crate::token::rule::Rule;

const DIGITS: usize = 32;

/// 8-4-4-4-12 hexadecimal digits of either case; without hyphens it is noted only.
pub(super) fn uuid(text: &str, place: &Place<'_>, inspection: &mut Inspection<'_>) {
    if plain(text).is_none() {
        inspection.report(place, Rule::UuidFormat);
    } else if text.len() == DIGITS {
        inspection.report(place, Rule::UuidUnhyphenated);
    }
}

/// The 32 digits in lower case, for comparison; `None` if the text is not a UUID.
pub(in crate::token) fn plain(text: &str) -> Option<[u8; DIGITS]> {
    const GROUPS: [usize; 5] = [8, 4, 4, 4, 12];
    let hyphenated = || text.split('-').map(str::len).eq(GROUPS);
    if text.len() != DIGITS && !hyphenated() {
        return None;
    }
    let mut digits = [0; DIGITS];
    let mut written = text.bytes().filter(|byte| *byte != b'-');
    for place in &mut digits {
        *place = written.next().filter(u8::is_ascii_hexdigit)?.to_ascii_lowercase();
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_two_written_forms_are_uuids() {
        let plain_form = *b"3c90c3cc0d444b5088888dd25736052a";
        assert_eq!(plain("3C90C3CC-0d44-4b50-8888-8dd25736052a"), Some(plain_form));
        assert_eq!(plain("3c90C3CC0d444b5088888dd25736052a"), Some(plain_form));
        for wrong in [
            "",
            "default",
            "3c90c3cc-0d44-4b50-8888-8dd25736052g",
            "3c90c3cc-0d444b50-8888-8dd25736052a",
            "3c90c3cc-0d44-4b50-8888-8dd25736052a ",
            "{3c90c3cc-0d44-4b50-8888-8dd25736052a}",
            "--------------------------------",
            "3c90c3cc0d444b5088888dd25736052ž",
        ] {
            assert_eq!(plain(wrong), None, "{wrong}");
        }
    }
}
