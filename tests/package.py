"""Checks archives as they are released: python3 tests/package.py FILE...

Each kind has to hold what its readers need and nothing else: no tests that cannot run there, nothing
of whoever built it, no file that only grows it. Prints the sizes.
"""

import io
import os
import sys
import tarfile
import zipfile
from email.message import Message
from email.parser import BytesParser
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LICENCES = ("LICENSE-APACHE", "LICENSE-MIT")
STUBS = ("py.typed", "_native.pyi", "_policy.pyi", "vocab.py", "command/program.py")
POLICIES = ("documented.json", "strict.json")

# What every archive of the kind holds, below its one folder; patterns of what it may hold; and its
# size in KB, packed. A wheel is not checked for more: maturin takes the whole package.
CRATE = (
    [*LICENCES, "Cargo.toml", "Cargo.lock", "README.md", "src/lib.rs", "examples/demo.rs"]
    + [f"src/policy/builtin/{name}" for name in POLICIES]
    + ["examples/policies/README.md", "examples/demo/webhooks/1-preliminary.http"],
    ["LICENSE-*", "Cargo.*", "README.md", ".cargo_vcs_info.json", "src/*", "examples/*"],
    500,
)
SOURCES = (
    [*LICENCES, "PKG-INFO", "pyproject.toml", "Cargo.toml", "Cargo.lock", "README.md"]
    + [f"python/idenfy_rules/{name}" for name in STUBS]
    + ["py/src/lib.rs", "py/examples/three_jobs.py", "core/src/lib.rs"]
    + [f"core/src/policy/builtin/{name}" for name in POLICIES],
    ["LICENSE-*", "PKG-INFO", "*.toml", "Cargo.lock", "README.md", "python/idenfy_rules/*"]
    + ["*/LICENSE-*", "*/README.md", "py/src/*", "py/examples/*", "core/src/*", "core/examples/*"],
    800,
)
WHEEL = ([*(f"idenfy_rules/{name}" for name in STUBS), "idenfy_rules/_native.abi3.so"], ["*"], 3000)
KINDS = {".crate": CRATE, ".gz": SOURCES, ".whl": WHEEL}

TEXTS = ("Name", "Version", "Summary", "Keywords", "Author", "License-Expression", "Requires-Python")


def read(archive: Path) -> dict[str, bytes]:
    """The files of an archive, without the folder that one of sources is in."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as file:
            return {name: file.read(name) for name in file.namelist() if not name.endswith("/")}
    with tarfile.open(archive) as file:
        members = [member for member in file.getmembers() if not member.isdir()]
        assert all(member.isfile() for member in members), "a link, or something stranger"
        [folder] = {member.name.partition("/")[0] for member in members}
        contents = {member.name: file.extractfile(member) or io.BytesIO() for member in members}
        return {name.removeprefix(f"{folder}/"): data.read() for name, data in contents.items()}


def check_names(files: dict[str, bytes], needed: list[str], allowed: list[str]) -> None:
    missing = set(needed) - files.keys()
    assert not missing, f"missing: {sorted(missing)}"
    strange = {name for name in files if not any(fnmatch(name, like) for like in allowed)}
    assert not strange, f"not to be released: {sorted(strange)}"
    rubbish = [name for name in files if "__pycache__" in name or name.endswith((".orig", ".db"))]
    assert set(rubbish) <= {"Cargo.toml.orig"}, f"rubbish: {rubbish}"


def check_traces(files: dict[str, bytes]) -> None:
    """Nothing tells where it was built."""
    for path in (str(ROOT), os.environ.get("HOME", "")):
        told = [name for name, data in files.items() if len(path) > 4 and path.encode() in data]
        assert not told, f"{told} tell of {path}"


def check_metadata(files: dict[str, bytes]) -> None:
    """What an index shows, where there is such a file."""
    for name in [name for name in files if name == "PKG-INFO" or name.endswith("info/METADATA")]:
        found: Message = BytesParser().parsebytes(files[name])
        empty = [text for text in TEXTS if not found[text]]
        assert not empty, f"{name} has no {empty}"
        assert set(found.get_all("License-File", [])) == set(LICENCES), f"{name}: licences"
        kinds = {line.partition(" :: ")[0] for line in found.get_all("Classifier", [])}
        assert kinds >= {"Operating System", "Programming Language", "Typing"}, f"{name}: {kinds}"
        assert "```python" in str(found.get_payload()), f"{name} has no description"


def check_licences(files: dict[str, bytes]) -> None:
    """They are the licences, and not links that lost what they point at."""
    for licence in LICENCES:
        texts = [data for name, data in files.items() if name.endswith(licence)]
        assert texts, f"no {licence}"
        assert all(text == (ROOT / licence).read_bytes() for text in texts), licence


def check(archive: Path) -> None:
    needed, allowed, most = KINDS[archive.suffix]
    files = read(archive)
    check_names(files, needed, allowed)
    check_licences(files)
    check_traces(files)
    check_metadata(files)
    packed, large = archive.stat().st_size // 1000, sum(map(len, files.values())) // 1000
    assert packed <= most, f"{packed} KB are more than {most}"
    print(f"{archive.name}: {len(files)} files, {packed} KB packed, {large} KB")


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit("usage: tests/package.py FILE...")
    for name in sys.argv[1:]:
        try:
            check(Path(name))
        except AssertionError as fault:
            sys.exit(f"{name}: {fault}")


if __name__ == "__main__":
    main()
