//! Kleene's three values.

/// True, false, or not to be told from what is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Truth {
    True,
    False,
    Undecided,
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }
}

impl std::ops::Not for Truth {
    type Output = Self;
    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Undecided => Self::Undecided,
        }
    }
}

impl Truth {
    /// Any: true wins over undecided, undecided over false.
    pub(super) fn any(values: impl Iterator<Item = Self>) -> Self {
        values.fold(Self::False, |sum, value| match (sum, value) {
            (Self::True, _) | (_, Self::True) => Self::True,
            (Self::Undecided, _) | (_, Self::Undecided) => Self::Undecided,
            _ => Self::False,
        })
    }

    /// All: false wins over undecided, undecided over true.
    pub(super) fn all(values: impl Iterator<Item = Self>) -> Self {
        !Self::any(values.map(|value| !value))
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{False, True, Undecided};
    use super::*;

    #[test]
    fn undecided_neither_helps_nor_hides() {
        assert_eq!(Truth::any([False, Undecided].into_iter()), Undecided);
        assert_eq!(Truth::any([Undecided, True].into_iter()), True);
        assert_eq!(Truth::all([True, Undecided].into_iter()), Undecided);
        assert_eq!(Truth::all([Undecided, False].into_iter()), False);
        assert_eq!(Truth::any(std::iter::empty()), False);
        assert_eq!(Truth::all(std::iter::empty()), True);
        assert_eq!(!Undecided, Undecided);
    }
}
