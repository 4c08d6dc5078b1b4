//! The services around a verification.

use serde::ser::SerializeMap;

use crate::json::Value;
use crate::vocab::{AddressStatus, AmlHit, Comparison, Risk, Screening, ServiceStatus};

use super::view;

view! {
    /// The status of an older service block.
    ///
    /// Source: OpenAPI webhooks of 2026-09, schema of about 2025, result callback pages of 2021.
    BlockStatus {
        service_suspected: flag "serviceSuspected", "Whether something was found";
        service_used: flag "serviceUsed", "Whether the service was used";
        service_found: flag "serviceFound", "Whether there is a service for the country";
        check_successful: flag "checkSuccessful", "Whether the check completed";
        overall_status: word<ServiceStatus> "overallStatus", "The status in one word";
    }
}

view! {
    /// An older service block: an entry of `AML`, `LID` or `CRIMINAL_CHECK`.
    ///
    /// Source: OpenAPI webhooks of 2026-09, schema of about 2025, result callback pages of 2021.
    ServiceBlock {
        service_name: text "serviceName", "Name of the service";
        service_group_type: text "serviceGroupType", "`AML`, `LID` or `CRIMINAL_CHECK`";
        uid: text "uid", "Id, unique inside one delivery only";
        error_message: text "errorMessage", "What went wrong";
    }
    also { status, hits, register_rows }
}

view! {
    /// A hit of an older screening, an entry of `AML[].data`.
    ///
    /// Source: OpenAPI webhooks of 2026-09, schema of about 2025, result callback pages of 2021.
    ScreeningHit {
        name: text "name", "Given name on the list";
        surname: text "surname", "Surname on the list";
        nationality: text "nationality", "Nationality on the list";
        dob: text "dob", "Date of birth on the list";
        suspicion: word<AmlHit> "suspicion", "Kind of list";
        reason: text "reason", "Why the entry is there";
        list_number: text "listNumber", "Number on the list";
        list_name: text "listName", "Name of the list";
        score: integer "score", "Likeness, 0 to 100";
        last_update: text "lastUpdate", "When the entry was updated";
        exit_date: text "exitDate", "When the entry ended";
        is_person: flag "isPerson", "Whether it is a person";
        is_active: flag "isActive", "Whether the entry is in force";
        linked_document: text "linkedDocument", "Address of a document";
        pep_level: integer "pepLevel", "Level of a politically exposed person";
        category: text "category", "Category";
        other_information: text "otherInformation", "Anything else";
        check_date: text "checkDate", "When it was checked";
        whitelisted: flag "whitelisted", "Whether your compliance staff dismissed it";
    }
}

view! {
    /// A row of the register of lost documents, an entry of `LID[].data`.
    ///
    /// Source: OpenAPI webhooks of 2026-09, schema of about 2025, result callback pages of 2021.
    RegisterRow {
        document_number: text "documentNumber", "Number of the document";
        document_type: text "documentType", "Type of the document";
        valid: flag "valid", "False: lost, stolen or invalid";
        expiry_date: text "expiryDate", "Expiry date";
        check_date: text "checkDate", "When it was checked";
    }
}

view! {
    /// The current screening, `amlCheck`.
    ///
    /// Source: OpenAPI webhooks of 2026-09, schema of about 2025, result callback pages of 2021.
    ScreeningCheck {
        id: text "id", "Id of the screening";
        overall_status: word<Screening> "overallStatus", "Status of the screening";
        status_set_at: text "statusSetAt", "When a person set the status";
    }
}

view! {
    /// The risk assessment, `riskAssessment`.
    ///
    /// Source: OpenAPI webhooks of 2026-09, schema of about 2025, result callback pages of 2021.
    RiskAssessment {
        risk_score: integer "riskScore", "Score, 0 to 100";
        risk_level: word<Risk> "riskLevel", "Level";
    }
}

view! {
    /// The bank account, `bankVerification`.
    ///
    /// Source: OpenAPI webhooks of 2026-09, schema of about 2025, result callback pages of 2021.
    BankVerification {
        id: text "id", "Id";
        country: text "country", "Country of the bank";
        bank: text "bank", "Name of the bank";
        risk_level: word<Risk> "riskLevel", "Risk of the account";
    }
}

view! {
    /// The e-mail address, `emailVerification`.
    ///
    /// Source: OpenAPI webhooks of 2026-09, schema of about 2025, result callback pages of 2021.
    EmailVerification {
        email: text "email", "The e-mail address";
        email_verified: flag "emailVerified", "Whether it was confirmed";
    }
}

view! {
    /// The phone number, `phoneVerification`.
    ///
    /// Source: OpenAPI webhooks of 2026-09, schema of about 2025, result callback pages of 2021.
    PhoneVerification {
        phone: text "phone", "The phone number";
        phone_verified: flag "phoneVerified", "Whether it was confirmed";
    }
}

view! {
    /// The address check, `addressVerification`.
    ///
    /// Source: OpenAPI webhooks of 2026-09, schema of about 2025, result callback pages of 2021.
    AddressVerification {
        address: text "address", "The address";
        country: text "country", "Its country";
        status: word<AddressStatus> "status", "Result";
        accuracy: text "accuracy", "How exact the match is";
        quality: text "quality", "How good the address is";
    }
}

view! {
    /// The bank card, `bankCardVerification`.
    ///
    /// Source: OpenAPI webhooks of 2026-09, schema of about 2025, result callback pages of 2021.
    BankCardVerification {
        id: text "id", "Id";
        status: word<Comparison> "status", "Card against document";
        no_match_reason: text "noMatchReason", "Why they do not match";
    }
}

impl<'d> ServiceBlock<'d> {
    /// The status of the block.
    #[must_use]
    pub fn status(&self) -> BlockStatus<'d> {
        BlockStatus::of(self.get("status"))
    }

    /// The hits of a screening.
    #[must_use]
    pub fn hits(&self) -> Vec<ScreeningHit<'d>> {
        self.rows()
            .iter()
            .map(|row| ScreeningHit::of(Some(row)))
            .filter(ScreeningHit::is_there)
            .collect()
    }

    /// The rows of the register of lost documents.
    #[must_use]
    pub fn register_rows(&self) -> Vec<RegisterRow<'d>> {
        self.rows()
            .iter()
            .map(|row| RegisterRow::of(Some(row)))
            .filter(RegisterRow::is_there)
            .collect()
    }

    fn rows(&self) -> &'d [Value<'d>] {
        self.get("data").and_then(Value::as_array).unwrap_or_default()
    }
}
