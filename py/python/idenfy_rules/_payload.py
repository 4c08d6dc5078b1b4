"""The objects of a webhook's payload.

Everything is optional: None, or an empty list, stands for what is absent, null, empty
or of another type. Words of the vendor are plain str, known or not.
"""

# Generated from the tables of the core, do not edit:
# BLESS=1 python -m pytest tests/test_vocab.py

from __future__ import annotations

from typing import final

from ._view import View, flag, integer, part, parts, text, texts

__all__ = [
    "AddressVerification", "BankCardVerification", "BankVerification", "BlockStatus",
    "DocumentData", "EmailVerification", "PhoneVerification", "RegisterRow", "RiskAssessment",
    "ScreeningCheck", "ScreeningHit", "ServiceBlock", "Status",
]


@final
class Status(View):
    """The verdict and its checks (``status``)."""

    __slots__ = ()
    __match_args__ = (
        "overall", "auto_document", "manual_document", "auto_face", "manual_face", "fraud_tags",
        "suspicion_reasons", "mismatch_tags", "deny_reasons", "additional_steps",
        "aml_result_class", "peps_status", "sanctions_status", "adverse_media_status",
    )

    overall = text()
    """The vendor's verdict (``overall``)."""
    auto_document = text()
    """Document check by automation (``autoDocument``)."""
    manual_document = text()
    """Document check by a person (``manualDocument``)."""
    auto_face = text()
    """Face check by automation (``autoFace``)."""
    manual_face = text()
    """Face check by a person (``manualFace``)."""
    fraud_tags = texts()
    """Reasons for suspicion of fraud (``fraudTags``)."""
    suspicion_reasons = texts()
    """Older name of the reasons for suspicion, 2019 to about 2025 (``suspicionReasons``)."""
    mismatch_tags = texts()
    """Supplied data that differs (``mismatchTags``)."""
    deny_reasons = texts()
    """Free words of the schema of about 2025 (``denyReasons``)."""
    additional_steps = text()
    """Result of the extra document (``additionalSteps``)."""
    aml_result_class = text()
    """Screening, schema of about 2025 (``amlResultClass``)."""
    peps_status = text()
    """PEP status, schema of about 2025 (``pepsStatus``)."""
    sanctions_status = text()
    """Sanctions status, schema of about 2025 (``sanctionsStatus``)."""
    adverse_media_status = text()
    """Media status, schema of about 2025 (``adverseMediaStatus``)."""


