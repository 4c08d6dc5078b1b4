"""The words that are completed and shown in help texts; the library judges them."""

from __future__ import annotations

__all__ = ["OPERATIONS", "TRANSPORT_KINDS"]

OPERATIONS = ("create_token", "process", "delete", "status", "data", "files", "pdf")
TRANSPORT_KINDS = (
    "dns",
    "connect_refused",
    "connect_timeout",
    "network_unreachable",
    "tls_handshake",
    "send_failed",
    "connection_reset",
    "protocol_error",
    "response_timeout",
    "response_truncated",
    "unknown",
    "tls_certificate",
    "proxy_connect",
    "cancelled",
    "invalid_request",
    "redirect_loop",
)
