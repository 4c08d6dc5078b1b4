//! Where a string may not simply go on.

use ::wide::i8x16;

use super::span::wide;

/// The bytes that one mask describes.
const BLOCK: u32 = 64;
/// How many blocks are looked at together.
const WINDOW: usize = 8;

type Bytes = [u8; 64];

/// What needs a look inside a string, looked for where it is needed: quotes, backslashes, control
/// characters, and everything beyond ASCII.
#[derive(Debug)]
pub(super) struct Stops<'t> {
    blocks: &'t [Bytes],
    /// The bytes behind the last whole block, and zeros, which stop every string.
    rest: Bytes,
    /// The masks of the blocks of a window: one at a time, each would be waited for.
    window: usize,
    masks: [u64; WINDOW],
    /// The block in use and its mask.
    block: u32,
    mask: u64,
}

impl<'t> Stops<'t> {
    pub(super) fn of(text: &'t [u8]) -> Self {
        let (blocks, tail) = text.as_chunks();
        let mut rest = [0; 64];
        rest.iter_mut().zip(tail).for_each(|(to, from)| *to = *from);
        let window = usize::MAX;
        Self { blocks, rest, window, masks: [0; WINDOW], block: 0, mask: 0 }
    }

    /// The first stop at a place or behind it; at the latest the place behind the text.
    #[inline(always)]
    pub(super) fn first_from(&mut self, from: u32) -> u32 {
        if from / BLOCK == self.block {
            let left = self.mask >> (from % BLOCK);
            if left != 0 {
                return from + left.trailing_zeros();
            }
        }
        self.first_further_on(from)
    }

    #[inline(never)]
    fn first_further_on(&mut self, mut from: u32) -> u32 {
        loop {
            self.block = from / BLOCK;
            self.mask = self.look_at(wide(self.block));
            let left = self.mask >> (from % BLOCK);
            if left != 0 {
                return from + left.trailing_zeros();
            }
            from = (self.block + 1) * BLOCK;
        }
    }

    /// The mask of a block; those of its neighbours are made with it.
    #[inline(always)]
    fn look_at(&mut self, block: usize) -> u64 {
        if block / WINDOW != self.window {
            self.look_through(block / WINDOW);
        }
        self.masks.get(block % WINDOW).copied().unwrap_or_default()
    }

    #[inline(never)]
    fn look_through(&mut self, window: usize) {
        self.window = window;
        let blocks = self.blocks.get(window * WINDOW..).unwrap_or_default();
        for (mask, block) in self.masks.iter_mut().zip(blocks) {
            *mask = stops(block);
        }
        if let Some(last) = self.masks.get_mut(blocks.len()) {
            *last = stops(&self.rest);
        }
    }
}

/// One bit for every byte that needs a look. The first byte is the lowest bit.
fn stops(block: &Bytes) -> u64 {
    let (quarters, _) = block.as_chunks();
    quarters.iter().rev().fold(0, |mask, quarter| (mask << 16) | flags(quarter))
}

/// The same for a quarter of it.
#[inline(always)]
fn flags(quarter: &[u8; 16]) -> u64 {
    const QUOTE: i8x16 = i8x16::splat(b'"'.cast_signed());
    const BACKSLASH: i8x16 = i8x16::splat(b'\\'.cast_signed());
    const SPACE: i8x16 = i8x16::splat(b' '.cast_signed());
    // As a signed number a byte beyond ASCII is negative, and so less than a space as well.
    let bytes = i8x16::new(quarter.map(u8::cast_signed));
    let stops = bytes.simd_eq(QUOTE) | bytes.simd_eq(BACKSLASH) | bytes.simd_lt(SPACE);
    u64::from(stops.to_bitmask())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stops_one_by_one(block: &Bytes) -> u64 {
        let stops = |byte: &u8| matches!(*byte, b'"' | b'\\' | 0..=0x1f | 0x80..);
        block.iter().rev().fold(0, |mask, byte| (mask << 1) | u64::from(stops(byte)))
    }

    #[test]
    fn every_byte_is_told_apart_at_every_place() {
        for place in 0..64 {
            for byte in 0..=u8::MAX {
                let mut block = [b'a'; 64];
                block[place] = byte;
                assert_eq!(stops(&block), stops_one_by_one(&block), "{byte} at {place}");
                let stops_here = stops(&block) == 1 << place;
                assert_eq!(
                    stops_here,
                    !(0x20..0x80).contains(&byte) || byte == b'"' || byte == b'\\'
                );
            }
        }
    }

    /// What lies between two strings is not looked at: white space of any length, for one.
    #[test]
    fn a_stop_is_found_from_wherever_one_looks() {
        let text: Vec<u8> = (0..2600).map(|at| if at % 97 == 0 { b'"' } else { b'a' }).collect();
        for before in (0..2600).step_by(61) {
            for from in (before..2600).step_by(67) {
                let mut stops = Stops::of(&text);
                stops.first_from(before);
                assert_eq!(stops.first_from(from), 2600.min(from.next_multiple_of(97)), "{before}");
            }
        }
    }

    #[test]
    fn neighbours_do_not_disturb_each_other() {
        let mut seed = 1_u64;
        for _ in 0..10_000 {
            let mut block = [0; 64];
            for byte in &mut block {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                *byte = b"\"\\\x1f !a\x7f\xff"[usize::try_from(seed >> 61).unwrap()];
            }
            assert_eq!(stops(&block), stops_one_by_one(&block));
        }
    }
}
