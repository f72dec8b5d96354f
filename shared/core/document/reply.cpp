#include "core/document/reply.hpp"

#include <algorithm>
#include <utility>

namespace pli {

namespace {

bool among(const std::vector<Addressee>& addressees, std::string_view role) {
    return std::any_of(addressees.begin(), addressees.end(), [role](const Addressee& one) { return one.role == role; });
}

/// Without a route for a form, nobody has to have one.
bool have_roles(const std::vector<Addressee>& addressees) {
    return std::any_of(addressees.begin(), addressees.end(), [](const Addressee& one) { return !one.role.empty(); });
}

Error refusal(std::string code) { return {std::move(code), {}, {}}; }

} // namespace

bool is_answerable(const Form& form, const Answers& answers) {
    return !form.reply.form.empty() && holds(form, answers, form.reply.when);
}

Answers reply_answers(const Form& request, const Answers& given, const Form& reply) {
    const Answers shown = visible_answers(request, given);
    Answers carried;
    for (const auto& [from, to] : request.reply.carried)
        if (shown.has(from) && find_item(reply, to) != nullptr) carried.set(to, shown.all().find(from)->second);
    return carried;
}

Status check_reply(const Form& reply, const Envelope& envelope, const Fiche& request, std::string_view request_sha256) {
    if (request.form->reply.form != reply.id) return refusal("reply.form");
    if (!is_answerable(*request.form, request.answers)) return refusal("reply.form");
    if (envelope.answered_id != request.envelope.document_id) return refusal("reply.id");
    if (envelope.answered_sha256 != request_sha256) return refusal("reply.altered");
    const std::vector<Addressee>& asked = request.envelope.addressees;
    if (have_roles(asked) && !among(asked, envelope.sender_role)) return refusal("reply.role");
    const std::vector<Addressee>& told = envelope.addressees;
    if (have_roles(told) && !among(told, request.envelope.sender_role)) return refusal("reply.recipient");
    return done();
}

PrintModel reply_model(const Form& reply, const Answers& answers, const Form& request, const Answers& asked) {
    PrintModel model = print_model(reply, answers);
    std::vector<PrintBlock> quoted = quoted_blocks(request, asked);
    model.blocks.insert(model.blocks.begin(), std::make_move_iterator(quoted.begin()),
                        std::make_move_iterator(quoted.end()));
    return model;
}

} // namespace pli
