"""The body of a token request, for type checkers and editors."""

# Generated from the tables of the core, do not edit:
# BLESS=1 python -m pytest tests/test_vocab.py

from __future__ import annotations

from typing import Any, TypedDict

__all__ = ["TokenParams"]


class TokenParams(TypedDict, total=False):
    """The members of ``POST /api/v2/token``, for a dict that ``validate_token`` takes.

    Types are those of the schema; limits of texts count Unicode code points, times are
    seconds. It is no check by itself: ``validate_token`` is.
    """

    clientId: str
    """Required. 1 to 100 characters."""
    personScanRef: str | None
    """At most 100 characters. The old name of another member."""
    firstName: str | None
    """1 to 100 characters."""
    lastName: str | None
    """1 to 100 characters."""
    dateOfBirth: str | None
    """A date as ``YYYY-MM-DD``."""
    sex: str | None
    """Words of ``sex``."""
    nationality: str | None
    """A country code of two letters."""
    address: str | None
    """At most 255 characters."""
    country: str | None
    """A country code of two letters. The account decides, too."""
    documents: list[str] | None
    """Words of ``docType``. Default: ``["ID_CARD", "PASSPORT", "DRIVER_LICENSE",
    "RESIDENCE_PERMIT"]``. The account decides, too."""
    documentNumber: str | None
    """1 to 50 characters."""
    personalNumber: str | None
    """1 to 50 characters."""
    dateOfExpiry: str | None
    """A date as ``YYYY-MM-DD``."""
    dateOfIssue: str | None
    """A date as ``YYYY-MM-DD``."""
    expiryTime: int
    """1 to 2592000. Default: ``3600``. The account decides, too."""
    sessionLength: int
    """60 to 3600. Default: ``600``. The account decides, too."""
    successUrl: str | None
    """At most 2048 characters. An absolute URL that begins with ``https://``. Default:
    ``https://ui.idenfy.com/result?status=success``."""
    errorUrl: str | None
    """At most 2048 characters. An absolute URL that begins with ``https://``. Default:
    ``https://ui.idenfy.com/result?status=fail``."""
    unverifiedUrl: str | None
    """At most 2048 characters. An absolute URL that begins with ``https://``. Default:
    ``https://ui.idenfy.com/result?status=unverified``."""
    callbackUrl: str | None
    """At most 2048 characters. An absolute URL that begins with ``https://``. The account decides,
    too."""
    locale: str | None
    """At most 7 characters. Words of ``locale``. Default: ``en``."""
    showInstructions: bool
    """Default: ``true``. The account decides, too."""
    tokenType: str
    """Words of ``tokenType``. Default: ``IDENTIFICATION``. The account decides, too."""
    videoCallQuestions: list[str] | None
    """Default: ``[]``. Only in older pages."""
    externalRef: str | None
    """At most 40 characters."""
    generateDigitString: bool
    """Default: ``false``. The account decides, too."""
    utilityBill: bool | None
    """Default: ``false``. Deprecated: use another member. The account decides, too."""
    additionalSteps: dict[str, Any] | None
    """The account decides, too."""
    additionalData: dict[str, Any] | None
    """The account decides, too."""
    questionnaire: str | None
    """The account decides, too."""
    questionnaireRequired: bool
    """Default: ``true``. The account decides, too."""
    riskAssessmentProfile: str | None
    """A UUID. The account decides, too."""
    theme: str | None
    """A UUID. The account decides, too."""
    registryCentersCountries: list[str] | None
    """A country code of two letters. The account decides, too."""
    reviewSuccessful: bool
    """The account decides, too."""
    reviewFailed: bool
    """The account decides, too."""
    verifyEmail: bool
    """The account decides, too."""
    verifyPhone: bool
    """The account decides, too."""
    verifyBank: bool
    """The account decides, too."""
    verifyBankAccounts: bool
    """The account decides, too."""
    verifyBankBalances: bool
    """The account decides, too."""
    verifyBankTransactions: bool
    """The account decides, too."""
    bankCardVerification: bool
    """The account decides, too."""
    bankCardPdfUpload: bool
    """The account decides, too."""
    verifyAddress: bool
    """The account decides, too."""
    checkAml: bool
    """The account decides, too."""
    checkCriminal: bool
    """The account decides, too."""
    checkLiveness: bool
    """The account decides, too."""
    checkFaceBlacklist: bool
    """The account decides, too."""
    checkDocFaceBlacklist: bool
    """The account decides, too."""
    checkPersonBlacklist: bool
    """The account decides, too."""
    checkDuplicateFaces: bool
    """The account decides, too."""
    checkDuplicateDocFaces: bool
    """The account decides, too."""
    checkDuplicatePersonalData: bool
    """The account decides, too."""
    checkDriverLicense: bool
    """The account decides, too."""
    checkLid: bool
    """The account decides, too."""
    checkIpProxy: bool
    """The account decides, too."""
    allowBsnMasking: bool
    """The account decides, too."""
    nfcRequired: bool
    """The account decides, too."""
    nfcOptional: bool
    """The account decides, too."""
    autoAmlMonitoring: bool
    """The account decides, too."""
    driverLicenseBack: bool
    """The account decides, too."""
    ageLimit: int
    """The account decides, too."""
    ageMax: int
    """The account decides, too."""
    faceMatchingThresholdModifier: float
    """Default: ``1``. The account decides, too."""
    maxAttemptCount: int
    """In current pages, but not in the schema. The account decides, too."""
    dummyStatus: str | None
    """Words of ``dummyStatus``. In the DEV environment only. The account decides, too."""
    levenshteinTextMatchRatio: float | None
    """Default: ``0.8``. Only in older pages. The account decides, too."""
    levenshteinMrzMatchRatio: float | None
    """Default: ``0.7``. Only in older pages. The account decides, too."""
    checkUrjanet: bool | None
    """Only in older pages. The account decides, too."""
    fraudServices: list[str] | None
    """Only in older pages. The account decides, too."""
    detectionTypes: list[str] | None
    """Only in older pages. The account decides, too."""
