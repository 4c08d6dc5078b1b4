//! What the receiver is told through the environment; docs/receivers.md lists it.

use std::time::Duration;
use std::{env, fs};

use idenfy_rules::{Policy, SigningKey};

use crate::Failure;

pub struct Settings {
    pub keys: Vec<SigningKey>,
    pub policy: Policy,
    pub database: String,
    pub listen: String,
    pub busy: Duration,
    pub read: Duration,
}

impl Settings {
    /// No error shows a key.
    pub fn read() -> Result<Self, Failure> {
        Ok(Self {
            keys: keys()?,
            policy: policy(&variable("RECEIVER_POLICY", "strict"))?,
            database: variable("RECEIVER_DATABASE", "verifications.db"),
            listen: variable("RECEIVER_LISTEN", "127.0.0.1:8080"),
            busy: Duration::from_millis(variable("RECEIVER_BUSY_MS", "3000").parse()?),
            read: Duration::from_millis(variable("RECEIVER_READ_MS", "5000").parse()?),
        })
    }
}

fn variable(name: &str, default: &str) -> String {
    env::var(name).unwrap_or_else(|_| default.to_owned())
}

/// One key a line, from a file or the variable itself: several while one replaces another.
fn keys() -> Result<Vec<SigningKey>, Failure> {
    let text = match env::var_os("RECEIVER_KEYS_FILE") {
        Some(path) => fs::read(path)?,
        None => variable("RECEIVER_KEYS", "").into_bytes(),
    };
    let lines =
        text.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let keys: Vec<_> = lines.filter_map(|line| SigningKey::new(line).ok()).collect();
    if keys.is_empty() {
        return Err("no signing key: set RECEIVER_KEYS_FILE or RECEIVER_KEYS".into());
    }
    Ok(keys)
}

/// A built-in policy by its name, or the document in a file.
fn policy(name: &str) -> Result<Policy, Failure> {
    Ok(match name {
        "strict" => Policy::strict(),
        "documented" => Policy::documented(),
        file => Policy::from_json(&fs::read(file)?, None)?,
    })
}
