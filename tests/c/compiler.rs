//! Building and running C programs against the C library.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");
pub const WARNINGS: &[&str] = &["-Wall", "-Wextra", "-Wpedantic", "-Werror"];

/// Whether a program is there. Under `STRICT=1` a missing one fails; else it is skipped loudly.
pub fn is_there(program: &str) -> bool {
    let there =
        Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success());
    if !there {
        assert!(std::env::var_os("STRICT").is_none(), "{program} is missing");
        // Unlike `eprintln!`, this is seen although the test passes.
        let note = format!("SKIPPED: {program} is missing, the C library was not tried with it\n");
        std::io::stderr().write_all(note.as_bytes()).expect("a place to complain");
    }
    there
}

/// Runs a command that must succeed; gives what it printed.
pub fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (out, err) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}\n{out}\n{err}");
    out.into_owned()
}

/// `cargo test` does not make the libraries, so they are built here; warm it takes no time.
pub fn library(name: &str) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("c-library");
    run(Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--package", "idenfy-rules-c", "--target-dir"])
        .arg(&target)
        .current_dir(ROOT));
    target.join("debug").join(name)
}

/// Builds a program of `tests/c/` against a library.
pub fn link(
    compiler: &str,
    name: &str,
    sources: &[&str],
    flags: &[&str],
    library: &Path,
) -> PathBuf {
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    run(Command::new(compiler)
        .args(WARNINGS)
        .args(flags)
        .arg("-o")
        .arg(&program)
        .args(sources.iter().map(|source| Path::new(ROOT).join("tests/c").join(source)))
        .arg("-I")
        .arg(Path::new(ROOT).join("include"))
        .arg(library)
        .args(["-lpthread", "-ldl", "-lm"]));
    program
}

/// Builds a C11 program of `tests/c/`, if there is a compiler.
pub fn program(name: &str, sources: &[&str], flags: &[&str]) -> Option<PathBuf> {
    let flags = [&["-std=c11"], flags].concat();
    is_there("gcc").then(|| link("gcc", name, sources, &flags, &library("libidenfy_rules.a")))
}
