//! The baseline: fifteen members as a struct, and checks written by hand for them alone. They ask
//! less than the library does: short lists of words, no repeated or unknown members.

use serde::Deserialize;
use url::Url;

/// None is an `Option`, as all fifteen are there: the fastest that one can write.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Request {
    client_id: String,
    first_name: String,
    last_name: String,
    date_of_birth: String,
    date_of_expiry: String,
    sex: String,
    nationality: String,
    country: String,
    documents: Vec<String>,
    expiry_time: i64,
    session_length: i64,
    success_url: String,
    error_url: String,
    locale: String,
    external_ref: String,
}

const COUNTRIES: &[&str] = &[
    "LT", "LV", "EE", "PL", "DE", "FR", "ES", "PT", "IT", "NL", "BE", "LU", "AT", "CH", "CZ", "SK",
    "HU", "SI", "HR", "RO", "BG", "GR", "CY", "MT", "IE", "GB", "DK", "SE", "NO", "FI", "IS", "UA",
];

const DOCUMENTS: &[&str] = &["ID_CARD", "PASSPORT", "DRIVER_LICENSE", "RESIDENCE_PERMIT"];

/// Member and code of every finding; no text is made.
pub fn check(body: &[u8], is_https: fn(&str) -> bool) -> Vec<(&'static str, &'static str)> {
    let request: Request = serde_json::from_slice(body).expect("a request");
    let mut found = Vec::new();
    let mut demand = |holds: bool, member, code| {
        if !holds {
            found.push((member, code));
        }
    };
    let within = |text: &str, least, most| (least..=most).contains(&text.chars().count());
    demand(within(&request.client_id, 1, 100), "clientId", "length");
    demand(within(&request.first_name, 1, 100), "firstName", "length");
    demand(is_name(&request.first_name), "firstName", "digit");
    demand(within(&request.last_name, 1, 100), "lastName", "length");
    demand(is_name(&request.last_name), "lastName", "digit");
    demand(is_date(&request.date_of_birth), "dateOfBirth", "date");
    demand(is_date(&request.date_of_expiry), "dateOfExpiry", "date");
    demand(matches!(&*request.sex, "M" | "F"), "sex", "unknown");
    demand(COUNTRIES.contains(&&*request.nationality), "nationality", "unknown");
    demand(COUNTRIES.contains(&&*request.country), "country", "unknown");
    let are_known = request.documents.iter().all(|name| DOCUMENTS.contains(&&**name));
    demand(are_known, "documents", "unknown");
    demand((1..=2_592_000).contains(&request.expiry_time), "expiryTime", "range");
    demand((60..=3_600).contains(&request.session_length), "sessionLength", "range");
    demand(within(&request.success_url, 0, 2048), "successUrl", "length");
    demand(is_https(&request.success_url), "successUrl", "https");
    demand(within(&request.error_url, 0, 2048), "errorUrl", "length");
    demand(is_https(&request.error_url), "errorUrl", "https");
    demand(within(&request.locale, 0, 7), "locale", "length");
    demand(within(&request.external_ref, 0, 40), "externalRef", "length");
    found
}

fn is_name(text: &str) -> bool {
    !text.bytes().any(|byte| byte.is_ascii_digit())
}

/// By a URL parser, as this library does it.
pub fn is_https(text: &str) -> bool {
    Url::parse(text).is_ok_and(|url| url.scheme() == "https" && url.has_host())
}

/// By the first characters alone.
pub fn looks_https(url: &str) -> bool {
    url.strip_prefix("https://").is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
}

/// `YYYY-MM-DD`, a day of the calendar.
fn is_date(text: &str) -> bool {
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
