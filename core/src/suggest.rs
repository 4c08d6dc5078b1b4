//! What was probably meant, for words that are near enough.

/// Longer words are not mistypings, and comparing them would cost too much.
pub(crate) const LONGEST: usize = 40;

/// The word that a text was probably meant to be: equal but for case, `_`, `-` and spaces,
/// or with no more than one mistake in four letters.
pub(crate) fn nearest<'w>(text: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    if text.len() > LONGEST {
        return None;
    }
    let sketch = Sketch::of(text);
    let allowed = sketch.length / 4;
    let text: String = letters(text).collect();
    words
        .filter(|word| Sketch::of(word).may_be_near(&sketch, allowed))
        .filter_map(|word| {
            let distance = strsim::osa_distance(&letters(word).collect::<String>(), &text);
            (distance <= allowed).then_some((distance, word))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|character| !matches!(character, '_' | '-' | ' '))
        .map(|character| character.to_ascii_lowercase())
}

/// What is seen of a word at a glance: enough to skip most words without counting mistakes.
struct Sketch {
    length: usize,
    /// The kinds of its letters, one bit each; some of other scripts share a bit.
    kinds: u64,
}

impl Sketch {
    fn of(text: &str) -> Self {
        letters(text).fold(Self { length: 0, kinds: 0 }, |sketch, letter| Self {
            length: sketch.length + 1,
            kinds: sketch.kinds | 1 << (u32::from(letter) % u64::BITS),
        })
    }

    /// Each mistake changes the length by one at most, and brings or takes one kind of letter
    /// at most.
    fn may_be_near(&self, other: &Self, allowed: usize) -> bool {
        let few = |kinds: u64| usize::try_from(kinds.count_ones()).is_ok_and(|new| new <= allowed);
        self.length.abs_diff(other.length) <= allowed
            && few(self.kinds & !other.kinds)
            && few(other.kinds & !self.kinds)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
        assert_eq!(nearest("旅券"), None);
        let padded = |length: usize| format!("{:_>length$}", "passport");
        assert_eq!(nearest(&padded(LONGEST)), Some("PASSPORT"));
        assert_eq!(nearest(&padded(LONGEST + 1)), None);
    }

    proptest! {
        /// What is not counted could not have been near.
        #[test]
        fn only_far_words_are_skipped(word in "[a-dA-D_é]{0,12}", text in "[a-d_é]{0,12}") {
            let plain = |text: &str| letters(text).collect::<String>();
            let distance = strsim::osa_distance(&plain(&word), &plain(&text));
            for allowed in distance..4 {
                prop_assert!(Sketch::of(&word).may_be_near(&Sketch::of(&text), allowed));
            }
        }
    }
}
