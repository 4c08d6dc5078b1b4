//! A stream that nobody holds whole.

use idenfy_rules::Policy;
use idenfy_rules::policy::batch::{BatchOptions, Block, Blocks};

const PIECE: usize = 64 * 1024;
const BLOCK: usize = 1024 * 1024;

/// How many lines are decided of a stream that repeats some lines, read piece by piece.
pub fn decided(policy: &Policy, lines: &[u8], times: usize) -> usize {
    let mut blocks = Blocks::new(BLOCK, &Default::default());
    let mut count = 0;
    let mut decide = |Block { first, bytes, .. }: Block| {
        let options = BatchOptions { first, ..BatchOptions::default() };
        policy
            .for_each_line(&bytes, &options, |_, result| count += usize::from(result.is_ok()))
            .expect("no day is asked for");
    };
    for _ in 0..times {
        lines.chunks(PIECE).filter_map(|piece| blocks.push(piece)).for_each(&mut decide);
    }
    blocks.finish().into_iter().for_each(&mut decide);
    count
}

/// What a call gives, and the most bytes that it held.
pub fn peak<T>(call: impl FnOnce() -> T) -> (T, u64) {
    let mut given = None;
    let counted = allocation_counter::measure(|| given = Some(call()));
    (given.expect("it was called"), counted.bytes_max)
}