@final
class DocumentData(View):
    """What was read from the document (``data``)."""

    __slots__ = ()
    __match_args__ = (
        "doc_first_name", "doc_last_name", "doc_number", "doc_personal_code", "doc_expiry",
        "doc_dob", "doc_date_of_issue", "doc_type", "doc_sex", "doc_nationality",
        "doc_issuing_country", "full_name", "selected_country", "org_first_name", "org_last_name",
        "org_nationality", "org_birth_place", "org_authority", "org_address",
        "org_temporary_address", "org_mothers_maiden_name", "org_patronymic", "org_birth_name",
        "birth_place", "authority", "address", "doc_temporary_address", "mothers_maiden_name",
        "doc_birth_name", "doc_patronymic", "driver_license_category", "manually_data_changed",
        "age_estimate", "client_ip_proxy_risk_level", "duplicate_faces", "duplicate_doc_faces",
    )

    doc_first_name = text()
    """Given names as read from the document (``docFirstName``)."""
    doc_last_name = text()
    """Surname as read from the document (``docLastName``)."""
    doc_number = text()
    """Number of the document (``docNumber``)."""
    doc_personal_code = text()
    """Personal code (``docPersonalCode``)."""
    doc_expiry = text()
    """Expiry date as text; ``YYYY-MM-DD`` is usual, not certain (``docExpiry``)."""
    doc_dob = text()
    """Date of birth as text; ``YYYY-MM-DD`` is usual, not certain (``docDob``)."""
    doc_date_of_issue = text()
    """Date of issue as text; ``YYYY-MM-DD`` is usual, not certain (``docDateOfIssue``)."""
    doc_type = text()
    """Type of the document (``docType``)."""
    doc_sex = text()
    """Sex: ``MALE``, ``FEMALE`` or ``UNDEFINED`` (``docSex``)."""
    doc_nationality = text()
    """Nationality, a two-letter code (``docNationality``)."""
    doc_issuing_country = text()
    """Country that issued the document, a two-letter code (``docIssuingCountry``)."""
    full_name = text()
    """Whole name (``fullName``)."""
    selected_country = text()
    """Country that the person chose (``selectedCountry``)."""
    org_first_name = text()
    """Given names in the script of the document (``orgFirstName``)."""
    org_last_name = text()
    """Surname in the script of the document (``orgLastName``)."""
    org_nationality = text()
    """Nationality in the script of the document (``orgNationality``)."""
    org_birth_place = text()
    """Place of birth in the script of the document (``orgBirthPlace``)."""
    org_authority = text()
    """Issuing authority in the script of the document (``orgAuthority``)."""
    org_address = text()
    """Address in the script of the document (``orgAddress``)."""
    org_temporary_address = text()
    """Temporary address in the script of the document (``orgTemporaryAddress``)."""
    org_mothers_maiden_name = text()
    """Mother's maiden name in the script of the document (``orgMothersMaidenName``)."""
    org_patronymic = text()
    """Patronymic in the script of the document (``orgPatronymic``)."""
    org_birth_name = text()
    """Name at birth in the script of the document (``orgBirthName``)."""
    birth_place = text()
    """Place of birth (``birthPlace``)."""
    authority = text()
    """Issuing authority (``authority``)."""
    address = text()
    """Address (``address``)."""
    doc_temporary_address = text()
    """Temporary address (``docTemporaryAddress``)."""
    mothers_maiden_name = text()
    """Mother's maiden name (``mothersMaidenName``)."""
    doc_birth_name = text()
    """Name at birth (``docBirthName``)."""
    doc_patronymic = text()
    """Patronymic (``docPatronymic``)."""
    driver_license_category = text()
    """Categories of a driving licence (``driverLicenseCategory``)."""
    manually_data_changed = flag()
    """Whether a reviewer corrected read data (``manuallyDataChanged``)."""
    age_estimate = text()
    """Age by face (``ageEstimate``)."""
    client_ip_proxy_risk_level = text()
    """Proxy risk of the IP address (``clientIpProxyRiskLevel``)."""
    duplicate_faces = texts()
    """Earlier verifications with the same selfie (``duplicateFaces``)."""
    duplicate_doc_faces = texts()
    """Earlier verifications with the same portrait (``duplicateDocFaces``)."""


@final
class BlockStatus(View):
    """The status of an older service block (``status``)."""

    __slots__ = ()
    __match_args__ = (
        "service_suspected", "service_used", "service_found", "check_successful", "overall_status",
    )

    service_suspected = flag()
    """Whether something was found (``serviceSuspected``)."""
    service_used = flag()
    """Whether the service was used (``serviceUsed``)."""
    service_found = flag()
    """Whether there is a service for the country (``serviceFound``)."""
    check_successful = flag()
    """Whether the check completed (``checkSuccessful``)."""
    overall_status = text()
    """The status in one word (``overallStatus``)."""


@final
class ScreeningHit(View):
    """A hit of an older screening (an entry of ``data`` in ``AML``)."""

    __slots__ = ()
    __match_args__ = (
        "name", "surname", "nationality", "dob", "suspicion", "reason", "list_number", "list_name",
        "score", "last_update", "exit_date", "is_person", "is_active", "linked_document",
        "pep_level", "category", "other_information", "check_date", "whitelisted",
    )

    name = text()
    """Given name on the list (``name``)."""
    surname = text()
    """Surname on the list (``surname``)."""
    nationality = text()
    """Nationality on the list (``nationality``)."""
    dob = text()
    """Date of birth on the list (``dob``)."""
    suspicion = text()
    """Kind of list (``suspicion``)."""
    reason = text()
    """Why the entry is there (``reason``)."""
    list_number = text()
    """Number on the list (``listNumber``)."""
    list_name = text()
    """Name of the list (``listName``)."""
    score = integer()
    """Likeness, 0 to 100 (``score``)."""
    last_update = text()
    """When the entry was updated (``lastUpdate``)."""
    exit_date = text()
    """When the entry ended (``exitDate``)."""
    is_person = flag()
    """Whether it is a person (``isPerson``)."""
    is_active = flag()
    """Whether the entry is in force (``isActive``)."""
    linked_document = text()
    """Address of a document (``linkedDocument``)."""
    pep_level = integer()
    """Level of a politically exposed person (``pepLevel``)."""
    category = text()
    """Category (``category``)."""
    other_information = text()
    """Anything else (``otherInformation``)."""
    check_date = text()
    """When it was checked (``checkDate``)."""
    whitelisted = flag()
    """Whether your compliance staff dismissed it (``whitelisted``)."""


