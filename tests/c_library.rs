//! The C library as C programs see it: compiled with the system compiler and run.

#[path = "c/compiler.rs"]
mod compiler;
#[path = "c/faults.rs"]
mod faults;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use compiler::{ROOT, WARNINGS, is_there, library, link, program, run};

const HOSTILE: &[&str] = &[
    "hostile.c",
    "hostile_token.c",
    "hostile_response.c",
    "hostile_signature.c",
    "hostile_delivery.c",
    "hostile_policy.c",
    "hostile_decision.c",
    "hostile_history.c",
    "hostile_show.c",
    "hostile_analysis.c",
    "hostile_integration.c",
    "hostile_words.c",
];
const THREADED: &[&str] = &["-D_POSIX_C_SOURCE=200809L", "-pthread"];
const SANITIZED: &[&str] = &["-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"];

/// Builds and runs a program that says `ok`.
fn says_ok(program: Option<PathBuf>) {
    if let Some(program) = program {
        assert_eq!(run(&mut Command::new(&program)).trim(), "ok");
    }
}

/// Whether a symbol is in a program.
fn has_symbol(program: &Path, name: &str) -> bool {
    run(Command::new("nm").arg(program)).contains(name)
}

#[test]
fn a_c_program_links_and_runs() {
    says_ok(program("smoke", &["smoke.c"], &[]));
}

#[test]
fn hostile_calls_are_refused() {
    says_ok(program("hostile", HOSTILE, &[]));
}

#[test]
fn every_fault_is_tried_on_every_function() {
    let (functions, trials) = (faults::functions(), faults::trials());
    assert!(functions.len() > 150 && trials.len() > 300, "{} {}", functions.len(), trials.len());
    let missing: Vec<String> =
        functions.iter().flat_map(|function| faults::missing(function, &trials)).collect();
    assert!(missing.is_empty(), "the hostile programs do not try\n{}", missing.join("\n"));
}

/// Thousands of webhooks allocate nothing, and nothing is to be freed in between.
#[test]
fn the_hot_path_allocates_nothing() {
    let counted = "-Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=posix_memalign";
    says_ok(program("hot", &["hot.c"], &["-D_GNU_SOURCE", counted]));
}

#[test]
fn many_threads_share_a_policy() {
    says_ok(program("threads", &["threads.c"], THREADED));
}

#[test]
fn the_c_side_is_clean_under_a_thread_sanitizer() {
    let flags = [THREADED, &["-g", "-fsanitize=thread"]].concat();
    if !is_there("nm") {
        return;
    }
    let Some(program) = program("threads-tsan", &["threads.c"], &flags) else { return };
    assert!(has_symbol(&program, "__tsan_init"), "the sanitizer is not there");
    says_ok(Some(program));
}

/// The C side under two sanitizers, which are really there: their symbols are in the program.
#[test]
fn the_c_side_is_clean_under_sanitizers() {
    if !is_there("nm") {
        return;
    }
    for (name, sources) in [("smoke-asan", &["smoke.c"][..]), ("hostile-asan", HOSTILE)] {
        let Some(program) = program(name, sources, SANITIZED) else { return };
        assert!(has_symbol(&program, "__asan_init") && has_symbol(&program, "__ubsan_handle"));
        says_ok(Some(program));
    }
}

#[test]
fn nothing_is_lost_or_read_twice_under_valgrind() {
    if !is_there("valgrind") {
        return;
    }
    for (name, sources) in [("smoke-valgrind", &["smoke.c"][..]), ("hostile-valgrind", HOSTILE)] {
        let Some(program) = program(name, sources, &["-g"]) else { return };
        let checks = ["--quiet", "--error-exitcode=9", "--leak-check=full"];
        let kinds = ["--show-leak-kinds=definite", "--errors-for-leak-kinds=definite"];
        let out = run(Command::new("valgrind").args(checks).args(kinds).arg(program));
        assert_eq!(out.trim(), "ok", "{name}");
    }
}

/// The header-only wrapper, with the sanitizers: a wrong owner would free twice or not at all.
#[test]
fn the_cpp_wrapper_compiles_and_runs() {
    let library = library("libidenfy_rules.a");
    let builds = [
        ("g++", "-std=c++17", SANITIZED),
        ("g++", "-std=c++20", &[]),
        ("clang++", "-std=c++17", &[]),
        ("clang++", "-std=c++20", &[]),
    ];
    for (compiler, standard, flags) in builds {
        if is_there(compiler) {
            let (flags, name) = ([&[standard], flags].concat(), format!("wrapper-{compiler}"));
            let sources = ["wrapper.cpp", "twice.cpp"];
            says_ok(Some(link(compiler, &name, &sources, &flags, &library)));
        }
    }
}

