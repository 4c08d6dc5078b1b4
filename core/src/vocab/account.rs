//! The constant codes of the vendor's error answers.

use super::vocabulary;

vocabulary! {
    /// The `identifier` of an error answer.
    ///
    /// Source: kyc/id-error-messages (2026); `PARTNER_ERROR` from the deletion page.
    Identifier, "identifier", false;
    "INTERNAL_ERROR" => InternalError, Identifier, "2026", "An unexpected error on the vendor's side.";
    "BAD_VALUE" => BadValue, Identifier, "2026", "A request parameter has an invalid value.";
    "MISSING_VALUE" => MissingValue, Identifier, "2026", "A required parameter is missing.";
    "UNAUTHORIZED" => Unauthorized, Identifier, "2026", "Invalid or missing API credentials.";
    "ENCODING_ERROR" => EncodingError, Identifier, "2026", "The request body could not be decoded as UTF-8.";
    "JSON_ERROR" => JsonError, Identifier, "2026", "The request body is not valid JSON.";
    "TOKEN_NOT_VALID" => TokenNotValid, Identifier, "2026", "The verification token is expired, already used, or does not exist.";
    "PARTNER_CONTRACT_ERROR" => PartnerContractError, Identifier, "2026", "The contract of the account does not permit the operation.";
    "METHOD_NOT_ALLOWED" => MethodNotAllowed, Identifier, "2026", "The HTTP method is not supported for the endpoint.";
    "PERMISSIONS_ERROR" => PermissionsError, Identifier, "2026", "The account has no permission for the resource or action.";
    "TOO_MANY_REQUESTS" => TooManyRequests, Identifier, "2026", "The rate limit is exceeded; 10,000 requests per hour by default.";
    "VALIDATION_ERROR" => ValidationError, Identifier, "2026", "One or more fields failed validation.";
    "PARTNER_ERROR" => PartnerError, Identifier, "page", "The account or session is in a state that forbids the call; on the deletion page only.";
}
