//! What grows how: each input of `tests/support/sizes.rs` at its hostile size and at half of it, in
//! processes of their own: milliseconds on a processor, the ratio for one doubling, memory beyond the
//! input. Prints the table of `docs/hardening.md`: `cargo bench --bench sizes`.

#[path = "../tests/support/sizes.rs"]
#[expect(dead_code, reason = "the test takes the rest")]
mod sizes;

use std::env;
use std::fs;
use std::process::Command;
use std::time::Instant;

use sizes::{GROWING, Growing};

/// Several runs of the shorter ones, of which the shortest counts.
const ROUNDS: usize = 3;

/// The most memory that this process ever had, in KiB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// The nanoseconds that this process was on a processor: others may be busy. Where the system does
/// not tell, those that have passed.
fn spent(start: Instant) -> u128 {
    let text = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let told = text.split_whitespace().next().and_then(|digits| digits.parse().ok());
    told.unwrap_or_else(|| start.elapsed().as_nanos())
}

/// In a process of its own: microseconds, and KiB beyond what the input takes.
fn alone(place: usize, size: usize) {
    let growing = &GROWING[place];
    let input = (growing.make)(size);
    let before = peak();
    let start = Instant::now();
    let rounds = (0..ROUNDS).map(|_| {
        let before = spent(start);
        assert!(!(growing.run)(&input).is_empty());
        (spent(start) - before) / 1000
    });
    let shortest = rounds.min().unwrap_or_default();
    println!("{shortest} {}", peak() - before);
}

fn measured(place: usize, size: usize) -> (f64, f64) {
    let program = env::current_exe().expect("this program");
    let output =
        Command::new(program).env("SIZE", format!("{place} {size}")).output().expect("it runs");
    let text = String::from_utf8(output.stdout).expect("a text");
    let numbers: Vec<f64> =
        text.split_whitespace().map(|digits| digits.parse().expect("a number")).collect();
    (numbers[0] / 1000.0, numbers[1] / 1024.0)
}

fn row(place: usize, growing: &Growing) {
    let (half, whole) = (measured(place, growing.hostile / 2), measured(place, growing.hostile));
    let Growing { about, unit, hostile, expected, .. } = growing;
    let ratio = whole.0 / half.0.max(0.001);
    println!(
        "| {about} | {hostile} {unit} | `{expected}` | {:.1} | {ratio:.1} | {:.0} |",
        whole.0, whole.1
    );
}

fn main() {
    if let Ok(asked) = env::var("SIZE") {
        let (place, size) = asked.split_once(' ').expect("two numbers");
        return alone(place.parse().expect("a place"), size.parse().expect("a size"));
    }
    println!("| Input | Size | What comes of it | ms | twice the size | MiB beyond the input |");
    println!("|---|---|---|---|---|---|");
    GROWING.iter().enumerate().for_each(|(place, growing)| row(place, growing));
}
