//! The names that reports, classifications and errors give, and what they say.

use idenfy_rules::policy::PolicyCode;
use idenfy_rules::policy::analysis::LintCode;
use idenfy_rules::policy::testing::TestFileCode;
use idenfy_rules::response::Reason;
use idenfy_rules::webhook::{SignatureCode, WebhookCode};
use idenfy_rules::{lint, token};

use crate::guard::guard_or;
use crate::view::{Array, Length, View};

/// The name at a place of a list.
fn nth<W: Copy>(all: &[W], index: usize, as_str: fn(W) -> &'static str) -> View<'static> {
    guard_or(View::ABSENT, || View::maybe(all.get(index).copied().map(as_str)))
}

/// Finds an item of a list by its name and shows one of its texts.
fn of_name<W: Copy>(
    name: Array<'_, u8>,
    len: Length,
    all: &[W],
    as_str: fn(W) -> &'static str,
    shown: fn(W) -> &'static str,
) -> View<'static> {
    guard_or(View::ABSENT, || {
        let name = name.text(len).ok().flatten();
        let found = all.iter().copied().find(|known| name == Some(as_str(*known)));
        View::maybe(found.map(shown))
    })
}

/// How many codes a finding about a token request can have.
#[unsafe(no_mangle)]
pub extern "C" fn idr_token_code_count() -> usize {
    token::Rule::ALL.len()
}

/// The code at `index` of them. Absent for an index that is not below the count.
#[unsafe(no_mangle)]
pub extern "C" fn idr_token_code(index: usize) -> View<'static> {
    nth(token::Rule::ALL, index, token::Rule::as_str)
}

/// What a code of a finding demands, to be read after the name of the member; for example of
/// "client_id.max_length". Words in braces such as {max} stand for the "params" of the finding.
/// Valid for ever, like all texts of this kind; the wording may change. Absent for a name that is
/// no such code.
#[unsafe(no_mangle)]
pub extern "C" fn idr_token_code_meaning(code: Array<'_, u8>, len: Length) -> View<'static> {
    of_name(code, len, token::Rule::ALL, token::Rule::as_str, token::Rule::text)
}

/// How many codes a finding about an integration can have.
#[unsafe(no_mangle)]
pub extern "C" fn idr_lint_code_count() -> usize {
    lint::Rule::ALL.len()
}

/// The code at `index` of them. Absent for an index that is not below the count.
#[unsafe(no_mangle)]
pub extern "C" fn idr_lint_code(index: usize) -> View<'static> {
    nth(lint::Rule::ALL, index, lint::Rule::as_str)
}

/// What a code of such a finding says, for example of "frame.camera"; that of a code that begins
/// with "credentials." is to be read after the name of the part. Words in braces stand for the
/// "params" of the finding. Absent for a name that is no such code.
#[unsafe(no_mangle)]
pub extern "C" fn idr_lint_code_meaning(code: Array<'_, u8>, len: Length) -> View<'static> {
    of_name(code, len, lint::Rule::ALL, lint::Rule::as_str, lint::Rule::text)
}

/// How many codes an error about a signature can have.
#[unsafe(no_mangle)]
pub extern "C" fn idr_signature_code_count() -> usize {
    SignatureCode::ALL.len()
}

/// The code at `index` of them. Absent for an index that is not below the count.
#[unsafe(no_mangle)]
pub extern "C" fn idr_signature_code(index: usize) -> View<'static> {
    nth(SignatureCode::ALL, index, SignatureCode::as_str)
}

/// What a code of a signature error says, for example of "signature.mismatch". Absent for a name
/// that is no such code.
#[unsafe(no_mangle)]
pub extern "C" fn idr_signature_code_meaning(code: Array<'_, u8>, len: Length) -> View<'static> {
    of_name(code, len, SignatureCode::ALL, SignatureCode::as_str, SignatureCode::meaning)
}

/// How many codes an error about the body of a webhook can have.
#[unsafe(no_mangle)]
pub extern "C" fn idr_webhook_code_count() -> usize {
    WebhookCode::ALL.len()
}

/// The code at `index` of them. Absent for an index that is not below the count.
#[unsafe(no_mangle)]
pub extern "C" fn idr_webhook_code(index: usize) -> View<'static> {
    nth(WebhookCode::ALL, index, WebhookCode::as_str)
}

