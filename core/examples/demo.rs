//! The three jobs on real input: `make demo`, or `cargo run --example demo`.
//!
//! Reads the files in `demo/` beside this program and prints, for each, what came in, what came
//! out and why.
#![expect(clippy::print_stdout, reason = "printing is what a demo is for")]

use std::error::Error;
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use idenfy_rules::{
    Action, Arrival, Classification, Context, Decision, DecisionError, Policy, Profile, Report,
    Response,
};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/demo");
    let page =
        Page { color: std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() };

    page.job("1  VALIDATE", "Will the API take this token request?");
    for path in files(&folder.join("token"))? {
        let body = fs::read(&path)?;
        page.input(&path, &format!("{} bytes of JSON", body.len()));
        page.quote(std::str::from_utf8(&body)?.lines());
        show_report(&page, &idenfy_rules::validate(&body, &Profile::default()));
    }

    page.job("2  CLASSIFY", "What does this answer ask of us?");
    for path in files(&folder.join("answers"))? {
        let message = Message::read(&path)?;
        let status = message.first_line.split(' ').nth(1).unwrap_or_default().parse()?;
        page.input(&path, &message.first_line);
        page.quote(message.text()?.lines());
        let headers = message.header_pairs();
        let response = Response::new(status, &headers, &message.body);
        show_classification(&page, &idenfy_rules::classify(&response, &Context::new(1)?));
    }

    page.job("3  DECIDE", "What does this webhook mean for the person?");
    let key = fs::read(folder.join("webhooks/signing-key.txt"))?;
    for path in files(&folder.join("webhooks"))? {
        let message = Message::read(&path)?;
        let event_type = message.header("Idenfy-Event-Type");
        page.input(&path, event_type.unwrap_or("no event header"));
        page.quote(message.text()?.lines().take_while(|line| !line.contains("\"data\"")));
        let signature = message.header("Idenfy-Signature").map(str::as_bytes);
        let arrival = Arrival { event_type, ..Arrival::default() };
        for policy in [Policy::documented(), Policy::strict()] {
            let decision = policy.receive(&message.body, signature, &[&key], &arrival);
            show_decision(&page, policy.name(), &decision);
            if decision.is_err() {
                break;
            }
        }
    }
    Ok(())
}

fn show_report(page: &Page, report: &Report) {
    let (errors, warnings) = (report.errors().count(), report.warnings().count());
    if report.is_valid() {
        page.verdict(GOOD, "valid", "send it");
    } else {
        page.verdict(
            BAD,
            "invalid",
            &format!("do not send it; errors: {errors}, warnings: {warnings}"),
        );
    }
    for violation in report.violations() {
        let place = violation.pointer.as_str();
        page.line(&format!("{place:<16} {:<22} {}", violation.code, violation.message));
    }
}

fn show_classification(page: &Page, found: &Classification) {
    let color = match found.action {
        Action::Proceed => GOOD,
        Action::Retry => CAREFUL,
        Action::Fix | Action::Escalate => BAD,
    };
    let to = found.escalate_to.map_or(String::new(), |to| format!(" to {}", to.as_str()));
    page.verdict(color, &format!("{}{to}", found.action.as_str()), found.reason.as_str());
    if let Some(delay) = &found.delay {
        page.line(&format!("wait {} to {} ms before the next attempt", delay.min_ms, delay.max_ms));
    }
    if found.outcome_unknown {
        page.line("the session may have been created all the same");
    }
    if let Some(token) = &found.token {
        page.line(&format!("scanRef {}; the token itself is not printed", token.scan_ref));
    }
    page.line(found.hint);
}

fn show_decision(
    page: &Page,
    policy: &str,
    decision: &std::result::Result<Decision, DecisionError>,
) {
    let decision = match decision {
        Ok(decision) => decision,
        Err(error) => {
            page.verdict(BAD, "refused", &format!("{}: {error}", error.code()));
            page.line(&format!("answer HTTP {} and do not read the body", error.http_status()));
            return;
        }
    };
    let color = match decision.outcome.as_str() {
        "accept" => GOOD,
        "reject" => BAD,
        _ => CAREFUL,
    };
    let lifecycle = decision.lifecycle.map_or("notice", |state| state.as_str());
    let why = if decision.rules.is_empty() {
        format!("the delivery is {lifecycle}: {}", decision.outcome.meaning())
    } else {
        format!("by rule {}", decision.rules.join(", "))
    };
    page.verdict(color, decision.outcome.as_str(), &format!("policy {policy}, {why}"));
    for flag in &decision.flags {
        let tag = flag.tag.as_deref().unwrap_or("(not shown)");
        page.line(&format!("flag {tag}, a {} tag of class {}", flag.kind, flag.class));
    }
}

/// The files of a folder that hold messages, in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<Vec<PathBuf>>>()?;
    paths
        .retain(|path| path.extension().is_some_and(|ending| ending == "json" || ending == "http"));
    // The good example first, then the faulty one.
    paths.sort_by_key(|path| {
        path.file_name().map(|name| (!name.to_string_lossy().starts_with("good"), name.to_owned()))
    });
    Ok(paths)
}

/// An HTTP message as it came over the wire.
struct Message {
    first_line: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Message {
    fn read(path: &Path) -> Result<Self> {
        const BLANK_LINE: &[u8] = b"\r\n\r\n";
        let bytes = fs::read(path)?;
        let end = bytes.windows(BLANK_LINE.len()).position(|window| window == BLANK_LINE);
        let (head, body) = bytes.split_at(end.ok_or("no blank line after the headers")?);
        let mut lines = std::str::from_utf8(head)?.split("\r\n");
        let first_line = lines.next().unwrap_or_default().to_owned();
        let pair = |line: &str| {
            line.split_once(": ").map(|(name, value)| (name.to_owned(), value.to_owned()))
        };
        let headers = lines.filter_map(pair).collect();
        Ok(Self {
            first_line,
            headers,
            body: body.iter().skip(BLANK_LINE.len()).copied().collect(),
        })
    }

    fn text(&self) -> Result<&str> {
        Ok(std::str::from_utf8(&self.body)?)
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.header_pairs()
            .into_iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    fn header_pairs(&self) -> Vec<(&str, &str)> {
        self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }
}

const GOOD: &str = "32";
const CAREFUL: &str = "33";
const BAD: &str = "31";
const BOLD: &str = "1";
const FAINT: &str = "2";

/// Where the demo prints; colored on a terminal, plain elsewhere.
struct Page {
    color: bool,
}

impl Page {
    fn job(&self, title: &str, question: &str) {
        println!("\n{}  {}", self.paint(BOLD, title), self.paint(FAINT, question));
    }

    fn input(&self, path: &Path, what: &str) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        println!("\n   {}  {}", self.paint(BOLD, &name), self.paint(FAINT, what));
    }

    fn quote<'t>(&self, lines: impl Iterator<Item = &'t str>) {
        for line in lines {
            println!("   {}", self.paint(FAINT, &format!("| {line}")));
        }
    }

    fn verdict(&self, color: &str, word: &str, why: &str) {
        println!("   {} {}  {why}", self.paint(FAINT, "->"), self.paint(color, word));
    }

    fn line(&self, text: &str) {
        let options =
            textwrap::Options::new(100).initial_indent("        ").subsequent_indent("          ");
        println!("{}", textwrap::fill(text, options));
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}
