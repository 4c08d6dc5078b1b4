//! The binary interface as a list, one line for each thing that a compiled program hangs on.

use super::render::is_code;

/// The head of the list: what it is for.
const HEAD: &str = "\
# What a program that was compiled against the header hangs on: functions with their whole
# signatures, structs with their fields in order, numbers. Left out are the vendor's words, which
# are texts and may grow, and the version.
#
# When this list differs from that of the last release, IDR_ABI_VERSION in ffi-c/src/version.rs
# must be greater than in that release. A number is never used again for something else.
#
# Made from the header; `BLESS=1 cargo test -p idenfy-rules-c` rewrites it.
";

/// The list of a header.
pub fn list(header: &str) -> Result<String, String> {
    let mut lines: Vec<String> = numbers(header).collect();
    for statement in statements(header)? {
        lines.extend(described(&statement)?);
    }
    lines.sort_by(|a, b| name(a).cmp(&name(b)));
    lines.dedup();
    Ok(format!("{HEAD}{}\n", lines.join("\n")))
}

/// What a line is sorted by: its kind, and the name of a function without its type.
fn name(line: &str) -> (&str, &str) {
    let (kind, rest) = line.split_once(' ').unwrap_or_default();
    let declared = rest.split_once('(').map_or(rest, |(before, _)| before);
    (
        kind,
        if kind == "function" { declared.rsplit([' ', '*']).next().unwrap_or(rest) } else { rest },
    )
}

/// `#define NAME 7`; texts are left out.
fn numbers(header: &str) -> impl Iterator<Item = String> {
    header.lines().filter_map(|line| match line.split(' ').collect::<Vec<_>>().as_slice() {
        ["#define", name, number]
            if number.parse::<u64>().is_ok() && !name.starts_with("IDR_VERSION") =>
        {
            Some(format!("constant {name} = {number}"))
        }
        _ => None,
    })
}

/// The statements of the header, each on one line: no comments, nothing for the preprocessor.
fn statements(header: &str) -> Result<Vec<String>, String> {
    let code: Vec<&str> = header
        .lines()
        .filter(|line| is_code(line) && !line.starts_with('#'))
        .filter(|line| !line.starts_with("extern \"C\"") && *line != "}  // extern \"C\"")
        .collect();
    let (mut statements, mut statement, mut depth) = (Vec::new(), String::new(), 0);
    for letter in code.join(" ").chars() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        if letter == ';' && depth == 0 {
            statements.push(statement.split_whitespace().collect::<Vec<_>>().join(" "));
            statement.clear();
        } else {
            statement.push(letter);
        }
    }
    if statement.trim().is_empty() && depth == 0 {
        Ok(statements)
    } else {
        Err(format!("the header ends inside a statement: {statement}"))
    }
}

/// The lines about one statement; none for what says nothing of its own.
fn described(statement: &str) -> Result<Vec<String>, String> {
    let body = statement.split_once('{').and_then(|(head, rest)| {
        rest.rsplit_once('}').map(|(body, name)| (head.trim(), body.trim(), name.trim()))
    });
    Ok(match (body, statement.strip_prefix("typedef ")) {
        (Some(("typedef struct", body, name)), _) => vec![format!("struct {name} {{ {body} }}")],
        (Some((head, body, "")), None) => {
            let name = head.strip_prefix("enum ").and_then(|head| head.split(' ').next());
            let name = name.ok_or_else(|| format!("what is `{head}`?"))?;
            let members = body.split(',').map(str::trim).filter(|member| !member.is_empty());
            members.map(|member| format!("enum {name}: {member}")).collect()
        }
        (None, Some(alias)) if alias.starts_with("enum ") => Vec::new(),
        (None, Some(alias)) => vec![format!("type {alias}")],
        (None, None) => vec![format!("function {statement}")],
        (Some(_), _) => return Err(format!("what is `{statement}`?")),
    })
}
