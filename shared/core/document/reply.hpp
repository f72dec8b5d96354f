// An answer and the document that it answers: whether the two belong together, and what is read of both.
#pragma once

#include "core/document/fiche.hpp"
#include "core/document/print_model.hpp"

#include <string_view>

namespace pli {

/// Whether this document calls for an answer.
bool is_answerable(const Form& form, const Answers& answers);

/// What is known of the request before the user answers: what both forms ask, as answers of the reply's form.
Answers reply_answers(const Form& request, const Answers& given, const Form& reply);

/// Judges the envelope of an answer of the form `reply` against the request as it was read. `request_sha256` is that of
/// the exact fiche.json which the answer carries (64 hex digits). Errors:
///   reply.form        no document of this form is answered so, or not with these answers
///   reply.id          it answers a document with another id
///   reply.altered     the request is not, byte for byte, the one that was answered
///   reply.role        the answer's sender has a role to which the request was not addressed
///   reply.recipient   no recipient has the role of the request's sender
/// The last two only where the addressees have roles.
Status check_reply(const Form& reply, const Envelope& envelope, const Fiche& request, std::string_view request_sha256);

/// The answer as a person reads it: what its form quotes of the request comes first.
PrintModel reply_model(const Form& reply, const Answers& answers, const Form& request, const Answers& asked);

} // namespace pli
