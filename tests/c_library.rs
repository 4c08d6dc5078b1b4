//! The C library as C programs see it: compiled with the system compiler and run.

#[path = "c/compiler.rs"]
mod compiler;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use compiler::{ROOT, WARNINGS, is_there, library, link, program, run};

/// Builds and runs a program that says `ok`.
fn says_ok(program: Option<PathBuf>) {
    if let Some(program) = program {
        assert_eq!(run(&mut Command::new(&program)).trim(), "ok");
    }
}

#[test]
fn a_c_program_links_and_runs() {
    says_ok(program("smoke", "smoke.c", &[]));
}

#[test]
fn hostile_calls_are_refused() {
    says_ok(program("hostile", "hostile.c", &[]));
}

#[test]
fn many_threads_share_a_policy() {
    says_ok(program("threads", "threads.c", &["-D_POSIX_C_SOURCE=200809L", "-pthread"]));
}

/// The C side under two sanitizers, which are really there: their symbols are in the program.
#[test]
fn the_c_side_is_clean_under_sanitizers() {
    if !is_there("nm") {
        return;
    }
    let flags = ["-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
    for source in ["smoke", "hostile"] {
        let Some(program) = program(&format!("{source}-asan"), &format!("{source}.c"), &flags)
        else {
            return;
        };
        let symbols = run(Command::new("nm").arg(&program));
        assert!(symbols.contains("__asan_init") && symbols.contains("__ubsan_handle"), "{source}");
        says_ok(Some(program));
    }
}

#[test]
fn nothing_is_lost_or_read_twice_under_valgrind() {
    if !is_there("valgrind") {
        return;
    }
    for source in ["smoke", "hostile"] {
        let name = format!("{source}-valgrind");
        let Some(program) = program(&name, &format!("{source}.c"), &["-g"]) else { return };
        let checks = ["--quiet", "--error-exitcode=9", "--leak-check=full"];
        let kinds = ["--show-leak-kinds=definite", "--errors-for-leak-kinds=definite"];
        let out = run(Command::new("valgrind").args(checks).args(kinds).arg(program));
        assert_eq!(out.trim(), "ok", "{source}");
    }
}

/// The header-only wrapper, with the sanitizers: a wrong owner would free twice or not at all.
#[test]
fn the_cpp_wrapper_compiles_and_runs() {
    if !is_there("g++") {
        return;
    }
    for standard in ["-std=c++17", "-std=c++20"] {
        let flags = [standard, "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
        let library = library("libidenfy_rules.a");
        says_ok(Some(link("g++", "wrapper", "wrapper.cpp", &flags, &library)));
    }
}

/// An entry that panics, which only a build with the feature has.
#[test]
fn a_panic_comes_back_as_a_status() {
    if !is_there("gcc") {
        return;
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("c-library-panic");
    run(Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--package", "idenfy-rules-c", "--features", "panic-entry"])
        .arg("--target-dir")
        .arg(&target)
        .current_dir(ROOT));
    let library = target.join("debug/libidenfy_rules.a");
    says_ok(Some(link("gcc", "panic", "hostile.c", &["-std=c11", "-DPANIC"], &library)));
}

#[test]
fn the_header_compiles_without_a_warning() {
    let c = ["c99", "c11", "c17"].map(|standard| ("c", standard));
    let cpp = ["c++11", "c++14", "c++17", "c++20"].map(|standard| ("c++", standard));
    let compilers = [
        ("gcc", &c[..], true),
        ("g++", &cpp, true),
        ("clang", &c, false),
        ("clang++", &cpp, false),
    ];
    for (compiler, standards, required) in compilers {
        let there = Command::new(compiler).arg("--version").output().is_ok();
        if !there && !required {
            eprintln!("SKIPPED: {compiler} is missing, the header was not compiled with it");
        }
        if !(there || required && is_there(compiler)) {
            continue;
        }
        for (language, standard) in standards {
            run(Command::new(compiler)
                .arg(format!("-std={standard}"))
                .args(WARNINGS)
                .args(["-fsyntax-only", "-x", language])
                .arg(Path::new(ROOT).join("include/idenfy_rules.h")));
        }
    }
}

/// Names of the functions that the header declares.
fn declared() -> BTreeSet<String> {
    let header = std::fs::read_to_string(Path::new(ROOT).join("include/idenfy_rules.h"));
    let header = header.expect("the header");
    let lines = header.lines().filter(|line| !line.starts_with(' ') && line.contains("idr_"));
    let names = lines.filter_map(|line| line.split_once('(')?.0.rsplit([' ', '*']).next());
    names.filter(|name| name.starts_with("idr_")).map(str::to_owned).collect()
}

#[test]
fn the_shared_library_exports_what_the_header_declares_and_nothing_else() {
    if !is_there("nm") {
        return;
    }
    let library = library("libidenfy_rules.so");
    let table = run(Command::new("nm").args(["--dynamic", "--defined-only"]).arg(library));
    let exported: BTreeSet<String> =
        table.lines().filter_map(|line| line.rsplit(' ').next()).map(str::to_owned).collect();
    assert!(exported.len() >= 100, "{exported:?}");
    assert_eq!(exported, declared());
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
        .arg("-std=c11")
        .args(WARNINGS)
        .args(["-fsyntax-only", "-I"])
        .arg(Path::new(ROOT).join("include"))
        .arg(&source));
}
