//! Which faults the hostile programs try on which function, and which they have to try.

use std::fs;
use std::path::Path;

use crate::compiler::ROOT;

/// Pointers that may be NULL: what they point to is optional.
const OPTIONAL: &[&str] = &["profile", "base", "arrival", "limits", "previous", "scope", "tests"];
/// Numbers that go in and belong to an enum.
const ENUMS: &[&str] = &["operation", "transport", "host"];
/// The macros of `hostile.h` that hold a call.
const MACROS: &[&str] =
    &["NULLED", "TOO_LONG", "UNKNOWN", "EMPTY", "EMPTY_IS_FINE", "NEUTRAL", "FREES"];

/// A function of the list of the interface.
pub struct Function {
    returns: String,
    pub name: String,
    parameters: Vec<Parameter>,
}

struct Parameter {
    kind: String,
    name: String,
}

/// A call inside one of the macros.
pub struct Trial {
    kind: &'static str,
    function: String,
    arguments: Vec<String>,
}

/// Every function of `ffi-c/abi.txt`.
pub fn functions() -> Vec<Function> {
    let list = fs::read_to_string(Path::new(ROOT).join("ffi-c/abi.txt")).expect("a list");
    list.lines().filter_map(|line| line.strip_prefix("function ")).map(function).collect()
}

fn function(line: &str) -> Function {
    let (head, rest) = line.split_once('(').expect("a function");
    let (returns, name) = declared(head);
    let parameters = arguments(rest.strip_suffix(')').expect("its end"));
    let parameters = parameters.iter().filter(|parameter| *parameter != "void");
    let parameters = parameters.map(|parameter| declared(parameter));
    Function {
        returns,
        name,
        parameters: parameters.map(|(kind, name)| Parameter { kind, name }).collect(),
    }
}

/// Type and name.
fn declared(text: &str) -> (String, String) {
    let at = text.rfind([' ', '*']).expect("a type") + 1;
    (text[..at].trim().to_owned(), text[at..].to_owned())
}

/// What stands between commas outside of parentheses; a text counts as its two arguments.
fn arguments(list: &str) -> Vec<String> {
    let (mut found, mut argument, mut depth) = (Vec::new(), String::new(), 0);
    for letter in list.chars().chain([',']) {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        if letter != ',' || depth > 0 {
            argument.push(letter);
            continue;
        }
        let whole = argument.split_whitespace().collect::<Vec<_>>().join(" ");
        argument.clear();
        if whole.starts_with("TEXT(") {
            found.push("bytes".to_owned());
        }
        found.push(whole);
    }
    found
}

/// The calls in all files of the hostile program.
pub fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for entry in fs::read_dir(Path::new(ROOT).join("tests/c")).expect("a folder") {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if name.starts_with("hostile") && name.ends_with(".c") {
            let text = fs::read_to_string(&path).expect("a source");
            trials.extend(MACROS.iter().flat_map(|kind| of_kind(kind, &text)));
        }
    }
    trials
}

fn of_kind(kind: &'static str, text: &str) -> Vec<Trial> {
    let opening = format!("{kind}(");
    let places = text.match_indices(&opening).map(|(at, _)| at);
    let whole = places.filter(|at| text[..*at].ends_with([' ', '(', '\n']));
    whole.map(|at| trial(kind, inside(&text[at + opening.len()..]))).collect()
}

/// The text up to the parenthesis that closes.
fn inside(text: &str) -> &str {
    let mut depth = 1;
    let end = text.find(|letter| {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        depth == 0
    });
    &text[..end.expect("a closing parenthesis")]
}

fn trial(kind: &'static str, inside: &str) -> Trial {
    let inside = arguments(inside);
    let call = if kind == "FREES" { inside.first() } else { inside.last() };
    let call = call.expect("a call");
    let (function, rest) = call.split_once('(').unwrap_or((call, ")"));
    let given = rest.strip_suffix(')').expect("its end");
    Trial { kind, function: function.to_owned(), arguments: arguments(given) }
}

/// What has to be tried on a function and is not; `place` is the number of an argument.
pub fn missing(function: &Function, trials: &[Trial]) -> Vec<String> {
    let own: Vec<&Trial> = trials.iter().filter(|trial| trial.function == function.name).collect();
    let tried = |kinds: &[&str], place: usize, values: &[&str]| {
        own.iter().filter(|trial| kinds.contains(&trial.kind)).any(|trial| {
            let given = trial.arguments.get(place..).unwrap_or_default();
            values.iter().zip(given).filter(|(value, given)| value == given).count() == values.len()
        })
    };
    let mut missing = Vec::new();
    for (place, demands) in demands(function) {
        for (kinds, values) in demands {
            if !tried(kinds, place, values) {
                missing.push(format!("{}: {kinds:?} with {values:?} at {place}", function.name));
            }
        }
    }
    missing
}

/// Macros of which one is needed, and the arguments from a place on.
type Demand = (&'static [&'static str], &'static [&'static str]);

fn demands(function: &Function) -> Vec<(usize, Vec<Demand>)> {
    if function.name.ends_with("_free") {
        return vec![(0, vec![(&["FREES"], &[])])];
    }
    let can_fail = function.returns == "idr_status";
    let parameters = &function.parameters;
    let of = |place: usize| {
        let parameter = &parameters[place];
        let is_long = parameters.get(place + 1).is_some_and(Parameter::is_length);
        match (parameter.is_pointer(), is_long) {
            (true, true) if can_fail => REFUSED_WITH_LENGTH.to_vec(),
            (true, true) => NEUTRAL_WITH_LENGTH.to_vec(),
            (true, false) if parameter.kind == "idr_error **" => Vec::new(),
            (true, false) if OPTIONAL.contains(&parameter.name.as_str()) => Vec::new(),
            (true, false) if can_fail => vec![(&["NULLED"][..], &["NULL"][..])],
            (true, false) => vec![(&["NEUTRAL"][..], &["NULL"][..])],
            (false, _) => parameter.of_number(can_fail, function.name.ends_with("_text")),
        }
    };
    (0..parameters.len()).map(|place| (place, of(place))).collect()
}

const REFUSED_WITH_LENGTH: &[Demand] = &[
    (&["EMPTY", "EMPTY_IS_FINE"], &["NULL", "0"]),
    (&["NULLED"], &["NULL", "1"]),
    (&["TOO_LONG"], &["UNREADABLE"]),
];
const NEUTRAL_WITH_LENGTH: &[Demand] = &[
    (&["NEUTRAL"], &["NULL", "0"]),
    (&["NEUTRAL"], &["NULL", "1"]),
    (&["NEUTRAL"], &["UNREADABLE"]),
];

impl Parameter {
    fn is_pointer(&self) -> bool {
        self.kind.ends_with('*')
    }

    fn is_length(&self) -> bool {
        self.kind == "size_t" && (self.name.ends_with("len") || self.name.ends_with("count"))
    }

    fn of_number(&self, can_fail: bool, is_text: bool) -> Vec<Demand> {
        match self.kind.as_str() {
            "uint32_t" if can_fail && ENUMS.contains(&self.name.as_str()) => {
                vec![(&["UNKNOWN"], &["UINT32_MAX"])]
            }
            "uint32_t" if is_text => vec![(&["NEUTRAL"], &["UINT32_MAX"])],
            "size_t" if self.name.contains("index") => vec![(&["NEUTRAL"], &["SIZE_MAX"])],
            _ => Vec::new(),
        }
    }
}
