//! An HTTP answer, read once for all stages.

use super::body::Body;
use super::identifier::IdentifierRow;
use super::post::Seen;
use super::tables::Tables;
use super::verdict::Verdict;
use super::{Context, Operation, Response, TokenResponse, TransportKind, delay, pointers};
use crate::vocab::Identifier;

/// What the stages look at.
#[derive(Debug)]
pub(super) struct Answer<'a> {
    pub(super) tables: &'a Tables,
    pub(super) status: u16,
    pub(super) operation: Operation,
    pub(super) client_id: Option<&'a str>,
    pub(super) transport: Option<TransportKind>,
    pub(super) body: Body<'a>,
    /// The identifier, if the vocabulary has it.
    pub(super) identifier: Option<Identifier>,
    /// The token, where one is expected.
    pub(super) token: Option<TokenResponse>,
    retry_after_s: Option<u64>,
}

impl<'a> Answer<'a> {
    pub(super) fn read(tables: &'a Tables, response: &Response<'a>, context: &Context<'a>) -> Self {
        let success = is_success(response.status);
        let body = Body::read(response.body, response.values("Content-Type").next(), success);
        let expected = success && context.operation == Operation::CreateToken;
        Self {
            tables,
            status: response.status,
            operation: context.operation,
            client_id: context.client_id,
            transport: response.transport,
            identifier: body.identifier().and_then(known),
            token: body.object().filter(|_| expected).and_then(TokenResponse::read),
            retry_after_s: delay::retry_after_s(response, context.now_unix),
            body,
        }
    }

    pub(super) fn is_success(&self) -> bool {
        is_success(self.status)
    }

    pub(super) fn identifier_row(&self) -> Option<&'static IdentifierRow> {
        self.tables.identifiers.iter().find(|row| Some(row.word) == self.identifier)
    }

    /// What is reported of the answer beside the verdict.
    pub(super) fn seen(self, verdict: &Verdict) -> Seen {
        Seen {
            status: Some(self.status),
            identifier: self.body.identifier().filter(|raw| is_showable(raw)).map(str::to_owned),
            pointers: pointers::find(verdict.fault, &self.body),
            disagreement: self.disagrees(),
            retry_after_s: self.retry_after_s,
            transport: self.transport,
            token: self.token,
        }
    }

    /// Whether status and identifier tell different stories. Older pages send everything as a
    /// 400, so a 400 agrees with every identifier.
    fn disagrees(&self) -> bool {
        let judged = (200..600).contains(&self.status) && self.transport.is_none();
        let natural = |row: &IdentifierRow| row.natural.contains(&self.status);
        judged && self.status != 400 && self.identifier_row().is_some_and(|row| !natural(row))
    }
}

const fn is_success(status: u16) -> bool {
    matches!(status, 200..300)
}

fn known(raw: &str) -> Option<Identifier> {
    Identifier::from_word(&raw.to_ascii_uppercase())
}

/// Whether a raw identifier can be shown: other texts may be anything, even a name.
fn is_showable(raw: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    (1..=64).contains(&raw.len()) && raw.bytes().all(fits)
}
