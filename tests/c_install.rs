//! The C library as other projects get it: installed, then found by pkg-config and by CMake.

#[expect(dead_code, reason = "the programs here are built by their own files")]
#[path = "c/compiler.rs"]
mod compiler;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::{env, fs};

use compiler::{ROOT, WARNINGS, is_there, run};
use idenfy_rules::VERSION;

const STRICTLY: &str = "-O1 -Wall -Wextra -Wpedantic -Werror";
/// As they are installed, so nothing that they need may be missing.
const EXAMPLES: &str = "share/doc/idenfy-rules/examples";
const PAGE: &str = "docs/c.md";

/// An empty folder for one test, with a space in its path.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("c install").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("a scratch folder can be emptied");
    }
    fs::create_dir_all(&folder).expect("a scratch folder");
    folder
}

fn read(path: impl AsRef<Path>) -> String {
    let path = Path::new(ROOT).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// `make install` or `make uninstall`. The release build stays warm beside the other builds.
fn make(goal: &str, places: &[(&str, &Path)]) {
    let mut command = Command::new("make");
    command.args(["--silent", goal]).current_dir(ROOT).env("CARGO", env!("CARGO"));
    for name in ["PREFIX", "DESTDIR", "LIBDIR", "INCLUDEDIR", "DOCDIR"] {
        command.env_remove(name);
    }
    command.env("BUILD_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("install"));
    run(command.envs(places.iter().copied()));
}

/// Where the library is, installed once for all tests; `None` where it cannot be built.
fn prefix() -> Option<&'static Path> {
    static PREFIX: OnceLock<Option<PathBuf>> = OnceLock::new();
    let install = || {
        let prefix = scratch("prefix");
        make("install", &[("PREFIX", &prefix)]);
        prefix
    };
    let place =
        PREFIX.get_or_init(|| ["gcc", "make", "strip"].into_iter().all(is_there).then(install));
    place.as_deref()
}

/// The name that programs remember: before 1.0 the minor version is part of it.
fn soname() -> String {
    let parts: Vec<&str> = VERSION.split('.').collect();
    let series = if parts[0] == "0" { parts[..2].join(".") } else { parts[0].to_owned() };
    format!("libidenfy_rules.so.{series}")
}

fn pkg_config(prefix: &Path) -> Command {
    let mut command = Command::new("pkg-config");
    command.env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig"));
    command
}

/// What a program or library says about its loading.
fn dynamic_section(file: &Path) -> String {
    run(Command::new("readelf").arg("--dynamic").arg(file))
}

/// Runs both programs of a folder, and checks which library they really use.
fn check_programs(folder: &Path, prefix: &Path, linked_statically: bool) {
    let expected = read(prefix.join(EXAMPLES).join("expected.txt"));
    for name in ["three_jobs_c", "three_jobs_cpp"] {
        let program = folder.join(name);
        let loads_library = dynamic_section(&program).contains(&format!("[{}]", soname()));
        assert_eq!(loads_library, !linked_statically, "{}", program.display());
        let output = run(Command::new(&program).env("LD_LIBRARY_PATH", prefix.join("lib")));
        assert_eq!(output, expected, "{}", program.display());
    }
}

#[test]
fn the_examples_build_with_pkg_config() {
    let Some(prefix) = prefix() else { return };
    if !["pkg-config", "readelf", "g++"].into_iter().all(is_there) {
        return;
    }
    for (name, linked_statically) in [("pkg-config shared", false), ("pkg-config static", true)] {
        let folder = scratch(name);
        for entry in fs::read_dir(prefix.join(EXAMPLES)).expect("the examples") {
            let source = entry.expect("an entry").path();
            fs::copy(&source, folder.join(source.file_name().expect("a name"))).expect("a copy");
        }
        let flags = format!("CFLAGS={STRICTLY}");
        let flags = [flags.clone(), flags.replacen("CFLAGS", "CXXFLAGS", 1)];
        run(Command::new("make")
            .arg("--silent")
            .args(flags)
            .arg(format!("STATIC={}", u8::from(linked_statically)))
            .env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig"))
            .current_dir(&folder));
        check_programs(&folder, prefix, linked_statically);
    }
}

#[test]
fn the_examples_build_with_cmake() {
    let Some(prefix) = prefix() else { return };
    if !["cmake", "readelf", "g++"].into_iter().all(is_there) {
        return;
    }
    for (name, linked_statically) in [("cmake shared", false), ("cmake static", true)] {
        let folder = scratch(name);
        run(Command::new("cmake")
            .arg("-S")
            .arg(prefix.join(EXAMPLES))
            .arg("-B")
            .arg(&folder)
            .arg(format!("-DCMAKE_PREFIX_PATH={}", prefix.display()))
            .args(["C", "CXX"].map(|language| format!("-DCMAKE_{language}_FLAGS={STRICTLY}")))
            .arg(format!("-DSTATIC={linked_statically}")));
        run(Command::new("cmake").arg("--build").arg(&folder));
        check_programs(&folder, prefix, linked_statically);
    }
}

#[test]
fn cmake_takes_the_versions_of_one_series() {
    let Some(prefix) = prefix() else { return };
    if !is_there("cmake") {
        return;
    }
    let series = soname().replacen("libidenfy_rules.so.", "", 1);
    for (asked, taken) in
        [(series.as_str(), true), (VERSION, true), ("0.0.9", false), ("99", false)]
    {
        let folder = scratch("cmake versions");
        let project = format!(
            "cmake_minimum_required(VERSION 3.13)\nproject(asks LANGUAGES C)\n\
             find_package(idenfy-rules {asked} CONFIG QUIET)\n\
             file(WRITE \"${{CMAKE_BINARY_DIR}}/answer\" \"${{idenfy-rules_FOUND}}\")\n"
        );
        fs::write(folder.join("CMakeLists.txt"), project).expect("a project");
        run(Command::new("cmake")
            .arg("-S")
            .arg(&folder)
            .arg("-B")
            .arg(&folder)
            .arg(format!("-DCMAKE_PREFIX_PATH={}", prefix.display())));
        assert_eq!(read(folder.join("answer")) == "1", taken, "{asked}");
    }
}

#[test]
fn pkg_config_knows_the_version() {
    let Some(prefix) = prefix() else { return };
    if is_there("pkg-config") {
        let version = run(pkg_config(prefix).args(["--modversion", "idenfy-rules"]));
        assert_eq!(version.trim(), VERSION);
    }
}

#[test]
fn the_shared_library_has_a_name_and_its_links() {
    let Some(prefix) = prefix() else { return };
    let folder = prefix.join("lib");
    let link = |name: &str| fs::read_link(folder.join(name)).expect("a symbolic link");
    assert_eq!(link("libidenfy_rules.so"), Path::new(&soname()));
    let file = format!("libidenfy_rules.so.{VERSION}");
    assert_eq!(link(&soname()), Path::new(&file));
    if is_there("readelf") {
        let section = dynamic_section(&folder.join(file));
        assert!(section.contains(&format!("Library soname: [{}]", soname())), "{section}");
    }
}

#[test]
fn the_installed_library_shows_its_functions_and_nothing_of_its_builder() {
    let Some(prefix) = prefix() else { return };
    let library = prefix.join("lib/libidenfy_rules.so");
    if is_there("nm") {
        let table = run(Command::new("nm").args(["--dynamic", "--defined-only"]).arg(&library));
        let exported: Vec<&str> =
            table.lines().filter_map(|line| line.rsplit(' ').next()).collect();
        assert!(exported.len() >= 100, "{exported:?}");
        assert!(exported.iter().all(|name| name.starts_with("idr_")), "{exported:?}");
        // Stripped: no table but the one that the loader reads.
        assert_eq!(run(Command::new("nm").arg(&library)), "");
    }
    let text = String::from_utf8_lossy(&fs::read(&library).expect("a library")).into_owned();
    for path in [Some(ROOT.to_owned()), env::var("HOME").ok()].into_iter().flatten() {
        assert!(path.len() < 4 || !text.contains(&path), "the library tells where it was built");
    }
}

#[test]
fn uninstall_takes_away_what_install_brought() {
    if prefix().is_none() {
        return;
    }
    let stage = scratch("stage");
    let places = [
        ("DESTDIR", stage.as_path()),
        ("PREFIX", Path::new("/opt/rules")),
        ("LIBDIR", Path::new("/opt/rules/lib/here")),
        ("INCLUDEDIR", Path::new("/opt/rules/include/there")),
    ];
    make("install", &places);
    let installed = files(&stage);
    let there = |end: &str| installed.iter().any(|file| file.ends_with(end));
    for end in ["lib/here/libidenfy_rules.a", "include/there/idenfy_rules.hpp", "LICENSE-MIT"] {
        assert!(there(end), "{end}: {installed:?}");
    }
    make("uninstall", &places);
    assert_eq!(files(&stage), Vec::<PathBuf>::new());
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry"));
    let (folders, mut found): (Vec<_>, Vec<_>) =
        entries.map(|entry| entry.path()).partition(|path| path.is_dir() && !path.is_symlink());
    found.extend(folders.iter().flat_map(|folder| files(folder)));
    found
}

/// Rounded to 0.1 MB, so that the figure does not change with every commit.
#[test]
fn the_library_is_not_larger_than_the_readme_says() {
    const COMMAND: &str = "BLESS=1 cargo test --test c_install";
    const MARKS: [&str; 2] = ["<!-- stripped size -->", " MB<!-- x86-64 Linux -->"];
    let Some(prefix) = prefix().filter(|_| cfg!(target_arch = "x86_64")) else { return };
    let bytes = fs::metadata(prefix.join("lib/libidenfy_rules.so")).expect("a library").len();
    let measured = format!("{:.1}", bytes as f64 / 1e6);
    let readme = read("README.md");
    let (before, rest) = readme.split_once(MARKS[0]).expect("a mark before the size");
    let (recorded, after) = rest.split_once(MARKS[1]).expect("a mark after the size");
    if env::var_os("BLESS").is_some() {
        let page = [before, MARKS[0], &measured, MARKS[1], after].concat();
        fs::write(Path::new(ROOT).join("README.md"), page).expect("README.md can be written");
        return;
    }
    let number = |text: &str| text.parse::<f64>().expect("a number");
    assert!(
        number(&measured) <= number(recorded),
        "the stripped library has grown from {recorded} to {measured} MB ({bytes} bytes); \
         if that is worth it, run `{COMMAND}`"
    );
}

/// The blocks of the page on C, one after the other, are a program that compiles.
#[test]
fn the_page_compiles() {
    let Some(prefix) = prefix() else { return };
    let page = read(PAGE);
    for (fence, compiler, standard, file) in
        [("```c\n", "gcc", "-std=c11", "page.c"), ("```cpp\n", "g++", "-std=c++17", "page.cpp")]
    {
        let blocks: Vec<&str> =
            page.split(fence).skip(1).filter_map(|rest| rest.split("```").next()).collect();
        assert!(blocks.len() >= 3, "{PAGE} has a block for each job in {fence}");
        let source = scratch(file).join(file);
        fs::write(&source, blocks.concat()).expect("a scratch file");
        if is_there(compiler) {
            run(Command::new(compiler)
                .arg(standard)
                .args(WARNINGS)
                .args(["-fsyntax-only", "-I"])
                .arg(prefix.join("include"))
                .arg(&source));
        }
    }
}

/// The page shows how to make a signature elsewhere; ours is the same.
#[test]
fn the_signature_of_the_page_is_ours() {
    let signature = idenfy_rules::sign(br#"{"scanRef": "s-1"}"#, b"signing key");
    assert!(read(PAGE).contains(&signature.expect("the key is not empty")));
}
