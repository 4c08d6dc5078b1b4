//! The verdict and what was read from the document.

use serde::ser::SerializeMap;

use crate::vocab::{
    AdditionalStepStatus, AgeEstimate, DocumentStatus, DocumentType, FaceStatus, Overall, Risk,
    Screening, Tag,
};

use super::view;

view! {
    /// The verdict and its checks, `status`.
    ///
    /// Source: OpenAPI webhooks of 2026-09, schema of about 2025, result callback pages of 2021.
    Status {
        overall: word<Overall> "overall", "The vendor's verdict";
        auto_document: word<DocumentStatus> "autoDocument", "Document check by automation";
        manual_document: word<DocumentStatus> "manualDocument", "Document check by a person";
        auto_face: word<FaceStatus> "autoFace", "Face check by automation";
        manual_face: word<FaceStatus> "manualFace", "Face check by a person";
        fraud_tags: words<Tag> "fraudTags", "Reasons for suspicion of fraud";
        suspicion_reasons: words<Tag> "suspicionReasons", "Older name of the reasons for suspicion, 2019 to about 2025";
        mismatch_tags: words<Tag> "mismatchTags", "Supplied data that differs";
        deny_reasons: texts "denyReasons", "Free words of the schema of about 2025";
        additional_steps: word<AdditionalStepStatus> "additionalSteps", "Result of the extra document";
        aml_result_class: word<Screening> "amlResultClass", "Screening, schema of about 2025";
        peps_status: word<Screening> "pepsStatus", "PEP status, schema of about 2025";
        sanctions_status: word<Screening> "sanctionsStatus", "Sanctions status, schema of about 2025";
        adverse_media_status: word<Screening> "adverseMediaStatus", "Media status, schema of about 2025";
    }
}

view! {
    /// What was read from the document, `data`. Every member may be absent: not on the document, or
    /// not readable.
    ///
    /// Source: OpenAPI webhooks of 2026-09, schema of about 2025, result callback pages of 2021.
    DocumentData {
        doc_first_name: text "docFirstName", "Given names as read from the document";
        doc_last_name: text "docLastName", "Surname as read from the document";
        doc_number: text "docNumber", "Number of the document";
        doc_personal_code: text "docPersonalCode", "Personal code";
        doc_expiry: text "docExpiry", "Expiry date as text; `YYYY-MM-DD` is usual, not certain";
        doc_dob: text "docDob", "Date of birth as text; `YYYY-MM-DD` is usual, not certain";
        doc_date_of_issue: text "docDateOfIssue", "Date of issue as text; `YYYY-MM-DD` is usual, not certain";
        doc_type: word<DocumentType> "docType", "Type of the document";
        doc_sex: text "docSex", "Sex: `MALE`, `FEMALE` or `UNDEFINED`";
        doc_nationality: text "docNationality", "Nationality, a two-letter code";
        doc_issuing_country: text "docIssuingCountry", "Country that issued the document, a two-letter code";
        full_name: text "fullName", "Whole name";
        selected_country: text "selectedCountry", "Country that the person chose";
        org_first_name: text "orgFirstName", "Given names in the script of the document";
        org_last_name: text "orgLastName", "Surname in the script of the document";
        org_nationality: text "orgNationality", "Nationality in the script of the document";
        org_birth_place: text "orgBirthPlace", "Place of birth in the script of the document";
        org_authority: text "orgAuthority", "Issuing authority in the script of the document";
        org_address: text "orgAddress", "Address in the script of the document";
        org_temporary_address: text "orgTemporaryAddress", "Temporary address in the script of the document";
        org_mothers_maiden_name: text "orgMothersMaidenName", "Mother's maiden name in the script of the document";
        org_patronymic: text "orgPatronymic", "Patronymic in the script of the document";
        org_birth_name: text "orgBirthName", "Name at birth in the script of the document";
        birth_place: text "birthPlace", "Place of birth";
        authority: text "authority", "Issuing authority";
        address: text "address", "Address";
        doc_temporary_address: text "docTemporaryAddress", "Temporary address";
        mothers_maiden_name: text "mothersMaidenName", "Mother's maiden name";
        doc_birth_name: text "docBirthName", "Name at birth";
        doc_patronymic: text "docPatronymic", "Patronymic";
        driver_license_category: text "driverLicenseCategory", "Categories of a driving licence";
        manually_data_changed: flag "manuallyDataChanged", "Whether a reviewer corrected read data";
        age_estimate: word<AgeEstimate> "ageEstimate", "Age by face";
        client_ip_proxy_risk_level: word<Risk> "clientIpProxyRiskLevel", "Proxy risk of the IP address";
        duplicate_faces: texts "duplicateFaces", "Earlier verifications with the same selfie";
        duplicate_doc_faces: texts "duplicateDocFaces", "Earlier verifications with the same portrait";
    }
}
