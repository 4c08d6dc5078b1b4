//! What the caller is told through the environment; docs/callers.md lists it.

use std::time::Duration;
use std::{env, fs};

use idenfy_rules::lint::basic_auth;

use crate::Failure;

pub struct Settings {
    pub authorization: String,
    pub url: String,
    pub database: String,
    pub timeout: Duration,
    pub max_sessions: u32,
    pub budget: u32,
    pub time_scale: f64,
}

impl Settings {
    /// No error shows a key.
    pub fn read() -> Result<Self, Failure> {
        Ok(Self {
            authorization: authorization()?,
            url: variable("CALLER_URL", "https://ivs.idenfy.com/api/v2/token"),
            database: variable("CALLER_DATABASE", "verifications.db"),
            timeout: Duration::from_millis(variable("CALLER_TIMEOUT_MS", "15000").parse()?),
            max_sessions: variable("CALLER_MAX_SESSIONS", "5").parse()?,
            budget: variable("CALLER_BUDGET", "500").parse()?,
            time_scale: variable("CALLER_TIME_SCALE", "1").parse()?,
        })
    }
}

fn variable(name: &str, default: &str) -> String {
    env::var(name).unwrap_or_else(|_| default.to_owned())
}

/// The API key and its secret: the two lines of a file, or two variables.
fn authorization() -> Result<String, Failure> {
    let text = match env::var_os("CALLER_KEYS_FILE") {
        Some(path) => fs::read_to_string(path)?,
        None => format!("{}\n{}", variable("CALLER_KEY", ""), variable("CALLER_SECRET", "")),
    };
    let mut lines = text.lines().filter(|line| !line.is_empty());
    match (lines.next(), lines.next()) {
        (Some(key), Some(secret)) => Ok(basic_auth(key, secret)?),
        _ => {
            Err("no API key and secret: set CALLER_KEYS_FILE or CALLER_KEY and CALLER_SECRET"
                .into())
        }
    }
}
