//! One request, and what came of it; how a reqwest failure is named in the words of the library.

use std::error::Error;
use std::io::{self, Read};

use idenfy_rules::TransportKind;
use reqwest::blocking::{Client, Response};

/// An answer is a small piece of JSON; more than this is none.
const ANSWER_LIMIT: u64 = 1 << 20;

/// `status` is `None` when there was none; `transport` says how it broke off.
#[derive(Default)]
pub struct Answer {
    pub status: Option<u16>,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    pub transport: Option<TransportKind>,
}

/// `client` carries the authorization.
pub fn send(client: &Client, url: &str, body: &[u8]) -> Answer {
    match client.post(url).body(body.to_vec()).send() {
        Ok(response) => read(response),
        Err(error) => Answer { transport: Some(kind(&error)), ..Answer::default() },
    }
}

fn read(response: Response) -> Answer {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let pair = |(name, value): (&reqwest::header::HeaderName, &reqwest::header::HeaderValue)| {
        (name.to_string(), text(value.as_bytes()))
    };
    let mut answer = Answer {
        status: Some(response.status().as_u16()),
        headers: response.headers().iter().map(pair).collect(),
        ..Answer::default()
    };
    if response.take(ANSWER_LIMIT).read_to_end(&mut answer.body).is_err() {
        answer.transport = Some(TransportKind::ResponseTruncated);
    }
    answer
}

/// What is not known here counts as unknown, and so as if the request may have arrived.
fn kind(error: &reqwest::Error) -> TransportKind {
    if error.is_connect() {
        return no_connection(error);
    }
    if error.is_builder() {
        TransportKind::InvalidRequest
    } else if error.is_redirect() {
        TransportKind::RedirectLoop
    } else if error.is_timeout() {
        TransportKind::ResponseTimeout
    } else {
        TransportKind::Unknown
    }
}

/// Nothing was sent.
fn no_connection(error: &reqwest::Error) -> TransportKind {
    if let Some(tls) = cause::<rustls::Error>(error) {
        return match tls {
            rustls::Error::InvalidCertificate(_) => TransportKind::TlsCertificate,
            _ => TransportKind::TlsHandshake,
        };
    }
    if error.is_timeout() {
        return TransportKind::ConnectTimeout;
    }
    match cause::<io::Error>(error).map(io::Error::kind) {
        Some(io::ErrorKind::ConnectionRefused) => TransportKind::ConnectRefused,
        _ => TransportKind::NetworkUnreachable,
    }
}

/// The first cause of this type; an I/O error may hold another one inside.
fn cause<'e, E: Error + 'static>(error: &'e reqwest::Error) -> Option<&'e E> {
    let mut next: Option<&'e (dyn Error + 'static)> = Some(error);
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref() {
            return Some(found);
        }
        let inner = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        next = match inner {
            Some(inner) => Some(inner),
            None => error.source(),
        };
    }
    None
}
