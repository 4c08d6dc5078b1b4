//! The ways in which a call can fail without an answer, and what each of them says.

use super::verdict::Verdict;
use super::{EscalateTo, Reason};
use crate::vocab::words;

use EscalateTo::{Developer, Operations};

words! {
    /// What the HTTP client reports when there is no answer, or when the body broke off.
    ///
    /// The dividing line is whether the request can have arrived: up to
    /// [`SendFailed`](Self::SendFailed) it cannot, so nothing was processed.
    #[non_exhaustive]
    TransportKind;
    /// The name was not resolved.
    Dns => "dns";
    /// The connection was refused.
    ConnectRefused => "connect_refused";
    /// No connection in time.
    ConnectTimeout => "connect_timeout";
    /// No route to the host or network.
    NetworkUnreachable => "network_unreachable";
    /// TLS failed for another reason than the certificate.
    TlsHandshake => "tls_handshake";
    /// The request was not sent in full.
    SendFailed => "send_failed";
    /// The connection ended before the answer was complete.
    ConnectionReset => "connection_reset";
    /// What came back is not HTTP.
    ProtocolError => "protocol_error";
    /// The request was sent and no answer came in time.
    ResponseTimeout => "response_timeout";
    /// The answer ended early.
    ResponseTruncated => "response_truncated";
    /// Anything else: treated as if the request may have arrived.
    Unknown => "unknown";
    /// The certificate did not verify.
    TlsCertificate => "tls_certificate";
    /// The caller's own proxy refused the connection.
    ProxyConnect => "proxy_connect";
    /// The caller cancelled the call.
    Cancelled => "cancelled";
    /// The request could not even be built.
    InvalidRequest => "invalid_request";
    /// The HTTP client followed redirects until it gave up.
    RedirectLoop => "redirect_loop";
}

impl TransportKind {
    /// What a caller reports who has neither a status nor a failure: no request became valid.
    ///
    /// ```
    /// use idenfy_rules::response::{Context, Reason, TransportKind, classify_transport};
    /// let found = classify_transport(TransportKind::NOTHING, &Context::new(1)?);
    /// assert_eq!(found.reason, Reason::RequestNotBuildable);
    /// # Ok::<(), idenfy_rules::InputError>(())
    /// ```
    pub const NOTHING: Self = Self::InvalidRequest;

    /// The kind with this exact name; any other name is [`Unknown`](Self::Unknown), the most
    /// cautious kind that may be retried.
    ///
    /// ```
    /// use idenfy_rules::response::TransportKind;
    /// assert_eq!(TransportKind::read("dns"), TransportKind::Dns);
    /// assert_eq!(TransportKind::read("something_new"), TransportKind::Unknown);
    /// ```
    #[must_use]
    pub fn read(name: &str) -> Self {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == name).unwrap_or(Self::Unknown)
    }
}

/// Also of any kind that the table does not have.
pub(super) const CONNECTION_LOST: Verdict = Verdict::retry(Reason::ConnectionLost);
pub(super) const CANCELLED: Verdict = Verdict::escalate(Reason::CancelledByCaller, Developer);

/// What a failure without an answer says.
pub(super) const TRANSPORT: &[(TransportKind, Verdict)] = &[
    (TransportKind::Dns, Verdict::retry(Reason::NetworkUnreachable)),
    (TransportKind::ConnectRefused, Verdict::retry(Reason::NetworkUnreachable)),
    (TransportKind::ConnectTimeout, Verdict::retry(Reason::NetworkUnreachable)),
    (TransportKind::NetworkUnreachable, Verdict::retry(Reason::NetworkUnreachable)),
    (TransportKind::TlsHandshake, Verdict::retry(Reason::TlsHandshakeFailed)),
    (TransportKind::SendFailed, Verdict::retry(Reason::RequestNotSent)),
    (TransportKind::ConnectionReset, CONNECTION_LOST),
    (TransportKind::ProtocolError, CONNECTION_LOST),
    (TransportKind::ResponseTimeout, Verdict::retry(Reason::ResponseTimeout)),
    (TransportKind::ResponseTruncated, Verdict::retry(Reason::ResponseTruncated)),
    (TransportKind::Unknown, CONNECTION_LOST),
    (TransportKind::TlsCertificate, Verdict::escalate(Reason::TlsCertificateInvalid, Operations)),
    (TransportKind::ProxyConnect, Verdict::escalate(Reason::ProxyAuthRequired, Operations)),
    (TransportKind::Cancelled, CANCELLED),
    (TransportKind::InvalidRequest, Verdict::escalate(Reason::RequestNotBuildable, Developer)),
    (TransportKind::RedirectLoop, Verdict::escalate(Reason::UnexpectedRedirect, Developer)),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response::Action;

    #[test]
    fn every_kind_has_one_row_and_is_found_by_its_name() {
        let kinds: Vec<_> = TRANSPORT.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, TransportKind::ALL);
        for kind in TransportKind::ALL {
            assert_eq!(TransportKind::read(kind.as_str()), *kind);
        }
    }

    #[test]
    fn what_was_not_sent_cannot_have_been_processed() {
        for (kind, verdict) in TRANSPORT {
            let retry = verdict.action == Action::Retry;
            let sent = *kind > TransportKind::SendFailed;
            assert_eq!(verdict.reason.outcome_unknown(), retry && sent, "{kind}");
        }
    }
}
