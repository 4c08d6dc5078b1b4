#!/bin/sh
# Builds the C library and puts it where compilers look, or takes it away again:
# `make install`, `make uninstall`. Names and places are in docs/c.md.
#
# From the environment:
#   PREFIX      where the library will live; /usr/local
#   DESTDIR     put before every place, for packages; nothing
#   LIBDIR, INCLUDEDIR, DOCDIR
#               $PREFIX/lib, $PREFIX/include, $PREFIX/share/doc/idenfy-rules
#   BUILD_DIR   where cargo builds; target/install
#   CARGO, STRIP
set -eu

fail() {
    echo "install.sh: $1" >&2
    exit 1
}

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
cargo=${CARGO:-cargo}
build=${BUILD_DIR:-$root/target/install}
destdir=${DESTDIR:-}
prefix=${PREFIX:-/usr/local}
libdir=${LIBDIR:-$prefix/lib}
includedir=${INCLUDEDIR:-$prefix/include}
docdir=${DOCDIR:-$prefix/share/doc/idenfy-rules}
cmakedir=$libdir/cmake/idenfy-rules
staged=$build/staged

[ "$(uname -s)" = Linux ] || fail "only Linux: shared libraries have other names elsewhere"
for place in "$prefix" "$libdir" "$includedir" "$docdir"; do
    case $place in /*) ;; *) fail "not an absolute path: $place" ;; esac
done

# The version is the manifest's. Before 1.0 a minor version may change the ABI, so it is part of
# the name that programs remember.
id=$("$cargo" pkgid --locked --manifest-path "$root/Cargo.toml" --package idenfy-rules-c)
version=${id##*[#@]}
abi=${version%%.*}
if [ "$abi" = 0 ]; then
    minor=${version#0.}
    abi=0.${minor%%.*}
fi
shared=libidenfy_rules.so.$version
soname=libidenfy_rules.so.$abi

# Both libraries in one run, so that the optimiser runs once. The paths of whoever builds stay out
# of them, unless RUSTFLAGS is set, which cargo prefers. What the static one needs from the system,
# rustc says.
build_libraries() {
    hidden=--remap-path-prefix=${CARGO_HOME:-${HOME:-}/.cargo}=/cargo
    (cd "$root" && "$cargo" rustc --locked --release --quiet --package idenfy-rules-c --lib \
        --target-dir "$build" --config "build.rustflags = ['$hidden']" \
        -- -C "link-arg=-Wl,-soname,$soname" \
        --print "native-static-libs=$build/native-static-libs")
}

# Templates keep to ${prefix} where they can, as pkg-config's --define-prefix needs it.
under_prefix() {
    case $1 in "$prefix"/*) printf '${prefix}%s' "${1#"$prefix"}" ;; *) printf '%s' "$1" ;; esac
}

# Prints the sed command that fills in one word of a template.
fill() {
    printf 's|@%s@|%s|g\n' "$1" "$(printf '%s' "$2" | sed 's/[\\&|]/\\&/g')"
}

stage() {
    mkdir -p "$staged"
    strip=${STRIP:-strip} built=$build/release/libidenfy_rules
    "$strip" --strip-unneeded -o "$staged/$shared" "$built.so"
    "$strip" --strip-debug -o "$staged/libidenfy_rules.a" "$built.a"
    system=$(cat "$build/native-static-libs")
    {
        fill VERSION "$version"
        fill ABI "$abi"
        fill SHARED "$shared"
        fill SONAME "$soname"
        fill PREFIX "$prefix"
        fill LIBDIR "$libdir"
        fill INCLUDEDIR "$includedir"
        fill PC_LIBDIR "$(under_prefix "$libdir")"
        fill PC_INCLUDEDIR "$(under_prefix "$includedir")"
        fill SYSTEM_LIBRARIES "$system"
        fill SYSTEM_LIBRARIES_LIST "$(printf '%s' "$system" | tr ' ' ';')"
    } >"$staged/words.sed"
    for template in "$here"/*.in; do
        sed -f "$staged/words.sed" "$template" >"$staged/$(basename "$template" .in)"
    done
}

# The one list of what is installed: calls "$1 mode file place" for each.
each_file() {
    "$1" 755 "$staged/$shared" "$libdir/$shared"
    "$1" 644 "$staged/libidenfy_rules.a" "$libdir/libidenfy_rules.a"
    "$1" 644 "$staged/idenfy-rules.pc" "$libdir/pkgconfig/idenfy-rules.pc"
    for name in idenfy-rules-config.cmake idenfy-rules-config-version.cmake; do
        "$1" 644 "$staged/$name" "$cmakedir/$name"
    done
    for name in LICENSE-APACHE LICENSE-MIT CHANGELOG.md README.md docs/c.md; do
        "$1" 644 "$root/$name" "$docdir/${name##*/}"
    done
    for name in Makefile CMakeLists.txt three_jobs.c three_jobs.cpp inputs.h expected.txt; do
        "$1" 644 "$root/ffi-c/examples/$name" "$docdir/examples/$name"
    done
    (cd "$root/include" && find . -type f) | sort | while read -r name; do
        "$1" 644 "$root/include/$name" "$includedir/${name#./}"
    done
}

put() { install -D -m "$1" "$2" "$destdir$3"; }
drop() { rm -f "$destdir$3"; }

case ${1:-} in
install)
    build_libraries
    stage
    each_file put
    ln -sf "$shared" "$destdir$libdir/$soname"
    ln -sf "$soname" "$destdir$libdir/libidenfy_rules.so"
    ;;
uninstall)
    each_file drop
    rm -f "$destdir$libdir/$soname" "$destdir$libdir/libidenfy_rules.so"
    # Folders that are ours alone.
    for folder in "$cmakedir" "$docdir/examples" "$docdir" "$includedir/idenfy_rules"; do
        rmdir "$destdir$folder" 2>/dev/null || true
    done
    ;;
*) fail "usage: install.sh install|uninstall" ;;
esac