@final
class RegisterRow(View):
    """A row of the register of lost documents (an entry of ``data`` in ``LID``)."""

    __slots__ = ()
    __match_args__ = (
        "document_number", "document_type", "valid", "expiry_date", "check_date",
    )

    document_number = text()
    """Number of the document (``documentNumber``)."""
    document_type = text()
    """Type of the document (``documentType``)."""
    valid = flag()
    """False: lost, stolen or invalid (``valid``)."""
    expiry_date = text()
    """Expiry date (``expiryDate``)."""
    check_date = text()
    """When it was checked (``checkDate``)."""


@final
class ServiceBlock(View):
    """An older service block (an entry of ``AML``, ``LID`` or ``CRIMINAL_CHECK``)."""

    __slots__ = ()
    __match_args__ = (
        "service_name", "service_group_type", "uid", "error_message", "status", "hits",
        "register_rows",
    )

    service_name = text()
    """Name of the service (``serviceName``)."""
    service_group_type = text()
    """``AML``, ``LID`` or ``CRIMINAL_CHECK`` (``serviceGroupType``)."""
    uid = text()
    """Id, unique inside one delivery only (``uid``)."""
    error_message = text()
    """What went wrong (``errorMessage``)."""
    status = part(BlockStatus)
    """The status of the block (``status``)."""
    hits = parts(ScreeningHit)
    """The hits of a screening (``data``)."""
    register_rows = parts(RegisterRow)
    """The rows of the register (``data``)."""


@final
class ScreeningCheck(View):
    """The current screening (``amlCheck``)."""

    __slots__ = ()
    __match_args__ = (
        "id", "overall_status", "status_set_at",
    )

    id = text()
    """Id of the screening (``id``)."""
    overall_status = text()
    """Status of the screening (``overallStatus``)."""
    status_set_at = text()
    """When a person set the status (``statusSetAt``)."""


@final
class RiskAssessment(View):
    """The risk assessment (``riskAssessment``)."""

    __slots__ = ()
    __match_args__ = (
        "risk_score", "risk_level",
    )

    risk_score = integer()
    """Score, 0 to 100 (``riskScore``)."""
    risk_level = text()
    """Level (``riskLevel``)."""


@final
class AddressVerification(View):
    """The address check (``addressVerification``)."""

    __slots__ = ()
    __match_args__ = (
        "address", "country", "status", "accuracy", "quality",
    )

    address = text()
    """The address (``address``)."""
    country = text()
    """Its country (``country``)."""
    status = text()
    """Result (``status``)."""
    accuracy = text()
    """How exact the match is (``accuracy``)."""
    quality = text()
    """How good the address is (``quality``)."""


@final
class BankVerification(View):
    """The bank account (``bankVerification``)."""

    __slots__ = ()
    __match_args__ = (
        "id", "country", "bank", "risk_level",
    )

    id = text()
    """Id (``id``)."""
    country = text()
    """Country of the bank (``country``)."""
    bank = text()
    """Name of the bank (``bank``)."""
    risk_level = text()
    """Risk of the account (``riskLevel``)."""


@final
class BankCardVerification(View):
    """The bank card (``bankCardVerification``)."""

    __slots__ = ()
    __match_args__ = (
        "id", "status", "no_match_reason",
    )

    id = text()
    """Id (``id``)."""
    status = text()
    """Card against document (``status``)."""
    no_match_reason = text()
    """Why they do not match (``noMatchReason``)."""


@final
class EmailVerification(View):
    """The e-mail address (``emailVerification``)."""

    __slots__ = ()
    __match_args__ = (
        "email", "email_verified",
    )

    email = text()
    """The e-mail address (``email``)."""
    email_verified = flag()
    """Whether it was confirmed (``emailVerified``)."""


@final
class PhoneVerification(View):
    """The phone number (``phoneVerification``)."""

    __slots__ = ()
    __match_args__ = (
        "phone", "phone_verified",
    )

    phone = text()
    """The phone number (``phone``)."""
    phone_verified = flag()
    """Whether it was confirmed (``phoneVerified``)."""
