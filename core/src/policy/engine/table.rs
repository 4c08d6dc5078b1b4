//! Rows of bits, one bit for each clause.

/// The bits of one word of a row.
const WORD: usize = 64;

/// The number of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row(usize);

/// All rows of a policy, one after the other, so that they are near each other.
#[derive(Debug)]
pub(super) struct Table {
    /// The words of one row.
    words: usize,
    bits: Vec<u64>,
}

impl Table {
    /// A table for so many clauses.
    pub(super) fn new(clauses: usize) -> Self {
        Self { words: clauses.div_ceil(WORD), bits: Vec::new() }
    }

    /// Adds a row of the clauses that a question picks.
    pub(super) fn add(&mut self, clauses: impl Iterator<Item = usize>) -> Row {
        let start = self.bits.len();
        self.bits.resize(start + self.words, 0);
        for clause in clauses {
            if let Some(word) = self.bits.get_mut(start + clause / WORD) {
                *word |= 1 << (clause % WORD);
            }
        }
        Row(start)
    }

    /// Adds the same row with other bits for some clauses.
    pub(super) fn add_changed(
        &mut self,
        row: Row,
        changes: impl Iterator<Item = (usize, bool)>,
    ) -> Row {
        let start = self.bits.len();
        self.bits.extend_from_within(row.0..row.0 + self.words);
        for (clause, wanted) in changes {
            let bit = 1 << (clause % WORD);
            if let Some(word) = self.bits.get_mut(start + clause / WORD) {
                *word = if wanted { *word | bit } else { *word & !bit };
            }
        }
        Row(start)
    }

    /// A whole row.
    pub(super) fn row(&self, row: Row) -> &[u64] {
        self.bits.get(row.0..row.0 + self.words).unwrap_or_default()
    }

    /// One word of a row.
    #[inline(always)]
    pub(super) fn word(&self, row: Row, word: usize) -> u64 {
        self.bits.get(row.0 + word).copied().unwrap_or_default()
    }
}

/// What is left of one word of all rows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Left {
    /// Which word it is.
    pub(super) word: usize,
    /// The clauses that nothing makes false.
    pub(super) possible: u64,
    /// Those that something leaves undecided.
    pub(super) open: u64,
}

impl Left {
    /// The clauses of a row that nothing makes false.
    pub(super) fn still(self, table: &Table, row: Row) -> u64 {
        self.possible & table.word(row, self.word)
    }

    /// The clauses that are true.
    pub(super) fn sure(self) -> u64 {
        self.possible & !self.open
    }

    /// The clauses that are undecided.
    pub(super) fn undecided(self) -> u64 {
        self.possible & self.open
    }

    /// Some of its bits, as the numbers of their clauses, lowest first.
    pub(super) fn clauses(self, bits: u64) -> impl Iterator<Item = usize> {
        Bits(bits).map(move |bit| self.word * WORD + bit)
    }

    /// The bit of a clause; none where the clause is in another word.
    pub(super) fn bit(self, clause: usize) -> u64 {
        if clause / WORD == self.word { 1 << (clause % WORD) } else { 0 }
    }
}

/// The places of the bits of one word.
struct Bits(u64);

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let place = usize::try_from(self.0.trailing_zeros()).ok()?;
        self.0 &= self.0.checked_sub(1)?;
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_found_where_they_were_put() {
        let places = [0, 1, 63, 64, 65, 127, 128, 199];
        let mut table = Table::new(200);
        let (_, row) = (table.add([7].into_iter()), table.add(places.into_iter()));
        let found = table.row(row).iter().enumerate().flat_map(|(word, possible)| {
            assert_eq!(table.word(row, word), *possible);
            let left = Left { word, possible: *possible, open: 0 };
            left.clauses(left.sure())
        });
        assert_eq!(found.collect::<Vec<_>>(), places);
        assert_eq!((Table::new(64).words, Table::new(65).words), (1, 2));
        let changed =
            table.add_changed(row, [(0, true), (1, false), (2, true), (63, false)].into_iter());
        assert_eq!(table.row(changed).first(), Some(&0b101));
        assert_eq!(table.row(changed).get(1..), table.row(row).get(1..));
        let left = Left { word: 1, possible: 0b11, open: 0b10 };
        assert_eq!((left.sure(), left.undecided()), (0b01, 0b10));
        assert_eq!(Left { possible: 0b110, ..left }.still(&table, row), 0b10);
        assert_eq!((left.bit(65), left.bit(1)), (0b10, 0));
    }
}
