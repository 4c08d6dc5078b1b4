//! The verdict itself, and the result of an extra document.

use super::vocabulary;

vocabulary! {
    /// The vendor's verdict, `status.overall`.
    ///
    /// Source: OpenAPI webhooks of 2026-09, result callback pages of 2021, vocabulary page.
    Overall, "overall", true;
    "APPROVED" => Approved, Ok, "2021 ~2025 2026", "Automation and, where used, the human reviewer were satisfied. Still read tags and side checks before onboarding.";
    "DENIED" => Denied, Failed, "2021 ~2025 2026", "Automation or the reviewer (or your own dashboard admin) refused it; the reason is in the document/face statuses. Never yields accept.";
    "SUSPECTED" => Suspected, Flagged, "2021 ~2025 2026", "Since about 2022: at least one fraud or mismatch tag was attached; document and face may both have passed (dashboard shows APPROVED (SUSPECTED) or DENIED (SUSPECTED)). In the 2018-2021 contract: session was cut short as fraudulent.";
    "REVIEWING" => Reviewing, Pending, "2021 ~2025 2026", "A human is looking at it; in 2021 only when the user picked the 'other documents' type.";
    "ACTIVE" => Active, Pending, "2021 ~2025 2026", "Token issued and still usable; nothing was submitted.";
    "EXPIRED" => Expired, Lifecycle, "2021 ~2025 2026", "Token or session ran out before completion. Start a new session.";
    "EXPIRED-DELETED" => ExpiredDeleted, Lifecycle, "page", "Expired and its data erased. Spelled with a hyphen; documented in vocabulary pages, absent from the OpenAPI enum.";
    "DELETED" => Deleted, Lifecycle, "2021 ~2025 2026", "Data erased (GDPR deletion). Carries no evidence; keep the stored decision, never upgrade on it.";
    "ARCHIVED" => Archived, Lifecycle, "2021 ~2025 2026", "Data archived. Carries no fresh evidence.";
}

vocabulary! {
    /// The result of the extra document, `status.additionalSteps`, and `NOT_CHECKED` where none
    /// was asked for.
    ///
    /// Source: OpenAPI webhooks of 2026-09; `NOT_CHECKED` is ours and stands for absence.
    AdditionalStepStatus, "step", true;
    "VALID" => Valid, Ok, "~2025 2026", "Extra document accepted.";
    "INVALID" => Invalid, AdditionalStepFailure, "~2025 2026", "Extra document rejected or does not match.";
    "NOT_FOUND" => NotFound, AdditionalStepQuality, "~2025 2026", "Extra document missing or unreadable.";
    "NOT_CHECKED" => NotChecked, NotPerformed, "ours", "No extra document was asked for.";
}
