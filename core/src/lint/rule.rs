//! The rules about an integration: code, weight, sources and sentence of each.

use crate::report::Severity;

macro_rules! rules {
    ($( $variant:ident $code:literal, $severity:ident, [$($source:literal),*], $text:literal; )+) => {
        /// A rule about how an integration is set up; its text is the `code` of a finding.
        ///
        /// ```
        /// use idenfy_rules::lint::Rule;
        /// let rule = Rule::from_word("frame.camera").unwrap();
        /// assert_eq!(rule, Rule::FrameCamera);
        /// assert_eq!(rule.severity().as_str(), "error");
        /// assert_eq!(rule.sources(), ["page-guide", "page-faq"]);
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Rule {
            $( #[doc = concat!("`", $code, "`: ", $text, ".")] $variant, )+
        }

        impl Rule {
            /// Every rule, in the order of the table.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// The code of its findings, for example `frame.camera`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $code, )+ }
            }

            /// The rule with this exact code, or `None`.
            #[must_use]
            pub fn from_word(code: &str) -> Option<Self> {
                match code { $( $code => Some(Self::$variant), )+ _ => None }
            }

            /// How much its findings weigh.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $( Self::$variant => Severity::$severity, )+ }
            }

            /// The sentence of its findings; a name between braces stands for a parameter.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $( Self::$variant => $text, )+ }
            }

            /// The keys of [`SOURCES`](crate::token::SOURCES) that it rests on; empty where it
            /// follows from the standards of the web and not from a page of the vendor.
            #[must_use]
            pub const fn sources(self) -> &'static [&'static str] {
                match self { $( Self::$variant => &[$($source),*], )+ }
            }
        }
    };
}