/// What a code of a webhook error says, for example of "webhook.not_json". Absent for a name that
/// is no such code.
#[unsafe(no_mangle)]
pub extern "C" fn idr_webhook_code_meaning(code: Array<'_, u8>, len: Length) -> View<'static> {
    of_name(code, len, WebhookCode::ALL, WebhookCode::as_str, WebhookCode::meaning)
}

/// How many codes an error about a policy document, or a claim about one, can have.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_code_count() -> usize {
    PolicyCode::ALL.len()
}

/// The code at `index` of them. Absent for an index that is not below the count.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_code(index: usize) -> View<'static> {
    nth(PolicyCode::ALL, index, PolicyCode::as_str)
}

/// What a code of a policy error says, for example of "policy.unknown_fact". Absent for a name
/// that is no such code.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_code_meaning(code: Array<'_, u8>, len: Length) -> View<'static> {
    of_name(code, len, PolicyCode::ALL, PolicyCode::as_str, PolicyCode::meaning)
}

/// How many codes an error about a file of tests has besides those of policies.
#[unsafe(no_mangle)]
pub extern "C" fn idr_test_file_code_count() -> usize {
    TestFileCode::ALL.len()
}

/// The code at `index` of them. Absent for an index that is not below the count.
#[unsafe(no_mangle)]
pub extern "C" fn idr_test_file_code(index: usize) -> View<'static> {
    nth(TestFileCode::ALL, index, TestFileCode::as_str)
}

/// What such a code says, for example "test.unknown_rule". Absent for a name that is no such code.
#[unsafe(no_mangle)]
pub extern "C" fn idr_test_file_code_meaning(code: Array<'_, u8>, len: Length) -> View<'static> {
    of_name(code, len, TestFileCode::ALL, TestFileCode::as_str, TestFileCode::meaning)
}

/// How many codes a finding of idr_policy_lint() can have.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_lint_code_count() -> usize {
    LintCode::ALL.len()
}

/// The code at `index` of them. Absent for an index that is not below the count.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_lint_code(index: usize) -> View<'static> {
    nth(LintCode::ALL, index, LintCode::as_str)
}

/// What such a code says, for example "policy.lint.unreachable_rule". Absent for a name that is no
/// such code.
#[unsafe(no_mangle)]
pub extern "C" fn idr_policy_lint_code_meaning(code: Array<'_, u8>, len: Length) -> View<'static> {
    of_name(code, len, LintCode::ALL, LintCode::as_str, LintCode::meaning)
}

/// How many reasons a classification can have.
#[unsafe(no_mangle)]
pub extern "C" fn idr_reason_count() -> usize {
    Reason::ALL.len()
}

/// The reason at `index` of them. Absent for an index that is not below the count.
#[unsafe(no_mangle)]
pub extern "C" fn idr_reason(index: usize) -> View<'static> {
    nth(Reason::ALL, index, Reason::as_str)
}

/// What happened, for people, by the name of a reason such as "FUNDS_EXHAUSTED". Absent for a
/// name that is no reason.
#[unsafe(no_mangle)]
pub extern "C" fn idr_reason_happened(reason: Array<'_, u8>, len: Length) -> View<'static> {
    of_name(reason, len, Reason::ALL, Reason::as_str, Reason::happened)
}

/// What to do about it, for people, by the name of a reason. Absent for a name that is no reason.
#[unsafe(no_mangle)]
pub extern "C" fn idr_reason_remedy(reason: Array<'_, u8>, len: Length) -> View<'static> {
    of_name(reason, len, Reason::ALL, Reason::as_str, Reason::remedy)
}
