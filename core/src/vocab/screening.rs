//! The words of the services around a verification. `NOT_CHECKED` and `NOT_COMPARED` stand for
//! absence where a service was simply not used.

use super::vocabulary;

vocabulary! {
    /// The outcome of an older service block: `AML`, `LID`, `CRIMINAL_CHECK`.
    ///
    /// The words are ours; they sum up the four flags and the status of a block.
    /// Source: service block of the OpenAPI webhooks (2026) and of the 2021 pages.
    Service, "service", true;
    "HIT" => Hit, Watchlist, "ours", "A service suspects the person or the document.";
    "FAILED" => Failed, ServiceFailure, "ours", "The service was used and did not complete.";
    "UNCLEAR" => Unclear, ServiceFailure, "ours", "The block is malformed, or its status is unknown.";
    "CLEAR" => Clear, Ok, "ours", "The service completed and found nothing.";
    "NOT_CHECKED" => NotChecked, NotPerformed, "ours", "The service was not used.";
}

vocabulary! {
    /// The status of an older service block, `AML[].status.overallStatus`.
    ///
    /// Source: service block of the OpenAPI webhooks (2026) and of the 2021 pages.
    ServiceStatus, "amlV2", true;
    "SUSPECTED" => Suspected, Watchlist, "2021 ~2025 2026", "The service found a hit.";
    "NOT_SUSPECTED" => NotSuspected, Ok, "2021 ~2025 2026", "The service found nothing.";
}

vocabulary! {
    /// What kind of list a hit comes from, `AML[].data[].suspicion`.
    ///
    /// Source: OpenAPI webhooks of 2026-09.
    AmlHit, "amlHit", true;
    "SANCTION" => Sanction, Watchlist, "2026", "Listed under sanctions.";
    "INTERPOL" => Interpol, Watchlist, "2026", "Listed by Interpol.";
    "PEPS" => Peps, Watchlist, "2026", "A politically exposed person.";
    "ADVERSE_MEDIA" => AdverseMedia, Watchlist, "2026", "Named in adverse media.";
    "OTHER" => Other, Watchlist, "2026", "Another list.";
}

vocabulary! {
    /// The status of a screening, `amlCheck.overallStatus` and the status fields of about 2025.
    ///
    /// Source: OpenAPI AML webhooks of 2026-09.
    Screening, "amlV3", true;
    "NOT_CHECKED" => NotChecked, NotPerformed, "2026", "No screening was made.";
    "NO_FLAGS" => NoFlags, Ok, "2026", "Screened, nothing found.";
    "FALSE_POSITIVE" => FalsePositive, Ok, "2026", "Hits found, your compliance user dismissed them.";
    "FLAGS_FOUND" => FlagsFound, Watchlist, "2026", "Hits found, not yet judged.";
    "TRUE_POSITIVE" => TruePositive, Watchlist, "2026", "Hits confirmed as this person. Never auto-accept; whether to reject depends on sanction versus PEP.";
}

vocabulary! {
    /// A level of risk.
    ///
    /// Source: OpenAPI webhooks of 2026-09.
    Risk, "risk", false;
    "VERY_LOW" => VeryLow, Informational, "2026", "Very low risk.";
    "LOW" => Low, Informational, "2026", "Low risk.";
    "MEDIUM" => Medium, Informational, "2026", "Medium risk.";
    "HIGH" => High, Informational, "2026", "High risk.";
    "VERY_HIGH" => VeryHigh, Informational, "2026", "Very high risk.";
    "NOT_CHECKED" => NotChecked, Informational, "2026", "The risk was not assessed.";
}

vocabulary! {
    /// A comparison with a registry or a bank card.
    ///
    /// Source: OpenAPI webhooks of 2026-09.
    Comparison, "comparison", false;
    "MATCH" => Match, Informational, "2026", "The compared data agrees.";
    "NO_MATCH" => NoMatch, Informational, "2026", "The compared data differs.";
    "NOT_COMPARED" => NotCompared, Informational, "2026", "Nothing was compared.";
}

vocabulary! {
    /// The result of an address check, `addressVerification.status`.
    ///
    /// Source: OpenAPI webhooks of 2026-09.
    AddressStatus, "address", false;
    "VERIFIED" => Verified, Informational, "2026", "The address was confirmed.";
    "PARTIALLY_VERIFIED" => PartiallyVerified, Informational, "2026", "Part of the address was confirmed.";
    "UNVERIFIED" => Unverified, Informational, "2026", "The address was not confirmed.";
    "NOT_CHECKED" => NotChecked, Informational, "ours", "The address was not checked.";
}

vocabulary! {
    /// The age by face, `data.ageEstimate`.
    ///
    /// Source: OpenAPI webhooks of 2026-09; six of the words in the schema of about 2025.
    AgeEstimate, "age", false;
    "UNDER_8" => Under8, Informational, "2026", "The face looks under 8.";
    "UNDER_13" => Under13, Informational, "~2025 2026", "The face looks under 13.";
    "OVER_8" => Over8, Informational, "2026", "The face looks over 8.";
    "OVER_13" => Over13, Informational, "~2025 2026", "The face looks over 13.";
    "OVER_16" => Over16, Informational, "2026", "The face looks over 16.";
    "OVER_18" => Over18, Informational, "~2025 2026", "The face looks over 18.";
    "OVER_21" => Over21, Informational, "2026", "The face looks over 21.";
    "OVER_22" => Over22, Informational, "~2025 2026", "The face looks over 22.";
    "OVER_25" => Over25, Informational, "~2025 2026", "The face looks over 25.";
    "OVER_30" => Over30, Informational, "~2025 2026", "The face looks over 30.";
    "NOT_CHECKED" => NotChecked, Informational, "ours", "No age was estimated.";
}

vocabulary! {
    /// Where the person did the verification, `platform`.
    ///
    /// Source: OpenAPI webhooks of 2026-09.
    Platform, "platform", false;
    "PC" => Pc, Informational, "2026", "Desktop browser.";
    "MOBILE" => Mobile, Informational, "2026", "Mobile browser.";
    "TABLET" => Tablet, Informational, "2026", "Tablet browser.";
    "MOBILE_APP" => MobileApp, Informational, "2026", "Mobile application.";
    "MOBILE_SDK" => MobileSdk, Informational, "2026", "Mobile SDK.";
    "OTHER" => Other, Informational, "2026", "Anything else.";
}
