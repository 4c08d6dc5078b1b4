//! Interleaved rounds: every case has its turn in every round, so that a slow moment of the
//! machine meets all of them. What counts is the median over the rounds of thread CPU time.

use rustix::time::{ClockId, clock_gettime};

const ROUNDS: usize = 31;
/// How long one case runs in one round; long against the resolution of the clock.
const TURN_NS: f64 = 4e6;

pub struct Case<'a> {
    pub name: String,
    call: Box<dyn FnMut() + 'a>,
}

impl<'a> Case<'a> {
    pub fn new(name: impl Into<String>, call: impl FnMut() + 'a) -> Self {
        Self { name: name.into(), call: Box::new(call) }
    }

    fn turn(&mut self, calls: u32) -> f64 {
        let start = cpu_ns();
        for _ in 0..calls {
            (self.call)();
        }
        (cpu_ns() - start) / f64::from(calls)
    }

    /// Enough calls to fill a turn, found while warming up.
    fn calls(&mut self) -> u32 {
        let mut calls = 1;
        loop {
            let spent = self.turn(calls) * f64::from(calls);
            if spent >= TURN_NS {
                return calls;
            }
            calls *= 2;
        }
    }
}

fn cpu_ns() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e9 + time.tv_nsec as f64
}

/// The median nanoseconds of one call of each case, in the order given.
pub fn medians(cases: &mut [Case<'_>]) -> Vec<f64> {
    let calls: Vec<u32> = cases.iter_mut().map(Case::calls).collect();
    let mut times = vec![Vec::with_capacity(ROUNDS); cases.len()];
    for _ in 0..ROUNDS {
        for ((case, &calls), times) in cases.iter_mut().zip(&calls).zip(&mut times) {
            times.push(case.turn(calls));
        }
    }
    times.iter_mut().map(|times| middle(times)).collect()
}

fn middle(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
