// The yearly list of the persons habilitated: filled in as a form to be sealed, or saved as a table.
#include "ui/registre.hpp"

#include "core/production/register_answers.hpp"
#include "core/register/yearly_list.hpp"
#include "core/state/options.hpp"
#include "ui/page.hpp"
#include "ui/summary.hpp"

namespace pli::ui {

namespace {

void download_list(View& view, RegisterDesk& desk) {
    const auto sentence = [&view](const Finding& finding) { return finding_sentence(view, finding); };
    const std::string csv = write_csv(yearly_list(desk.content, view.pack.register_wording, view.today, sentence));
    view.effect("save",
                {{"name", "liste-des-personnes-habilitees_" + iso_date(view.today) + ".csv"}, {"content", csv}});
    view.session.notice = view.say("registre.liste-demandee");
}

/// What a list is for, as its form words it.
std::string scope_label(const Form& form, const RegisterForm& mapping, const RegisterScope& scope) {
    const Item* item = find_item(form, mapping.scope_path);
    const Option* option = item == nullptr ? nullptr : find_option(*item, scope.option);
    return option == nullptr ? scope.option : option->label;
}

/// Goes on with the form as with any other: what the register does not know is left to fill in.
void prepare_list(View& view, const RegisterDesk& desk, const Form& form, const RegisterScope* scope) {
    const RegisterForm& mapping = view.pack.register_wording.yearly;
    view.session.failure.reset();
    Result<Answers> answers = yearly_answers(form, mapping, desk.content, scope, view.today);
    if (!answers) {
        view.session.failure = answers.error();
        return view.ui.focus(summary_key);
    }
    begin_form(view, {&form, territory_of(view, desk), std::move(answers).value()});
}

} // namespace

void yearly_list_part(View& view, RegisterDesk& desk) {
    const RegisterForm& mapping = view.pack.register_wording.yearly;
    const Territory* territory = territory_of(view, desk);
    const Form* form =
        territory != nullptr && offers(*territory, mapping.id) ? find_form(view.pack, mapping.id) : nullptr;
    view.ui.heading("registre-liste-annuelle", view.say("registre.liste-annuelle"), 2);
    view.paragraph("registre-liste-detail", "registre.liste-detail");
    bool prepares = false;
    const RegisterScope* scope = nullptr;
    if (form != nullptr && mapping.scopes.empty())
        prepares = view.button("registre-preparer", "registre.preparer-liste");
    if (form != nullptr) {
        for (const RegisterScope& each : mapping.scopes) {
            const Params what{{"pour", scope_label(*form, mapping, each)}};
            if (!view.ui.button("registre-preparer-" + each.option, view.say("registre.preparer-liste-pour", what)))
                continue;
            prepares = true;
            scope = &each;
        }
    }
    if (view.button("registre-liste", "registre.liste")) download_list(view, desk);
    if (prepares) prepare_list(view, desk, *form, scope);
}

} // namespace pli::ui
