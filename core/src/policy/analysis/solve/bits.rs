//! Sets of small numbers: which values a variable can still have.

/// A set of numbers below a size that its maker knows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Bits(Vec<u64>);

const WIDTH: usize = 64;

impl Bits {
    pub(crate) fn none(size: usize) -> Self {
        Self(vec![0; size.div_ceil(WIDTH).max(1)])
    }

    pub(crate) fn all(size: usize) -> Self {
        Self::of(size, 0..size)
    }

    pub(crate) fn of(size: usize, items: impl IntoIterator<Item = usize>) -> Self {
        let mut bits = Self::none(size);
        for item in items {
            bits.insert(item);
        }
        bits
    }

    pub(crate) fn insert(&mut self, item: usize) {
        if let Some(word) = self.0.get_mut(item / WIDTH) {
            *word |= 1 << (item % WIDTH);
        }
    }

    pub(crate) fn has(&self, item: usize) -> bool {
        self.0.get(item / WIDTH).is_some_and(|word| word >> (item % WIDTH) & 1 == 1)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(a, b)| a & b != 0)
    }

    pub(crate) fn within(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(a, b)| a & !b == 0)
    }

    pub(crate) fn and(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(a, b)| a & b).collect())
    }

    pub(crate) fn or(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(a, b)| a | b).collect())
    }

    pub(crate) fn without(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(a, b)| a & !b).collect())
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(index, word)| {
            (0..WIDTH).filter(move |bit| word >> bit & 1 == 1).map(move |bit| index * WIDTH + bit)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_of_more_than_one_machine_word() {
        let bits = Bits::of(130, [0, 63, 64, 129]);
        assert_eq!(bits.iter().collect::<Vec<_>>(), [0, 63, 64, 129]);
        assert!(bits.has(129) && !bits.has(128) && !bits.has(1000));
        let all = Bits::all(130);
        assert_eq!(all.iter().count(), 130);
        assert!(bits.within(&all) && !all.within(&bits) && bits.meets(&all));
        assert_eq!(all.without(&bits).iter().count(), 126);
        assert_eq!(all.without(&bits).or(&bits), all);
        assert!(bits.and(&all.without(&bits)).is_empty());
    }
}