rules! {
    // The URL that webhooks are sent to.
    UrlEmpty "webhook_url.empty", Error, ["page-guide"], "no webhook URL is set";
    UrlHttps "webhook_url.https", Error, ["page-guide"], "the webhook URL must begin with `https://`";
    UrlSyntax "webhook_url.syntax", Error, [], "the webhook URL must be a valid URL with a host, without spaces or control characters";
    UrlNotPublic "webhook_url.not_public", Error, ["page-faq"], "the host of the webhook URL cannot be reached from the internet";
    UrlReservedName "webhook_url.reserved_name", Error, ["page-faq"], "the host of the webhook URL ends in a name that the internet does not have";
    UrlAddress "webhook_url.ip_address", Warning, [], "the host of the webhook URL is an address; few certificates are valid for one";
    UrlPort "webhook_url.port", Warning, ["page-guide"], "the webhook URL names a port other than 443, which firewalls often close";
    UrlUserinfo "webhook_url.userinfo", Warning, [], "the webhook URL holds a user name or password, which end up in logs; the signature says who is calling";
    UrlFragment "webhook_url.fragment", Warning, [], "the part of the webhook URL after `#` is never sent";

    // The certificate of that host, as far as the caller knows it.
    CertificateExpired "certificate.expired", Error, ["page-guide"], "the certificate has expired";
    CertificateSoon "certificate.expires_soon", Warning, ["page-guide"], "the certificate expires in less than {days} days";
    CertificateSelfSigned "certificate.self_signed", Error, ["page-guide"], "the certificate is self-signed";
    CertificateHost "certificate.wrong_host", Error, ["page-guide"], "the certificate is for another host";
    CertificateChain "certificate.incomplete_chain", Error, ["page-guide"], "the server does not send the intermediate certificates";

    // What the receiver does with a delivery.
    ReceiverStatus "receiver.status", Error, ["page-faq", "page-guide"], "the receiver must answer 200; the vendor counts anything but 2xx as a failure and sends again";
    ReceiverStatusNot200 "receiver.status_not_200", Warning, ["page-faq"], "the receiver should answer 200; not every page of the vendor accepts another 2xx";
    ReceiverSlow "receiver.slow", Warning, ["page-faq"], "the receiver should answer promptly, within {seconds} seconds; store the delivery first and work on it later";
    ReceiverTooSlow "receiver.too_slow", Error, ["page-faq"], "the receiver must answer within {seconds} seconds or the delivery may count as failed";
    ReceiverUnverified "receiver.unverified", Error, ["page-faq"], "the receiver must verify the signature: without it anybody can send a verdict";
    ReceiverParsedFirst "receiver.parsed_first", Error, ["page-faq"], "the receiver must verify the raw body before it parses it; a body written anew has another signature";
    ReceiverEarlyAnswer "receiver.answers_before_storing", Error, [], "the receiver must store the delivery before it answers; what is lost after a 200 is not sent again";

    // An `iframe` tag and the page around it.
    FrameMissing "frame.missing", Error, ["page-overview"], "there is no `iframe` tag";
    FrameSeveral "frame.several", Warning, [], "there are several `iframe` tags; the first one was looked at";
    FrameSource "frame.src", Error, ["page-overview"], "the `iframe` has no `src` that is an absolute `https` URL";
    FrameHost "frame.host", Error, ["page-overview", "page-faq"], "the `src` of the `iframe` is not at one of the published hosts {hosts}";
    FrameToken "frame.token", Error, ["page-overview", "page-faq"], "the `src` of the `iframe` has no `authToken`";
    FrameCamera "frame.camera", Error, ["page-guide", "page-faq"], "the `iframe` does not allow the camera: write `allow=\"camera; microphone\"`";
    FrameMicrophone "frame.microphone", Warning, ["page-guide"], "the `iframe` does not allow the microphone: write `allow=\"camera; microphone\"`";
    FrameFullscreen "frame.fullscreen", Warning, ["page-overview"], "the `iframe` does not allow full screen: add `allowfullscreen`";
    FrameSandbox "frame.sandbox", Error, [], "the `sandbox` of the `iframe` must hold {tokens}";
    FrameSafari "frame.safari", Warning, ["page-guide"], "some browsers, Safari among them, have stricter rules for frames: test there, and offer the redirect";
    PageHttps "page.https", Error, ["page-guide"], "the page around the `iframe` must be served over `https`, or browsers close the camera";
    PolicySyntax "permissions_policy.syntax", Error, [], "the `Permissions-Policy` header cannot be read, so browsers ignore it";
    PolicyCamera "permissions_policy.camera", Error, ["page-guide"], "the `Permissions-Policy` header of the page blocks the camera in the `iframe`: its list must name `self` and the host of the frame";
    PolicyMicrophone "permissions_policy.microphone", Warning, ["page-guide"], "the `Permissions-Policy` header of the page blocks the microphone in the `iframe`: its list must name `self` and the host of the frame";

    // API key and secret.
    CredentialEmpty "credentials.empty", Error, ["page-guide"], "is empty";
    CredentialOuterSpace "credentials.outer_space", Error, ["page-guide"], "begins or ends with white space";
    CredentialControl "credentials.control_char", Error, ["page-guide"], "contains a line feed or another control character";
    CredentialNonAscii "credentials.non_ascii", Error, ["page-guide"], "has characters outside ASCII";
    CredentialColon "credentials.colon", Error, [], "contains a colon, at which basic authentication ends the key";
    CredentialSame "credentials.same", Error, ["page-guide"], "is the same as the key";

    // A webhook that did not come: what to look at, in this order.
    MissingNotConfigured "missing_webhook.not_configured", Error, ["page-guide"], "no webhook URL is configured in the dashboard under settings, webhooks";
    MissingStatus "missing_webhook.status", Error, ["page-guide", "page-faq"], "the endpoint answered with a status that is not 2xx; look at its log";
    MissingFirewall "missing_webhook.firewall", Error, ["page-guide", "page-faq"], "a firewall blocks the vendor's addresses; allow the published ranges";
    MissingCertificate "missing_webhook.certificate", Error, ["page-guide"], "the certificate is not valid, or self-signed";
    MissingUnfinished "missing_webhook.still_processing", Warning, ["page-guide"], "the verification is still processed; a manual review can take several minutes";
    MissingUnknown "missing_webhook.not_looked_at", Warning, ["page-guide"], "was not looked at yet";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SOURCES;

    #[test]
    fn codes_are_unique_and_sources_known() {
        for (place, rule) in Rule::ALL.iter().enumerate() {
            assert_eq!(Rule::from_word(rule.as_str()), Some(*rule));
            assert!(Rule::ALL.iter().skip(place + 1).all(|other| other.text() != rule.text()));
            for source in rule.sources() {
                assert!(SOURCES.iter().any(|(key, _)| key == source), "{rule:?}: {source}");
            }
        }
        assert_eq!(Rule::from_word("frame"), None);
    }
}
