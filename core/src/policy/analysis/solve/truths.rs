//! Which of Kleene's three values a condition can still have.

use crate::policy::truth::Truth;

/// A set of truth values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Truths(u8);

impl Truths {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const TRUE: Self = Self(1);
    pub(crate) const UNDECIDED: Self = Self(2);
    pub(crate) const FALSE: Self = Self(4);
    pub(crate) const ALL: Self = Self(7);
    pub(crate) const NOT_TRUE: Self = Self(6);
    pub(crate) const NOT_FALSE: Self = Self(3);

    /// The single values, from the strongest to the weakest.
    pub(crate) const EACH: [Self; 3] = [Self::TRUE, Self::UNDECIDED, Self::FALSE];

    pub(crate) const fn of(truth: Truth) -> Self {
        match truth {
            Truth::True => Self::TRUE,
            Truth::Undecided => Self::UNDECIDED,
            Truth::False => Self::FALSE,
        }
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// The values of the negation.
    pub(crate) const fn flipped(self) -> Self {
        Self(self.0 >> 2 | self.0 & 2 | (self.0 & 1) << 2)
    }

    /// The values of "all of these", each of which has its values independently: the weakest
    /// value counts.
    pub(crate) fn all(parts: impl Iterator<Item = Self>) -> Self {
        parts.fold(Self::TRUE, |sum, part| {
            let mut both = sum.and(part).and(Self::TRUE);
            if sum.or(part).meets(Self::FALSE) {
                both = both.or(Self::FALSE);
            }
            let at_least = Self::NOT_FALSE;
            let undecided = sum.or(part).meets(Self::UNDECIDED);
            if undecided && sum.meets(at_least) && part.meets(at_least) {
                both = both.or(Self::UNDECIDED);
            }
            both
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(truths: Truths) -> Vec<Truth> {
        [Truth::True, Truth::Undecided, Truth::False]
            .into_iter()
            .filter(|truth| Truths::of(*truth).within(truths))
            .collect()
    }

    #[test]
    fn sets_are_those_of_the_single_values() {
        for a in (1..8).map(Truths) {
            let negated = values(a).into_iter().map(|truth| Truths::of(!truth));
            assert_eq!(a.flipped(), negated.fold(Truths::NONE, Truths::or));
            for b in (1..8).map(Truths) {
                let expected = values(a)
                    .into_iter()
                    .flat_map(|left| {
                        values(b)
                            .into_iter()
                            .map(move |right| Truth::all([left, right].into_iter()))
                    })
                    .fold(Truths::NONE, |sum, truth| sum.or(Truths::of(truth)));
                assert_eq!(Truths::all([a, b].into_iter()), expected, "{a:?} {b:?}");
            }
        }
    }
}
