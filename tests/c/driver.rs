//! The C program of `tests/c/driver_main.c`, waiting for calls.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::OnceLock;

use crate::compiler;

/// What a call comes to: the text of its result, or code, place, text and suggestion of its error.
pub type Outcome = Result<String, String>;
pub type Field = Option<Vec<u8>>;

pub struct Driver {
    child: Child,
    input: Option<ChildStdin>,
    output: ChildStdout,
}

/// The program; `C_DRIVER` names one that was built in another way, as `tests/c/asan.sh` does.
fn program() -> Option<PathBuf> {
    let given = std::env::var_os("C_DRIVER").map(PathBuf::from);
    let sources = [
        "driver_main.c",
        "driver.c",
        "driver_policy.c",
        "driver_analysis.c",
        "driver_lint.c",
        "forms.c",
    ];
    given.or_else(|| compiler::program("driver", &sources, &[]))
}

impl Driver {
    pub fn start() -> Option<Self> {
        static PROGRAM: OnceLock<Option<PathBuf>> = OnceLock::new();
        let program = PROGRAM.get_or_init(program).as_ref()?;
        let spawned = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = spawned.expect("the driver runs");
        let (input, output) = (child.stdin.take(), child.stdout.take().expect("an output"));
        Some(Self { child, input, output })
    }

    pub fn call(&mut self, name: &str, fields: &[Field]) -> Outcome {
        let count = u32::try_from(fields.len() + 1).expect("few fields");
        let mut frame = count.to_le_bytes().to_vec();
        for field in [&text(name)].into_iter().chain(fields) {
            let length = field.as_ref().map(|bytes| u32::try_from(bytes.len()).expect("short"));
            frame.extend(length.unwrap_or(u32::MAX).to_le_bytes());
            frame.extend(field.iter().flatten());
        }
        let input = self.input.as_mut().expect("the driver listens");
        input.write_all(&frame).and_then(|()| input.flush()).expect("the driver takes a call");
        let status = self.number();
        let mut answer = vec![0; usize::try_from(self.number()).expect("a length")];
        self.output.read_exact(&mut answer).expect("the driver answers");
        let answer = String::from_utf8(answer).expect("texts are UTF-8");
        if status == 0 { Ok(answer) } else { Err(answer) }
    }

    fn number(&mut self) -> u32 {
        let mut bytes = [0; 4];
        self.output.read_exact(&mut bytes).expect("the driver answers");
        u32::from_le_bytes(bytes)
    }

    pub fn stop(mut self) {
        drop(self.input.take());
        assert!(self.child.wait().expect("the driver ends").success());
    }
}

pub fn text(text: &str) -> Field {
    Some(text.as_bytes().to_vec())
}

pub fn maybe(given: Option<&str>) -> Field {
    given.map(|given| given.as_bytes().to_vec())
}
