"""The connection is encrypted, and to whom the certificate names; needs the program openssl."""

import ssl
import subprocess

import pytest
from page import need
from standin import StandIn

NAMES = "subjectAltName=IP:127.0.0.1"


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    need("openssl")
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2".split()
        + [
            "-subj",
            "/CN=stand-in",
            "-addext",
            NAMES,
            "-addext",
            "basicConstraints=critical,CA:FALSE",
        ]
        + ["-keyout", "key.pem", "-out", "certificate.pem"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture
def encrypted(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "certificate.pem", certificate / "key.pem")
    standin = StandIn(["created"])
    standin.socket = context.wrap_socket(standin.socket, server_side=True)
    with standin:
        yield standin


def test_a_certificate_that_is_trusted(caller, encrypted, certificate):
    trusted = {"SSL_CERT_FILE": str(certificate / "certificate.pem")}
    ended = caller.run(encrypted.url.replace("http:", "https:"), **trusted)
    assert (ended.reasons, ended.code) == (["TOKEN_CREATED"], 0)


def test_a_certificate_that_nobody_vouches_for(caller, encrypted):
    ended = caller.run(encrypted.url.replace("http:", "https:"))
    assert (ended.reasons, ended.code) == (["TLS_CERTIFICATE_INVALID"], 69)
    assert (encrypted.sent, ended.answers[0]["escalate_to"]) == ([], "operations")


def test_a_server_that_does_not_speak_it(caller):
    with StandIn(["created"]) as plain:
        ended = caller.run(plain.url.replace("http:", "https:"))
    assert ended.reasons == ["TLS_HANDSHAKE_FAILED"] * 2 + ["RETRIES_EXHAUSTED"]
    assert plain.sent == []
