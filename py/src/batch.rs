//! Many webhooks in one call, over several threads, without the interpreter.

use std::panic::resume_unwind;
use std::thread;

use idenfy_rules::policy::batch::parts;
use idenfy_rules::{BatchOptions, InputError, Policy};

use crate::columns::{Builder, Columns};

/// Decides all lines. The answer is the same for any number of threads.
pub(crate) fn evaluate(
    policy: &Policy,
    ndjson: &[u8],
    options: &BatchOptions<'_>,
    threads: usize,
) -> Result<Columns, InputError> {
    if threads == 1 {
        return alone(policy, ndjson, options);
    }
    thread::scope(|scope| {
        let started: Vec<_> = parts(ndjson, options.first, threads)
            .into_iter()
            .map(|(first, part)| {
                scope.spawn(move || alone(policy, part, &BatchOptions { first, ..*options }))
            })
            .collect();
        let mut all = Builder::default();
        for part in started {
            // A panic goes on to where it becomes an exception.
            all.append(part.join().unwrap_or_else(|panic| resume_unwind(panic))?);
        }
        Ok(all.finish())
    })
}

fn alone(
    policy: &Policy,
    ndjson: &[u8],
    options: &BatchOptions<'_>,
) -> Result<Columns, InputError> {
    let mut columns = Builder::default();
    policy.for_each_line(ndjson, options, |at, result| columns.push(at, result))?;
    Ok(columns.finish())
}
