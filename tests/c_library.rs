//! The C library as C programs see it: compiled with the system compiler and run.

use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Whether a program is there. Under `STRICT=1` a missing one fails; else it is skipped loudly.
fn is_there(program: &str) -> bool {
    let there =
        Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success());
    if !there {
        assert!(std::env::var_os("STRICT").is_none(), "{program} is missing");
        eprintln!("SKIPPED: {program} is missing, the C library was not tried");
    }
    there
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (out, err) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}\n{out}\n{err}");
    out.into_owned()
}

/// `cargo test` does not make the static library, so it is built here; warm it takes no time.
fn static_library(scratch: &Path) -> PathBuf {
    let target = scratch.join("c-library");
    run(Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--package", "idenfy-rules-c", "--target-dir"])
        .arg(&target)
        .current_dir(ROOT));
    target.join("debug/libidenfy_rules.a")
}

#[test]
fn a_c_program_links_and_runs() {
    if !is_there("gcc") {
        return;
    }
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let program = scratch.join("smoke");
    run(Command::new("gcc")
        .args(["-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-o"])
        .arg(&program)
        .arg(Path::new(ROOT).join("tests/c/smoke.c"))
        .arg("-I")
        .arg(Path::new(ROOT).join("include"))
        .arg(static_library(scratch))
        .args(["-lpthread", "-ldl", "-lm"]));
    assert_eq!(run(&mut Command::new(&program)).trim(), "ok");
}

#[test]
fn the_header_compiles_without_a_warning() {
    if !is_there("gcc") {
        return;
    }
    for standard in ["c99", "c11", "c17"] {
        run(Command::new("gcc")
            .args([
                &format!("-std={standard}"),
                "-Wall",
                "-Wextra",
                "-Wpedantic",
                "-Werror",
                "-fsyntax-only",
            ])
            .args(["-x", "c"])
            .arg(Path::new(ROOT).join("include/idenfy_rules.h")));
    }
}

/// The C lines of the README, inside a function that declares what they use.
#[test]
fn the_readme_compiles() {
    if !is_there("gcc") {
        return;
    }
    let readme = std::fs::read_to_string(Path::new(ROOT).join("README.md")).expect("README.md");
    let block = readme.split("```c\n").nth(1).and_then(|rest| rest.split("```").next());
    let lines = block.expect("a C block in the README");
    let program = format!(
        "#include \"idenfy_rules.h\"\n\
         bool decide(const uint8_t *body, size_t body_len, const uint8_t *signature, size_t signature_len,\n\
         const uint8_t *key, size_t key_len, const uint8_t *event, size_t event_len);\n\
         bool decide(const uint8_t *body, size_t body_len, const uint8_t *signature, size_t signature_len,\n\
         const uint8_t *key, size_t key_len, const uint8_t *event, size_t event_len) {{\n\
         bool accepted = false;\n{lines}\nreturn accepted;\n}}\n"
    );
    let source = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme.c");
    std::fs::write(&source, program).expect("a scratch file");
    run(Command::new("gcc")
        .args(["-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only", "-I"])
        .arg(Path::new(ROOT).join("include"))
        .arg(&source));
}
