//! The pages and programs that rules were read from.

/// What the short names of sources mean: key, then the page, with its date.
///
/// Newer beats older, and pages of the vendor beat clients: the error page decides what is
/// refused; the OpenAPI document decides names, types, nullability and maxima. Read on
/// 2026-11-20, offline; none of it was tried against the live server.
pub const SOURCES: &[(&str, &str)] = &[
    ("page-err", "documentation.idenfy.com/kyc/id-error-messages (2026)"),
    ("page-guide", "documentation.idenfy.com/guides/error-handling (2026)"),
    ("page-faq", "FAQ of documentation.idenfy.com (2026)"),
    ("page-overview", "documentation.idenfy.com/kyc/overview (2026)"),
    ("openapi", "documentation.idenfy.com/openapi/kyc.yaml (September 2026)"),
    ("mint-token", "examples of documentation.idenfy.com/kyc/generate-token (2026)"),
    ("docu-new", "last Docusaurus capture of GeneratingIdentificationToken (about 2025)"),
    ("docu-mid", "middle Docusaurus captures of GeneratingIdentificationToken (2023 to 2025)"),
    ("docu-2022", "Docusaurus source of GeneratingIdentificationToken (about 2022)"),
    ("gh-2021", "github.com/idenfy/Documentation, pages/GeneratingIdentificationToken.md (2021)"),
    ("addsteps-2022", "source of the additional steps page (about 2022)"),
    ("addsteps-now", "documentation.idenfy.com/kyc/additional-steps (2026)"),
    ("dummy-now", "documentation.idenfy.com/kyc/dummy-results (2026)"),
    ("dummy-old", "documentation.idenfy.com/integration/DummySession (until about 2025)"),
    ("langs", "documentation.idenfy.com/resources/supported-languages (2026)"),
    ("doctypes", "documentation.idenfy.com/resources/supported-documents (2026)"),
    ("dash", "documentation.idenfy.com/guides/dashboard (2026)"),
    ("apiref-old", "earlier 2026 capture of the API reference, corrected since"),
    ("go", "github.com/gboddin/go-idenfy (2023)"),
    ("human-id", "a public TypeScript client that sends a theme"),
];
