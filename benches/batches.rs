//! What a second core does for a batch, and how much memory a stream takes: `cargo bench --bench
//! batches`. Only ratios and bytes say something: machines differ.

#[path = "../tests/support/draw.rs"]
mod draw;
#[path = "../tests/support/stream.rs"]
mod stream;
#[path = "../tests/support/vendor_body.rs"]
mod vendor_body;

use std::thread;
use std::time::{Duration, Instant};

use idenfy_rules::Policy;
use idenfy_rules::policy::batch::{BatchOptions, Position, parts};

use draw::Draw;
use stream::{decided, peak};
use vendor_body::vendor_body;

const LINES: usize = 100_000;
const ROUNDS: usize = 15;

fn main() {
    let mut draw = Draw::new(7);
    let lines: String = (0..LINES).map(|_| vendor_body(&mut draw) + "\n").collect();
    let policy = Policy::strict();
    println!("{LINES} lines, {} MB, strict", lines.len() / 1_000_000);
    let [one, two] = times(&policy, lines.as_bytes());
    println!("{:<44} {:>6.2}", "two threads, to one", one.as_secs_f64() / two.as_secs_f64());
    for times in [1, 10] {
        let (count, bytes) = peak(|| decided(&policy, lines.as_bytes(), times));
        let megabytes = lines.len() * times / 1_000_000;
        println!("a stream of {megabytes:>5} MB: {count:>8} lines, {bytes:>9} bytes at most");
    }
}

/// The medians for one and for two threads, which take turns.
fn times(policy: &Policy, lines: &[u8]) -> [Duration; 2] {
    let mut rounds = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        for (threads, times) in (1..).zip(&mut rounds) {
            times.push(time(policy, lines, threads));
        }
    }
    rounds.map(|mut times| {
        times.sort_unstable();
        times[ROUNDS / 2]
    })
}

fn time(policy: &Policy, lines: &[u8], threads: usize) -> Duration {
    let start = Instant::now();
    let decide = |(first, part): (Position, &[u8])| {
        let options = BatchOptions { first, ..BatchOptions::default() };
        let mut count = 0;
        policy.for_each_line(part, &options, |_, _| count += 1).expect("no day is asked for");
        count
    };
    let count: usize = thread::scope(|scope| {
        let cut = parts(lines, Position::START, threads);
        let running: Vec<_> =
            cut.into_iter().map(|part| scope.spawn(move || decide(part))).collect();
        running.into_iter().map(|thread| thread.join().expect("no panic")).sum()
    });
    assert_eq!(count, LINES);
    start.elapsed()
}
