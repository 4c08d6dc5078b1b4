//! What was probably meant, for words that are near enough.

/// Longer words are not mistypings, and comparing them would cost too much.
const LONGEST: usize = 40;

/// The word that a text was probably meant to be: equal but for case, `_`, `-` and spaces,
/// or with no more than one mistake in four letters.
pub(crate) fn nearest<'w>(text: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    if text.len() > LONGEST {
        return None;
    }
    let text = folded(text);
    let allowed = text.len() / 4;
    words
        .filter_map(|word| {
            let folded = folded(word);
            if folded.len().abs_diff(text.len()) > allowed {
                return None;
            }
            let distance = strsim::osa_distance(&folded, &text);
            (distance <= allowed).then_some((distance, word))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

fn folded(text: &str) -> String {
    text.chars()
        .filter(|character| !matches!(character, '_' | '-' | ' '))
        .map(|character| character.to_ascii_lowercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        let words = ["DRIVER_LICENSE", "ID_CARD", "PASSPORT"];
        let nearest = |text: &str| nearest(text, words.into_iter());
        assert_eq!(nearest("DRIVING_LICENSE"), Some("DRIVER_LICENSE"));
        assert_eq!(nearest("id card"), Some("ID_CARD"));
        assert_eq!(nearest("passprot"), Some("PASSPORT"));
        assert_eq!(nearest("IDCRAD"), Some("ID_CARD"));
        assert_eq!(nearest("NATIONAL_ID"), None);
        assert_eq!(nearest(""), None);
        assert_eq!(nearest(&"x".repeat(1000)), None);
    }
}
