"""Webhooks after a manual review, in the shape of the vendor's samples, of invented people.

Every body is one line of exactly SIZE bytes, with spaces after `:` and `,` and `\\u` escapes, as
the vendor's server writes it. What the rules ask varies; the length of the picture URLs evens
out the rest. All fields that rules ask are present and known, because an absent one is
undecided to idenfy-rules and plainly unequal to everybody else.
"""

import json

import words

SIZE = 3110
FIRST_NAMES = ["ŽYDRĖ", "JÖRG", "ŁUCJA", "CHLOÉ", "ANNA", "INÊS", "MÅNS", "GÖKÇE", "ZOË"]
STREETS = ["Pavyzdžio g.", "Musterstraße", "ul. Przykładowa", "Rúa do Exemplo", "Näidise tn"]
AUTHORITIES = ["Pavyzdžių skyrius", "Stadt Köln", "Prezydent Łodzi", "Põltsamaa linn"]
TOWNS = ["Vilnius", "Köln", "Łódź", "A Coruña", "Põltsamaa"]
LAST_NAMES = ["PAVYZDĖ", "MUSTERMANN", "PRZYKŁAD", "EXEMPLE", "ESEMPIO", "EJEMPLO", "NÄIDE"]
HEX = "0123456789abcdef"
DIGITS = "0123456789"
PICTURES = ["FRONT", "BACK", "FACE"]


def status(draw):
    """A verdict with what usually comes with it: 60 % approved, 25 % suspected, 15 % denied."""
    good = {
        "overall": "APPROVED", "suspicionReasons": [], "denyReasons": [], "fraudTags": [],
        "mismatchTags": [], "autoFace": words.FACE_GOOD, "manualFace": words.FACE_GOOD,
        "autoDocument": words.DOCUMENT_GOOD, "manualDocument": words.DOCUMENT_GOOD,
        "additionalSteps": None, "amlResultClass": "NOT_CHECKED", "pepsStatus": "NOT_CHECKED",
        "sanctionsStatus": "NOT_CHECKED", "adverseMediaStatus": "NOT_CHECKED",
    }
    kind = draw.below(20)
    if kind < 12:
        return good
    if kind < 17:
        fraud = draw.some(words.FRAUD, draw.below(3))
        mismatch = draw.some(words.MISMATCH, draw.below(2) + (not fraud))
        return good | {"overall": "SUSPECTED", "fraudTags": fraud, "mismatchTags": mismatch}
    document, face = words.DOCUMENT_GOOD, words.FACE_GOOD
    if draw.chance(0.6):
        document = draw.one(words.DOCUMENT_BAD)
    else:
        face = draw.one(words.FACE_BAD)
    return good | {
        "overall": "DENIED", "autoDocument": document, "manualDocument": document,
        "autoFace": face, "manualFace": face,
    }


def document(draw, country):
    first, last = draw.one(FIRST_NAMES), draw.one(LAST_NAMES)
    year, town = 1950 + draw.below(55), draw.one(TOWNS)
    authority = draw.one(AUTHORITIES)
    address = f"{draw.one(STREETS)} {1 + draw.below(99)}, {town}"
    return {
        "docFirstName": first, "docLastName": last, "docNumber": "X" + draw.text(DIGITS, 8),
        "docPersonalCode": draw.text(DIGITS, 11), "docExpiry": f"{2027 + draw.below(9)}-05-17",
        "docDob": f"{year}-0{1 + draw.below(9)}-1{draw.below(10)}",
        "docDateOfIssue": f"{2018 + draw.below(8)}-03-02",
        "docType": draw.one(["ID_CARD", "PASSPORT", "DRIVER_LICENSE"]),
        "docSex": draw.one(["MALE", "FEMALE"]), "docNationality": country,
        "docIssuingCountry": country, "docTemporaryAddress": address, "docIssuingPlace": town,
        "birthPlace": town, "authority": authority, "address": address, "mothersMaidenName": last,
        "driverLicenseCategory": None, "manuallyDataChanged": draw.chance(0.1),
        "fullName": f"{first} {last}", "orgFirstName": first, "orgLastName": last,
        "orgNationality": country, "orgBirthPlace": town, "orgAuthority": authority,
        "orgAddress": address,
        "orgTemporaryAddress": address, "orgMothersName": last, "selectedCountry": country,
        "ageEstimate": "OVER_25", "clientIpProxyRiskLevel": "LOW", "duplicateFaces": [],
        "duplicateDocFaces": [], "additionalData": {}, "docNumberSecondary": None,
        "docBarcode": None, "docIssuingState": None, "docHeight": None,
    }


def screening(draw, name):
    """Two clean blocks, as they come when the account has the services."""
    block = {"serviceSuspected": False, "checkSuccessful": True, "serviceFound": True,
             "serviceUsed": True, "overallStatus": "NOT_SUSPECTED"}
    return [{"status": block, "data": [], "serviceName": name, "uid": draw.text(HEX, 16),
             "errorMessage": None}]


def body(draw, number):
    country = draw.one(words.COUNTRIES) if draw.chance(0.98) else draw.one(words.COUNTRIES_CAREFUL)
    start = 1790000000 + 60 * number
    urls = {name: f"https://pictures.example/{draw.text(HEX, 32)}?sig=" for name in PICTURES}
    found = {
        "final": True, "platform": draw.one(["PC", "MOBILE", "MOBILE_APP"]), "status": status(draw),
        "data": document(draw, country), "fileUrls": urls,
        "AML": screening(draw, "PilotApiAmlV2"), "LID": screening(draw, "IrdInvalidPapers"),
        "scanRef": "-".join(draw.text(HEX, size) for size in (8, 4, 4, 4, 12)),
        "externalRef": f"order-{draw.text(DIGITS, 6)}", "clientId": f"user-{draw.text(DIGITS, 6)}",
        "companyId": None, "beneficiaryId": None, "startTime": start, "finishTime": start + 45,
        "clientIp": f"192.0.2.{draw.below(256)}", "clientIpCountry": country,
        "clientLocation": f"Example City, {country}", "manualAddress": None,
        "manualAddressMatch": False, "registryCenterCheck": None, "addressVerification": None,
        "questionnaireAnswers": None, "additionalStepPdfUrls": {}, "utilityData": [],
    }
    missing = SIZE - len(json.dumps(found))
    for place, name in enumerate(PICTURES):
        urls[name] += draw.text(HEX, (missing + place) // len(PICTURES))
    text = json.dumps(found)
    assert len(text) == SIZE, f"a body of {len(text)} bytes"
    return text
