//! The events that the vendor sends.

use super::vocabulary;

vocabulary! {
    /// The `Idenfy-Event-Type` header of a delivery. It is not covered by the signature.
    ///
    /// Source: OpenAPI webhooks of 2026-09.
    Event, "event", false;
    "IDENTIFICATION" => Identification, Event, "2026", "Legacy, fires for every outcome.";
    "IDENTIFICATION_AUTO_FINISHED" => IdentificationAutoFinished, Event, "2026", "Seconds after the user finishes.";
    "IDENTIFICATION_MANUAL_FINISHED" => IdentificationManualFinished, Event, "2026", "Minutes, when a reviewer decides.";
    "IDENTIFICATION_RESUBMITTED" => IdentificationResubmitted, Event, "2026", "Seconds after the client supplies requested information.";
    "IDENTIFICATION_CANCELLED" => IdentificationCancelled, Event, "2026", "When the user or system cancels.";
    "IDENTIFICATION_EXPIRED" => IdentificationExpired, Event, "2026", "At token or session expiry.";
    "DOCUMENT_EXPIRATION" => DocumentExpiration, Event, "2026", "30, 7, 1 day before and at document expiry.";
    "VIDEO_CALL_FINISHED" => VideoCallFinished, Event, "2026", "After a video call; no body schema published.";
    "FACIAL_AUTHENTICATION" => FacialAuthentication, Event, "2026", "End of a face authentication session.";
    "AML_MONITORING" => AmlMonitoring, Event, "2026", "Monitored person checked, accepted or declined.";
    "AML_MONITORING_EXPIRATION" => AmlMonitoringExpiration, Event, "2026", "Monitoring near or past expiry.";
    "COMPANY_REVIEW" => CompanyReview, Event, "2026", "Business verification.";
    "COMPANY_DELETE" => CompanyDelete, Event, "2026", "Business verification.";
    "COMPANY_AML_REVIEW" => CompanyAmlReview, Event, "2026", "Business verification.";
    "COMPANY_INFO_REQUEST" => CompanyInfoRequest, Event, "2026", "Business verification.";
    "COMPANY_EXPIRATION" => CompanyExpiration, Event, "2026", "Business verification.";
    "COMPANY_SUBMIT" => CompanySubmit, Event, "2026", "Business verification.";
    "GOV_ORDERED_DOCUMENT" => GovOrderedDocument, Event, "2026", "Business verification.";
    "SOS_REPORT" => SosReport, Event, "2026", "Business verification.";
    "BANK_CARD_VERIFICATION_COMPLETED" => BankCardVerificationCompleted, Event, "2026", "Bank card check done.";
    "AGE_ESTIMATION" => AgeEstimation, Event, "2026", "Age estimation session reached its end; body has scanRef, clientId and a STRING status COMPLETED or FAILED.";
}

/// What an event says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// It carries a verdict about a verification.
    Verdict,
    /// A verification ended without one: expired or cancelled.
    Ended,
    /// It is about a verification, but says nothing about its result.
    Notice,
    /// It belongs to another product of the vendor.
    OtherProduct,
}

impl Event {
    /// What the event says. The header is not signed, so this may make a decision stricter,
    /// never milder.
    #[must_use]
    pub const fn kind(self) -> EventKind {
        match self {
            Self::Identification
            | Self::IdentificationAutoFinished
            | Self::IdentificationManualFinished
            | Self::IdentificationResubmitted => EventKind::Verdict,
            Self::IdentificationCancelled | Self::IdentificationExpired => EventKind::Ended,
            Self::DocumentExpiration | Self::VideoCallFinished => EventKind::Notice,
            Self::FacialAuthentication
            | Self::AmlMonitoring
            | Self::AmlMonitoringExpiration
            | Self::CompanyReview
            | Self::CompanyDelete
            | Self::CompanyAmlReview
            | Self::CompanyInfoRequest
            | Self::CompanyExpiration
            | Self::CompanySubmit
            | Self::GovOrderedDocument
            | Self::SosReport
            | Self::BankCardVerificationCompleted
            | Self::AgeEstimation => EventKind::OtherProduct,
        }
    }

    /// The product that the event belongs to.
    ///
    /// ```
    /// use idenfy_rules::vocab::Event;
    /// assert_eq!(Event::AmlMonitoring.product(), "aml_monitoring");
    /// assert_eq!(Event::IdentificationExpired.product(), "verification");
    /// ```
    #[must_use]
    pub const fn product(self) -> &'static str {
        match self {
            Self::Identification
            | Self::IdentificationAutoFinished
            | Self::IdentificationManualFinished
            | Self::IdentificationResubmitted
            | Self::IdentificationCancelled
            | Self::IdentificationExpired => "verification",
            Self::DocumentExpiration => "document_expiration",
            Self::VideoCallFinished => "video_call",
            Self::FacialAuthentication => "face_authentication",
            Self::AmlMonitoring | Self::AmlMonitoringExpiration => "aml_monitoring",
            Self::CompanyReview
            | Self::CompanyDelete
            | Self::CompanyAmlReview
            | Self::CompanyInfoRequest
            | Self::CompanyExpiration
            | Self::CompanySubmit
            | Self::GovOrderedDocument
            | Self::SosReport => "company",
            Self::BankCardVerificationCompleted => "bank_card",
            Self::AgeEstimation => "age_estimation",
        }
    }
}
