// idenfy_rules.hpp - the C library for C++17: owners, std::string_view, exceptions or results.
// Header-only and without rules of its own; link with libidenfy_rules. Unofficial.
//
// Owners. Every class owns one object of the C library: it can be moved, not copied, and frees the
// object when it ends. A std::string_view from it is valid as long as it lives - from a Decision,
// until the next call into it. One that was moved from, or made without arguments, holds no object
// and has a neutral answer to every question: 0, false, ..._NONE, an empty text, an empty list.
// What the comments of idenfy_rules.h say about threads holds here; get() gives the object.
//
// Exceptions or results. What a call found is in its result; that it could not be done is an Error,
// and every call that can end so comes twice: x() throws the Error, try_x() returns a
// Result that holds the value or the Error. Where exceptions are switched off, x() ends the
// program instead, and so does memory that runs out.
//
//     const idenfy::Policy policy = idenfy::Policy::strict();
//     idenfy::Decision decision;
//     const auto done = policy.try_receive(body, signature, {key}, event, decision);
//     http_status = done ? decision.http_status() : done.error().http_status();
//     accepted = decision.outcome() == IDR_ACCEPT;
#ifndef IDENFY_RULES_HPP
#define IDENFY_RULES_HPP

#include "idenfy_rules/error.hpp"     // Bytes, Error, Result
#include "idenfy_rules/report.hpp"    // Report
#include "idenfy_rules/token.hpp"     // Profile, validate_token()
#include "idenfy_rules/response.hpp"  // Context, Classification, classify_...(), retries
#include "idenfy_rules/webhook.hpp"   // verify_signature(), Delivery
#include "idenfy_rules/decision.hpp"  // Decision
#include "idenfy_rules/policy.hpp"    // Policy, TestRun
#include "idenfy_rules/history.hpp"   // Record, Transition, may_start()
#include "idenfy_rules/lint.hpp"      // lint_...(), basic_auth(), redirect_url(), iframe_tag()
#include "idenfy_rules/words.hpp"     // numbers as words, every code and what it says

#endif  // IDENFY_RULES_HPP
