"""Token requests with fifteen members, about 0.5 KB: valid, with eight faults, and any mixture.

Every fault is one that all peers look for, so that all can name the same members at fault.
"""

import json

import words

DOCUMENTS = ["ID_CARD", "PASSPORT", "DRIVER_LICENSE", "RESIDENCE_PERMIT"]

# Member: a good value, and a bad one.
MEMBERS = {
    "clientId": ("customer-4f1c9a3e-0001", ""),
    "firstName": ("Žydrė Marija", "Žydrė 2"),
    "lastName": ("Pavyzdė", ""),
    "dateOfBirth": ("1990-05-15", "1990-5-15"),
    "dateOfExpiry": ("2033-05-17", "2033-02-30"),
    "sex": ("F", "FEMALE"),
    "nationality": ("LT", "LTU"),
    "country": ("LT", "UK"),
    "documents": (["PASSPORT", "ID_CARD"], ["PASSPORT", "LIBRARY_CARD"]),
    "expiryTime": (3600, 2592001),
    "sessionLength": (600, 30),
    "successUrl": ("https://shop.example/verification/passed?session=7f3a", "http://shop.example/passed"),
    "errorUrl": ("https://shop.example/verification/failed?session=7f3a", "shop.example/failed"),
    "locale": ("lt", "lithuanian"),
    "externalRef": ("order-1001", "order-" + "1" * 40),
}
EIGHT = ["clientId", "firstName", "dateOfBirth", "country", "documents", "expiryTime",
         "sessionLength", "successUrl"]


def text(at_fault):
    values = {name: pair[name in at_fault] for name, pair in MEMBERS.items()}
    return json.dumps(values, ensure_ascii=False)


def mixture(draw):
    return text({name for name in MEMBERS if draw.chance(0.2)})


def known_words():
    """The lists that peers compare with."""
    return json.dumps({"countries": words.COUNTRIES, "documents": DOCUMENTS})
