//! Keys that a body repeats, found while it is read.

use crate::json::{Cursor, Kind, Label, Span, Sure, Token, Unsure, Witness, spread};

/// The logarithm of the number of places.
const BITS: u32 = 10;
const PLACES: usize = 1 << BITS;
/// Bodies with more keys that no table knows are left to the plain reader.
const MOST_KEYS: usize = PLACES / 2;
/// More keys than the vendor's samples have.
const USUAL_KEYS: usize = PLACES / 8;
/// Keys that fall on the same place one after the other, before an attack is suspected.
const MOST_STEPS: u16 = 16;

/// Every key of one body that no table knows, with its object and its value.
#[derive(Debug)]
pub(super) struct Seen {
    /// One more than the number of the member; 0 where there is none.
    places: Vec<u16>,
    members: Vec<Member>,
}

/// A member: where its object begins, its key and its value as they are written.
#[derive(Debug, Clone, Copy)]
struct Member {
    object: u32,
    name: Span,
    value: Span,
}

impl Default for Seen {
    fn default() -> Self {
        Self { places: vec![0; PLACES], members: Vec::with_capacity(USUAL_KEYS) }
    }
}

impl Seen {
    /// Forgets the last body.
    pub(super) fn clear(&mut self) {
        if !self.members.is_empty() {
            self.places.fill(0);
            self.members.clear();
        }
    }

    /// Notes a member. One that came before must have the same value, letter by letter, to be
    /// surely the same; and where a decision hangs on a key, it must not come again at all.
    #[inline(always)]
    pub(super) fn note(
        &mut self,
        cursor: &Cursor<'_>,
        label: Label,
        (object, name, value): (u32, Span, Span),
        once: bool,
    ) -> Sure<()> {
        if self.members.len() >= MOST_KEYS {
            return Err(Unsure);
        }
        let at = place(label, object);
        self.members.push(Member { object, name, value });
        match self.places.get_mut(usize::from(at)) {
            Some(free) if *free == 0 => {
                *free = u16::try_from(self.members.len()).map_err(|_| Unsure)?;
                Ok(())
            }
            _ => self.note_beside(cursor, at, once),
        }
    }

    /// The place of the last member is taken: by the same key, or by another one.
    #[inline(never)]
    fn note_beside(&mut self, cursor: &Cursor<'_>, first: u16, once: bool) -> Sure<()> {
        let last = self.members.last().copied().ok_or(Unsure)?;
        for step in 0..MOST_STEPS {
            let at = usize::from(first + step) % PLACES;
            let taken = self.places.get_mut(at).ok_or(Unsure)?;
            let Some(other) = self.members.get(usize::from(*taken).wrapping_sub(1)) else {
                *taken = u16::try_from(self.members.len()).map_err(|_| Unsure)?;
                return Ok(());
            };
            if other.object == last.object
                && cursor.bytes(other.name)? == cursor.bytes(last.name)?
            {
                let same = cursor.bytes(other.value)? == cursor.bytes(last.value)?;
                return if same && !once { Ok(()) } else { Err(Unsure) };
            }
        }
        Err(Unsure)
    }
}

/// Inside of what no fact is read from, every key counts the same.
impl Witness for Seen {
    #[inline(always)]
    fn member(&mut self, cursor: &Cursor<'_>, object: u32, key: Token, value: Span) -> Sure<()> {
        if key.kind != Kind::Text {
            // With escapes it could be any key.
            return Err(Unsure);
        }
        let label = cursor.label(key.span)?;
        self.note(cursor, label, (object, key.span, value), false)
    }
}

/// Where a key of an object belongs.
#[inline(always)]
fn place(label: Label, object: u32) -> u16 {
    let spread = spread(label.hash() ^ u64::from(object));
    // Only so many bits are left, so the conversion cannot fail.
    u16::try_from(spread >> (u64::BITS - BITS)).unwrap_or_default()
}