/// Where exceptions are off, every call has a twin that returns what went wrong.
#[test]
fn the_cpp_wrapper_works_without_exceptions() {
    let library = library("libidenfy_rules.a");
    for compiler in ["g++", "clang++"] {
        if is_there(compiler) {
            let flags = ["-std=c++17", "-fno-exceptions", "-fno-rtti"];
            let name = format!("returning-{compiler}");
            says_ok(Some(link(compiler, &name, &["returning.cpp"], &flags, &library)));
        }
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
    says_ok(Some(link("gcc", "panic", HOSTILE, &["-std=c11", "-DPANIC"], &library)));
}

#[test]
fn the_header_compiles_without_a_warning() {
    let c = ["c99", "c11", "c17"].map(|standard| ("c", standard));
    let cpp = ["c++11", "c++14", "c++17", "c++20"].map(|standard| ("c++", standard));
    for (compiler, standards) in [("gcc", &c[..]), ("clang", &c), ("g++", &cpp), ("clang++", &cpp)]
    {
        if !is_there(compiler) {
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

/// Each part of the wrapper stands on its own.
#[test]
fn every_part_of_the_wrapper_compiles_alone() {
    if !is_there("g++") {
        return;
    }
    let parts = Path::new(ROOT).join("include/idenfy_rules");
    let mut compiled = 0;
    for part in std::fs::read_dir(parts).expect("the parts of the wrapper") {
        run(Command::new("g++")
            .args(["-std=c++17", "-fsyntax-only", "-x", "c++"])
            .args(WARNINGS)
            .arg(part.expect("a part").path()));
        compiled += 1;
    }
    assert!(compiled >= 5, "{compiled} parts");
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
    let declared = faults::functions().into_iter().map(|function| function.name).collect();
    assert_eq!(exported, declared);
    assert!(exported.len() > 150, "{exported:?}");
}

/// What the examples of the documentation use.
const GIVEN: &str = "const uint8_t *request, size_t request_len, const uint8_t *answer, \
    size_t answer_len, const uint8_t *body, size_t body_len, const uint8_t *signature, \
    size_t signature_len, const uint8_t *key, size_t key_len, const uint8_t *event, size_t event_len";

/// The lines of an example, inside a function that declares what they use.
fn compiles(name: &str, lines: &str) {
    let program = format!(
        "#include \"idenfy_rules.h\"\n\
         bool decide({GIVEN});\n\
         bool decide({GIVEN}) {{\n(void)request, (void)request_len, (void)answer, (void)answer_len;\n\
         bool send_it = true, again = true, accepted = false;\nint http_status = 200;\n\
         {lines}\nreturn send_it && again && accepted && http_status == 200;\n}}\n"
    );
    let source = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&source, program).expect("a scratch file");
    run(Command::new("gcc")
        .arg("-std=c11")
        .args(WARNINGS)
        .args(["-fsyntax-only", "-I"])
        .arg(Path::new(ROOT).join("include"))
        .arg(&source));
}

fn text_of(file: &str) -> String {
    std::fs::read_to_string(Path::new(ROOT).join(file)).expect("a text")
}

#[test]
fn the_readme_compiles() {
    let readme = text_of("README.md");
    let block = readme.split("```c\n").nth(1).and_then(|rest| rest.split("```").next());
    if is_there("gcc") {
        compiles("readme.c", block.expect("a C block in the README"));
    }
}

#[test]
fn the_example_of_the_header_compiles() {
    let header = text_of("include/idenfy_rules.h");
    let opening = header.split("*/").next().expect("an opening comment");
    let lines: Vec<&str> =
        opening.lines().filter_map(|line| line.strip_prefix(" *     ")).collect();
    assert!(lines.len() > 10, "{lines:?}");
    if is_there("gcc") {
        compiles("opening.c", &lines.join("\n"));
    }
}

#[test]
fn the_example_of_the_wrapper_compiles() {
    let wrapper = text_of("include/idenfy_rules.hpp");
    let lines: Vec<&str> =
        wrapper.lines().filter_map(|line| line.strip_prefix("//     ")).collect();
    assert!(lines.len() > 4, "{lines:?}");
    let program = format!(
        "#include \"idenfy_rules.hpp\"\n\
         bool decide(idenfy::Bytes body, idenfy::MaybeBytes signature, idenfy::Bytes key,\n\
         idenfy::MaybeBytes event, int &http_status);\n\
         bool decide(idenfy::Bytes body, idenfy::MaybeBytes signature, idenfy::Bytes key,\n\
         idenfy::MaybeBytes event, int &http_status) {{\n\
         bool accepted = false;\n{}\nreturn accepted;\n}}\n",
        lines.join("\n")
    );
    let source = Path::new(env!("CARGO_TARGET_TMPDIR")).join("opening.cpp");
    std::fs::write(&source, program).expect("a scratch file");
    if is_there("g++") {
        run(Command::new("g++")
            .arg("-std=c++17")
            .args(WARNINGS)
            .args(["-fsyntax-only", "-I"])
            .arg(Path::new(ROOT).join("include"))
            .arg(&source));
    }
}
