//! Names known beforehand, found by a few steps: keys of objects, words of vocabularies.

use std::fmt;

/// What tells short names apart: the first eight bytes, the last eight, and how many there are.
/// Up to sixteen bytes that is the whole name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    head: u64,
    tail: u64,
    length: u32,
}

impl Label {
    /// How many bytes of a longer name are its first and its last.
    pub(crate) const CHUNK: u32 = 8;

    #[inline(always)]
    pub(crate) fn of(name: &[u8]) -> Self {
        // Names that do not fit are no names that anybody knows beforehand.
        let length = u32::try_from(name.len()).unwrap_or(u32::MAX);
        match (name.first_chunk(), name.last_chunk()) {
            (Some(head), Some(tail)) => Self::long(*head, *tail, length),
            _ => Self { head: short(name), tail: 0, length },
        }
    }

    /// The label of a name of so many bytes.
    #[inline(always)]
    pub(crate) fn long(head: [u8; 8], tail: [u8; 8], length: u32) -> Self {
        Self { head: u64::from_le_bytes(head), tail: u64::from_le_bytes(tail), length }
    }

    /// Spreads names over tables; the higher bits are the better ones.
    #[inline(always)]
    pub(crate) const fn hash(self) -> u64 {
        // The length needs no part in it: it is compared.
        spread(self.head ^ self.tail.rotate_left(24))
    }

    const fn is_whole(self) -> bool {
        self.length <= 16
    }
}

/// Fewer than eight bytes in one number: two overlapping halves, or up to three bytes.
#[inline(always)]
fn short(name: &[u8]) -> u64 {
    match (name.first_chunk(), name.last_chunk()) {
        (Some(head), Some(tail)) => {
            u64::from(u32::from_le_bytes(*head)) | (u64::from(u32::from_le_bytes(*tail)) << 32)
        }
        _ => {
            let byte = |place: usize| u64::from(name.get(place).copied().unwrap_or_default());
            byte(0) | (byte(1) << 8) | (byte(2) << 16)
        }
    }
}

/// A multiplication by the golden ratio, as 64 bits.
#[inline(always)]
pub(crate) const fn spread(value: u64) -> u64 {
    value.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The places of a table. As many as a byte has values, so that no place is out of bounds.
const PLACES: usize = 1 << u8::BITS;

/// A table from at most 128 names to values.
pub(crate) struct Names<T> {
    /// One more than the number of the entry; 0 where there is none.
    places: [u8; PLACES],
    entries: Vec<Entry<T>>,
}

struct Entry<T> {
    label: Label,
    name: &'static str,
    value: T,
}

impl<T> Names<T> {
    /// The names have to be different; of equal ones the first is found. Of more names than the
    /// table holds, the later ones are left out.
    pub(crate) fn new(named: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let entry = |(name, value): (&'static str, T)| Entry {
            label: Label::of(name.as_bytes()),
            name,
            value,
        };
        let entries: Vec<Entry<T>> = named.into_iter().take(PLACES / 2).map(entry).collect();
        let mut places = [0; PLACES];
        for (number, entry) in (1..).zip(&entries) {
            let mut at = place(entry.label);
            while places.get(usize::from(at)).is_some_and(|taken| *taken != 0) {
                at = at.wrapping_add(1);
            }
            if let Some(free) = places.get_mut(usize::from(at)) {
                *free = number;
            }
        }
        Self { places, entries }
    }

    /// The value of a name whose label is known; of a long name all bytes have to be compared.
    #[inline(always)]
    pub(crate) fn find(&self, label: Label, is: impl Fn(&str) -> bool) -> Option<&T> {
        let mut at = place(label);
        loop {
            let number = usize::from(*self.places.get(usize::from(at))?);
            let entry = self.entries.get(number.wrapping_sub(1))?;
            if entry.label == label && (label.is_whole() || is(entry.name)) {
                return Some(&entry.value);
            }
            at = at.wrapping_add(1);
        }
    }
}

#[inline(always)]
fn place(label: Label) -> u8 {
    let [highest, ..] = label.hash().to_be_bytes();
    highest
}

impl<T> fmt::Debug for Names<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.entries.iter().map(|entry| entry.name)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_length_are_told_apart() {
        let names: Vec<&'static str> = [0, 1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 33]
            .into_iter()
            .flat_map(|length| {
                (0..=length).filter(|odd| odd % 3 != 1).map(move |odd| {
                    let name: String =
                        (0..length).map(|place| if place == odd { 'b' } else { 'a' }).collect();
                    &*name.leak()
                })
            })
            .collect();
        let table = Names::new(names.iter().map(|name| (*name, *name)));
        let get = |name: &[u8]| table.find(Label::of(name), |known| known.as_bytes() == name);
        for name in &names {
            assert_eq!(get(name.as_bytes()), Some(name));
            for other in [format!("{name}a"), format!("c{name}"), name.to_uppercase()] {
                assert_eq!(get(other.as_bytes()), names.iter().find(|name| **name == other));
            }
        }
        assert_eq!(Names::<u8>::new([]).find(Label::of(b"a"), |_| true), None);
    }

    #[test]
    fn every_byte_of_a_whole_name_is_in_its_label() {
        for length in 1..=16 {
            let mut names = vec![vec![b'a'; length]; length + 1];
            for (place, name) in names.iter_mut().take(length).enumerate() {
                name[place] = b'b';
            }
            for (first, one) in names.iter().enumerate() {
                let label = Label::of(one);
                let found = names.iter().position(|other| Label::of(other) == label);
                assert!(label.is_whole() && found == Some(first), "{one:?}");
            }
        }
        assert!(!Label::of(&[b'a'; 17]).is_whole());
    }
}
