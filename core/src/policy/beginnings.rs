//! Beginnings of which a text may have any.

/// Beginnings in the order of their characters. None begins with another one: whatever has the
/// longer one has the shorter one, too.
#[derive(Debug, Clone)]
pub(super) struct Beginnings(Vec<String>);

impl Beginnings {
    pub(super) fn of(mut texts: Vec<String>) -> Self {
        texts.sort_unstable();
        // A text stands behind the first one that it begins with, and so does all between them.
        texts.dedup_by(|text, first| text.starts_with(first.as_str()));
        Self(texts)
    }

    /// Whether a text has one of them, found by a look-up, however many there are.
    pub(super) fn begin(&self, text: &str) -> bool {
        // If one of them begins the text, all that stand between it and the text begin with it.
        let behind = self.0.partition_point(|beginning| beginning.as_str() <= text);
        let last = behind.checked_sub(1).and_then(|place| self.0.get(place));
        last.is_some_and(|beginning| text.starts_with(beginning.as_str()))
    }

    pub(super) fn texts(&self) -> &[String] {
        &self.0
    }

    pub(super) fn into_texts(self) -> Vec<String> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn longer_ones_are_left_out() {
        let texts = ["x-i", "x", "x-", "y", "", "xy"].map(str::to_owned).to_vec();
        assert_eq!(Beginnings::of(texts.clone()).texts(), [""]);
        let some = texts.into_iter().filter(|text| !text.is_empty()).collect();
        assert_eq!(Beginnings::of(some).texts(), ["x", "y"]);
    }

    proptest! {
        #[test]
        fn a_look_up_finds_what_trying_each_finds(
            beginnings in prop::collection::vec("[ab\u{17e}]{0,4}", 0..8),
            text in "[ab\u{17e}]{0,6}",
        ) {
            let found = Beginnings::of(beginnings.clone()).begin(&text);
            prop_assert_eq!(found, beginnings.iter().any(|one| text.starts_with(one)));
        }
    }
}
