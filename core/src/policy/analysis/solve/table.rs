//! Rows that are found by a number of their own kind, so that one kind is never taken for
//! another.

use std::marker::PhantomData;
use std::ops::Index;
use std::ops::IndexMut;

/// A number of one kind of rows.
pub(crate) trait Id: Copy {
    fn new(number: usize) -> Self;
    fn number(self) -> usize;
}

macro_rules! id {
    ($(#[$note:meta])* $name:ident) => {
        $(#[$note])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(crate) struct $name(usize);

        impl Id for $name {
            fn new(number: usize) -> Self {
                Self(number)
            }
            fn number(self) -> usize {
                self.0
            }
        }
    };
}

id! {
    /// Something that has one of finitely many values.
    Var
}
id! {
    /// A condition over variables.
    Node
}

/// Rows by their numbers.
#[derive(Debug, Clone)]
pub(crate) struct Table<I, T> {
    rows: Vec<T>,
    ids: PhantomData<fn(I)>,
}

impl<I: Id, T> Table<I, T> {
    pub(crate) const fn new() -> Self {
        Self { rows: Vec::new(), ids: PhantomData }
    }

    /// As many equal rows as another table has.
    pub(crate) fn like<O>(other: &Table<I, O>, row: T) -> Self
    where
        T: Clone,
    {
        Self { rows: vec![row; other.rows.len()], ids: PhantomData }
    }

    pub(crate) fn of(rows: impl Iterator<Item = T>) -> Self {
        Self { rows: rows.collect(), ids: PhantomData }
    }

    pub(crate) fn push(&mut self, row: T) -> I {
        self.rows.push(row);
        I::new(self.rows.len() - 1)
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = I> + use<I, T> {
        (0..self.rows.len()).map(I::new)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (I, &T)> {
        self.rows.iter().enumerate().map(|(number, row)| (I::new(number), row))
    }
}

impl<I: Id, T> Index<I> for Table<I, T> {
    type Output = T;
    #[expect(clippy::indexing_slicing, reason = "numbers come from `push` of tables of one length")]
    fn index(&self, id: I) -> &T {
        &self.rows[id.number()]
    }
}

impl<I: Id, T> IndexMut<I> for Table<I, T> {
    #[expect(clippy::indexing_slicing, reason = "numbers come from `push` of tables of one length")]
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.rows[id.number()]
    }
}
