//! The integration around the three jobs: is it set up as the vendor's troubleshooting pages ask?
//!
//! Nothing is fetched or tried: each call looks at what it is given, and finds all that is wrong
//! at once. Findings are a [`Report`](crate::Report), whose pointers name the part of the input,
//! such as `/allow` of an `iframe` or `/secret` of the credentials.
//!
//! ```
//! use idenfy_rules::lint::{lint_iframe, lint_webhook_url};
//!
//! let report = lint_webhook_url("https://localhost:8443/hook", None);
//! let codes: Vec<_> = report.iter().map(|found| found.code).collect();
//! assert_eq!(codes, ["webhook_url.not_public", "webhook_url.port"]);
//!
//! let tag = r#"<iframe src="https://ui.idenfy.com/?authToken=t" allow="microphone" allowfullscreen>"#;
//! let report = lint_iframe(tag, Some("https://shop.example/kyc"), None);
//! assert_eq!(report.errors().next().unwrap().code, "frame.camera");
//! ```

mod credentials;
mod finding;
mod frame;
mod link;
mod missing;
mod permission;
mod receiver;
mod rule;
mod webhook_url;

pub use credentials::{basic_auth, lint_credentials};
pub use frame::lint_iframe;
pub use link::{Host, iframe_tag, redirect_url};
pub use missing::{Checklist, lint_missing_webhook};
pub use receiver::{Receiver, lint_receiver};
pub use rule::Rule;
pub use webhook_url::{Certificate, lint_webhook_url};
