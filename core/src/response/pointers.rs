//! The members of the request that an answer names.
//!
//! The vendor's wording is not fixed, so this is a reading aid: what it finds is a member of the
//! request, what it does not find is not held against anybody. Only names that the API knows
//! count, so that echoed text stays out.

use super::body::Body;
use super::verdict::Fault;
use crate::pointer::Pointer;
use crate::vocab::parameter;

/// More names than this in one message help nobody.
const MOST: usize = 64;

/// A longer segment of a path is not the name of a member.
const LONGEST_SEGMENT: usize = 64;

/// The places at fault, by what the table says about where to look.
pub(super) fn find(fault: Fault, body: &Body<'_>) -> Vec<Pointer> {
    let message = body.message();
    match fault {
        Fault::Nowhere => Vec::new(),
        Fault::Body => vec![Pointer::root()],
        Fault::Members(names) => names.iter().map(|name| Pointer::root().key(name)).collect(),
        Fault::MessageOrKeys if message.is_none() => keys(body),
        Fault::Message | Fault::MessageOrKeys => message.map(named).unwrap_or_default(),
    }
}

/// The places that a message names: quoted paths, else names in camel case, else the word after
/// `Field`, `Parameter` or `Key`. Plain English words, such as `country`, count only where they
/// cannot be prose.
pub(super) fn named(message: &str) -> Vec<Pointer> {
    let ways = [image_step, quoted, camel_case, after_keyword];
    ways.iter().map(|way| way(message)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// The keys of an answer that has no message, such as `{"country": ["..."]}`.
fn keys(body: &Body<'_>) -> Vec<Pointer> {
    let keys = body.object().into_iter().flat_map(|object| object.iter()).map(|(key, _)| key);
    distinct(keys.filter(|key| parameter::ALL.contains(key)).map(|key| Pointer::root().key(key)))
}

/// "No image provided for step 'BACK'", of the direct-processing page.
fn image_step(message: &str) -> Vec<Pointer> {
    let step = message
        .strip_prefix("No image provided for step ")
        .map(|step| step.trim_matches(['\'', '"', '`', '.']))
        .filter(|step| is_segment(step));
    step.map(|step| Pointer::root().key(parameter::IMAGES).key(step)).into_iter().collect()
}

fn quoted(message: &str) -> Vec<Pointer> {
    let mut found = Vec::new();
    let mut rest = message;
    while let Some(start) = rest.find(['\'', '"', '`']) {
        let mut characters = rest.get(start..).unwrap_or_default().chars();
        let Some(quote) = characters.next() else { break };
        let inner = characters.as_str();
        // An apostrophe opens nothing: whatever is not a path is skipped by its first quote only.
        let closed = inner.split_once(quote).and_then(|(text, after)| Some((path(text)?, after)));
        rest = match closed {
            Some((place, after)) => {
                found.push(place);
                after
            }
            None => inner,
        };
    }
    distinct(found.into_iter())
}

fn camel_case(message: &str) -> Vec<Pointer> {
    let names = words(message).filter(|word| word.bytes().any(|byte| byte.is_ascii_uppercase()));
    distinct(
        names.filter(|word| parameter::ALL.contains(word)).map(|word| Pointer::root().key(word)),
    )
}

fn after_keyword(message: &str) -> Vec<Pointer> {
    let is_keyword = |word: &str| {
        ["field", "parameter", "key"].iter().any(|keyword| word.eq_ignore_ascii_case(keyword))
    };
    let pairs = words(message).zip(words(message).skip(1));
    let names = pairs.filter(|(before, _)| is_keyword(before)).map(|(_, word)| word);
    distinct(
        names.filter(|word| parameter::ALL.contains(word)).map(|word| Pointer::root().key(word)),
    )
}

fn words(message: &str) -> impl Iterator<Item = &str> {
    message
        .split(|character: char| !(character.is_alphanumeric() || character == '_'))
        .filter(|word| !word.is_empty())
}

/// `a.b` and `a[1]` as `/a/b` and `/a/1`, if `a` is a parameter. The path ends before the first
/// segment that does not look like one: what follows may be somebody's text.
fn path(text: &str) -> Option<Pointer> {
    let mut segments = text.split(['.', '[', ']']).filter(|segment| !segment.is_empty());
    let first = segments.next().filter(|name| parameter::ALL.contains(name))?;
    let rest = segments.take_while(|segment| is_segment(segment)).take(MOST);
    Some(rest.fold(Pointer::root().key(first), |place, segment| place.key(segment)))
}

fn is_segment(text: &str) -> bool {
    (1..=LONGEST_SEGMENT).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn distinct(places: impl Iterator<Item = Pointer>) -> Vec<Pointer> {
    let mut found = Vec::new();
    for place in places {
        if found.len() == MOST {
            break;
        }
        if !found.contains(&place) {
            found.push(place);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(message: &str) -> Vec<String> {
        named(message).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn text_that_is_no_name_never_gets_into_a_pointer() {
        assert_eq!(texts("'address.12 Elm Street' is odd"), ["/address"]);
        assert_eq!(texts("'address[Žukas]' is odd"), ["/address"]);
        assert_eq!(texts(&format!("'address.{}' is odd", "x".repeat(65))), ["/address"]);
        assert_eq!(texts("'Jonas.country' is odd"), Vec::<String>::new());
        assert_eq!(texts("No image provided for step 'Jonas Jonaitis'"), Vec::<String>::new());
    }

    #[test]
    fn long_messages_stay_small_and_fast() {
        let many: String = (0..50_000).map(|index| format!("'country.{index}' ")).collect();
        assert_eq!(named(&many).len(), MOST);
        for hostile in ["'", "'\"`", "'country.", "' country", "Field "] {
            assert!(named(&hostile.repeat(100_000)).len() <= MOST);
        }
        let deep = format!("'country{}'", ".a".repeat(100_000));
        assert!(named(&deep)[0].as_str().len() < 200);
    }
}
