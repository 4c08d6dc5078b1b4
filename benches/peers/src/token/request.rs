//! The fifteen members and the checks that no peer brings along.

use std::sync::OnceLock;

use serde::Deserialize;
use url::Url;

/// The members as serde reads them. All are there in every request of this bench, so none is an
/// `Option`: the fastest that one can write.
#[derive(Deserialize)]
#[cfg_attr(feature = "peers", derive(garde::Validate, validator::Validate))]
#[serde(rename_all = "camelCase")]
pub struct Request {
    #[cfg_attr(feature = "peers", garde(length(chars, min = 1, max = 100)))]
    #[cfg_attr(feature = "peers", validate(length(min = 1, max = 100)))]
    pub client_id: String,
    #[cfg_attr(
        feature = "peers",
        garde(length(chars, min = 1, max = 100), custom(super::garde::name))
    )]
    #[cfg_attr(
        feature = "peers",
        validate(length(min = 1, max = 100), custom(function = "super::validator::name"))
    )]
    pub first_name: String,
    #[cfg_attr(
        feature = "peers",
        garde(length(chars, min = 1, max = 100), custom(super::garde::name))
    )]
    #[cfg_attr(
        feature = "peers",
        validate(length(min = 1, max = 100), custom(function = "super::validator::name"))
    )]
    pub last_name: String,
    #[cfg_attr(feature = "peers", garde(custom(super::garde::date)))]
    #[cfg_attr(feature = "peers", validate(custom(function = "super::validator::date")))]
    pub date_of_birth: String,
    #[cfg_attr(feature = "peers", garde(custom(super::garde::date)))]
    #[cfg_attr(feature = "peers", validate(custom(function = "super::validator::date")))]
    pub date_of_expiry: String,
    #[cfg_attr(feature = "peers", garde(custom(super::garde::sex)))]
    #[cfg_attr(feature = "peers", validate(custom(function = "super::validator::sex")))]
    pub sex: String,
    #[cfg_attr(feature = "peers", garde(custom(super::garde::country)))]
    #[cfg_attr(feature = "peers", validate(custom(function = "super::validator::country")))]
    pub nationality: String,
    #[cfg_attr(feature = "peers", garde(custom(super::garde::country)))]
    #[cfg_attr(feature = "peers", validate(custom(function = "super::validator::country")))]
    pub country: String,
    #[cfg_attr(feature = "peers", garde(custom(super::garde::documents)))]
    #[cfg_attr(feature = "peers", validate(custom(function = "super::validator::documents")))]
    pub documents: Vec<String>,
    #[cfg_attr(feature = "peers", garde(range(min = 1, max = 2_592_000)))]
    #[cfg_attr(feature = "peers", validate(range(min = 1, max = 2_592_000)))]
    pub expiry_time: i64,
    #[cfg_attr(feature = "peers", garde(range(min = 60, max = 3_600)))]
    #[cfg_attr(feature = "peers", validate(range(min = 60, max = 3_600)))]
    pub session_length: i64,
    #[cfg_attr(feature = "peers", garde(length(chars, max = 2048), custom(super::garde::https)))]
    #[cfg_attr(
        feature = "peers",
        validate(length(max = 2048), custom(function = "super::validator::https"))
    )]
    pub success_url: String,
    #[cfg_attr(feature = "peers", garde(length(chars, max = 2048), custom(super::garde::https)))]
    #[cfg_attr(
        feature = "peers",
        validate(length(max = 2048), custom(function = "super::validator::https"))
    )]
    pub error_url: String,
    #[cfg_attr(feature = "peers", garde(length(chars, max = 7)))]
    #[cfg_attr(feature = "peers", validate(length(max = 7)))]
    pub locale: String,
    #[cfg_attr(feature = "peers", garde(length(chars, max = 40)))]
    #[cfg_attr(feature = "peers", validate(length(max = 40)))]
    pub external_ref: String,
}

pub fn read(body: &[u8]) -> Request {
    serde_json::from_slice(body).expect("a request")
}

/// The lists that the generated requests keep to; shorter than the vendor's.
#[derive(Deserialize)]
pub struct Words {
    countries: Vec<String>,
    documents: Vec<String>,
}

static WORDS: OnceLock<Words> = OnceLock::new();

pub fn learn(text: &str) {
    WORDS.get_or_init(|| serde_json::from_str(text).expect("two lists"));
}

fn listed(list: fn(&Words) -> &Vec<String>, word: &str) -> bool {
    WORDS.get().is_some_and(|words| list(words).iter().any(|known| known == word))
}

pub fn is_name(text: &str) -> bool {
    !text.bytes().any(|byte| byte.is_ascii_digit())
}

pub fn is_sex(text: &str) -> bool {
    matches!(text, "M" | "F")
}

pub fn is_country(code: &str) -> bool {
    listed(|words| &words.countries, code)
}

pub fn are_documents(types: &[String]) -> bool {
    types.iter().all(|name| listed(|words| &words.documents, name))
}

/// By a URL parser, as this library does it.
pub fn is_https(text: &str) -> bool {
    Url::parse(text).is_ok_and(|url| url.scheme() == "https" && url.has_host())
}

/// By the first characters alone: less than this library does.
pub fn looks_https(text: &str) -> bool {
    text.strip_prefix("https://").is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
}

/// `YYYY-MM-DD`, a day of the calendar.
pub fn is_date(text: &str) -> bool {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else { return false };
    if ![a, b, c, d, e, f, g, h].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let two = |tens: u8, ones: u8| u32::from(tens - b'0') * 10 + u32::from(ones - b'0');
    let (year, month, day) = (two(a, b) * 100 + two(c, d), two(e, f), two(g, h));
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}
