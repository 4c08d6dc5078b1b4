//! Bodies with a few of their bytes changed: near enough to the real ones to get past their first
//! byte.

use crate::draw::Draw;

/// What a kind of body is changed with.
pub struct Matter {
    /// Values, some of them odd.
    pub values: &'static [&'static [u8]],
    /// Members of objects, with their commas.
    pub members: &'static [&'static [u8]],
}

/// Values that are hard to read in any body.
const VALUES: &[&[u8]] = &[
    b"null",
    b"true",
    b"false",
    b"\"\"",
    b"{}",
    b"[]",
    b"[[]]",
    b"{\"a\":1,\"a\":1}",
    b"[null,\"x\"]",
    b"{\"a\":1,\"a\":1.0}",
    b"0",
    b"-1",
    b"-0",
    b"1.5",
    b"1.0",
    b"1e5",
    b"1E+2",
    b"17",
    b"123456789012345678901234567890",
    b"\"\\u0061\"",
    b"\"\\udc00\"",
    b"\"\\ud800\"",
    b"\"\\ud83d\\ude00\"",
    "\"ž\"".as_bytes(),
];

/// What is hard about the syntax.
const PIECES: &[&[u8]] = &[
    b"01",
    b"1e999",
    b"\\u0061",
    b"\\ud83d\\ude00",
    b"\\ud800",
    b"\\udc00",
    b"\\u00g0",
    b"\\\"",
    b"\\/",
    b"\\x",
    b"\"",
    b"\\",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b" ",
    b"\n",
    b"\t",
    b"\x00",
    b"\x1f",
    b"\x7f",
    b"\xff",
    b"\xc3\xa9",
    b"\xc3",
    b"\xed\xa0\x80",
    "☃".as_bytes(),
    b"\xef\xbb\xbf",
];

/// The body, with one to three changes.
pub fn mutated(body: &[u8], others: &[Vec<u8>], matter: &Matter, draw: &mut Draw) -> Vec<u8> {
    let mut bytes = body.to_vec();
    for _ in 0..=draw.below(3) {
        change(&mut bytes, others, matter, draw);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, others: &[Vec<u8>], matter: &Matter, draw: &mut Draw) {
    let value = if draw.percent(40) { draw.one(VALUES) } else { draw.one(matter.values) };
    let at = draw.below(bytes.len() + 1);
    let end = (at + draw.below(40)).min(bytes.len());
    match draw.below(24) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(at..end)),
        2 => bytes.insert(at, draw.next().to_le_bytes()[0]),
        3 if at < bytes.len() => bytes[at] = draw.next().to_le_bytes()[0],
        3..=5 => insert(bytes, at, draw.one(PIECES)),
        6 => insert_behind(bytes, at, b'"', draw.one(PIECES)),
        7..=12 => replace_value(bytes, at, value),
        13..=17 => repeat_member(bytes, at, draw.percent(40).then_some(value)),
        18..=20 => insert_behind(bytes, at, b'{', draw.one(matter.members)),
        21 => {
            let other = &others[draw.below(others.len())];
            let from = draw.below(other.len() + 1);
            insert_behind(bytes, at, b',', &other[from..(from + 60).min(other.len())]);
        }
        _ => swap_spaces(bytes),
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, piece: &[u8]) {
    bytes.splice(at..at, piece.iter().copied());
}

/// Inserts behind the next occurrence of a byte.
fn insert_behind(bytes: &mut Vec<u8>, at: usize, byte: u8, piece: &[u8]) {
    if let Some(next) = bytes[at..].iter().position(|other| *other == byte) {
        insert(bytes, at + next + 1, piece);
    }
}

/// The place behind a simple value: the next comma or bracket that closes.
fn value_end(bytes: &[u8], start: usize) -> usize {
    let ends = |byte: &u8| matches!(byte, b',' | b'}' | b']');
    bytes[start..].iter().position(ends).map_or(bytes.len(), |length| start + length)
}

/// Replaces the value behind the next colon.
fn replace_value(bytes: &mut Vec<u8>, at: usize, piece: &[u8]) {
    if let Some(colon) = bytes[at..].iter().position(|byte| *byte == b':') {
        let start = at + colon + 1;
        bytes.splice(start..value_end(bytes, start), piece.iter().copied());
    }
}

/// Writes the member behind the next comma twice, perhaps with another value.
fn repeat_member(bytes: &mut Vec<u8>, at: usize, value: Option<&[u8]>) {
    let Some(comma) = bytes[at..].iter().position(|byte| *byte == b',') else { return };
    let start = at + comma;
    let end = value_end(bytes, start + 1);
    let mut member = bytes[start..end].to_vec();
    if let (Some(value), Some(colon)) = (value, member.iter().position(|byte| *byte == b':')) {
        member.truncate(colon + 1);
        member.extend_from_slice(value);
    }
    insert(bytes, end, &member);
}

/// Takes the spaces out of a body, or puts some in.
fn swap_spaces(bytes: &mut Vec<u8>) {
    if bytes.contains(&b' ') {
        bytes.retain(|byte| *byte != b' ');
    } else {
        *bytes = bytes
            .iter()
            .flat_map(|byte| match byte {
                b':' | b',' => vec![*byte, b' '],
                byte => vec![*byte],
            })
            .collect();
    }
}
