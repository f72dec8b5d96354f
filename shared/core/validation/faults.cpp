#include "core/validation/faults.hpp"

#include "core/definition/rows.hpp"
#include "core/state/options.hpp"
#include "core/validation/values.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pli {

namespace {

/// Gathers the faults of one item, each with the params that every message may use.
class ItemCheck {
  public:
    ItemCheck(const Form& form, const Answers& answers, const Item& item, const Date& today)
        : form_(form), answers_(answers), item_(item), today_(today) {}

    std::vector<Fault> run() {
        if (item_.control == Control::Rows) check_row_count();
        if (!is_answer(item_.control)) return std::move(faults_);
        if (is_answered(answers_, item_)) {
            check_answer();
        } else if (item_.required) {
            add(missing_code());
        }
        return std::move(faults_);
    }

    void add(std::string_view code, Params params = {}, Severity severity = Severity::Fault) {
        params["label"] = item_.label;
        params["example"] = item_.example;
        params["group"] = group_label();
        faults_.push_back({std::string(code), item_.path, severity, std::move(params)});
    }

    std::vector<Fault> take() { return std::move(faults_); }

  private:
    void check_answer();
    void check_day();
    void check_options(const TickedOptions& chosen);
    void check_dependencies(const TickedOptions& ticked);
    void check_signature();
    void check_row_count();

    template <class T> void add_failure(const Result<T>& result) {
        if (!result) add(result.error().code, result.error().params);
    }

    [[nodiscard]] std::string_view missing_code() const {
        switch (item_.control) {
        case Control::Choice:
        case Control::YesNo:
        case Control::Multi:
            return "required.choice";
        case Control::Tick:
            return "required.tick";
        case Control::Signature:
            return "required.signature";
        default:
            return "required";
        }
    }

    /// The innermost group; in a list, the row and then the group within it: "Utilisateur 2, Adresse".
    [[nodiscard]] std::string group_label() const {
        std::string row, label;
        for (const Item* outer : chain_to(form_, item_.path)) {
            if (outer->control == Control::Group) label = outer->label;
            const auto in_row = outer->control == Control::Rows ? row_of(outer->path, item_.path) : std::nullopt;
            if (!in_row) continue;
            row = row_title(*outer, *in_row);
            label.clear();
        }
        return row.empty() || label.empty() ? row + label : row + ", " + label;
    }

    const Form& form_;
    const Answers& answers_;
    const Item& item_;
    const Date& today_;
    std::vector<Fault> faults_;
};

void ItemCheck::check_answer() {
    const std::string& text = answers_.text(item_.path);
    switch (item_.control) {
    case Control::Text:
        add_failure(text_value(item_, text));
        break;
    case Control::Date:
        check_day();
        break;
    case Control::Count:
        add_failure(count_value(item_, text));
        break;
    case Control::Choice:
        check_options({text});
        break;
    case Control::Multi:
        check_options(answers_.list(item_.path));
        check_dependencies(answers_.list(item_.path));
        break;
    case Control::YesNo:
        if (text != "oui" && text != "non") add("choice.unknown");
        break;
    case Control::Signature:
        check_signature();
        break;
    case Control::Tick:
    case Control::Group:
    case Control::Composite:
    case Control::Rows:
    case Control::Notice:
        break;
    }
}

void ItemCheck::check_day() {
    const Result<Date> day = day_value(item_, answers_.text(item_.path), today_);
    add_failure(day);
    if (!day) return;
    Params params;
    const std::string_view warning = day_warning(item_, day.value(), today_, params);
    if (!warning.empty()) add(warning, std::move(params), Severity::Warning);
}

void ItemCheck::check_options(const TickedOptions& chosen) {
    const bool known = std::all_of(chosen.begin(), chosen.end(),
                                   [&](const std::string& value) { return find_option(item_, value) != nullptr; });
    if (!known) add("choice.unknown");
}

/// Each option that stands against the rules of a settled set (state/options.hpp).
void ItemCheck::check_dependencies(const TickedOptions& ticked) {
    const auto is_ticked = [&](const std::string& value) {
        return std::find(ticked.begin(), ticked.end(), value) != ticked.end();
    };
    for (const Option& option : item_.options) {
        const bool here = is_ticked(option.value);
        if (here && option.unavailable) add("choice.unavailable", {{"option", option.label}});
        if (!here && option.locked) add("choice.locked", {{"option", option.label}});
        const Option* needed = here ? find_option(item_, option.needs) : nullptr;
        if (needed != nullptr && !is_ticked(needed->value))
            add("choice.needs", {{"option", option.label}, {"needed", needed->label}});
    }
}

bool lies_on_pad(const std::vector<int>& stroke) {
    if (stroke.empty() || stroke.size() % 2 != 0 || stroke.size() > 2 * SignatureLimits::max_points) return false;
    for (std::size_t i = 0; i < stroke.size(); ++i) {
        const int bound = i % 2 == 0 ? SignatureLimits::width : SignatureLimits::height;
        if (stroke[i] < 0 || stroke[i] > bound) return false;
    }
    return true;
}

void ItemCheck::check_signature() {
    const Signature& signature = answers_.signature;
    if (signature.mode != Signature::Mode::Drawn) return;
    const auto& strokes = signature.strokes;
    if (strokes.size() > SignatureLimits::max_strokes || !std::all_of(strokes.begin(), strokes.end(), lies_on_pad)) {
        add("signature.shape");
        return;
    }
    const bool long_enough = std::any_of(strokes.begin(), strokes.end(), [](const std::vector<int>& stroke) {
        return stroke.size() >= 2 * SignatureLimits::min_points;
    });
    if (!long_enough) add("signature.slip");
}

void ItemCheck::check_row_count() {
    const auto count = static_cast<std::int64_t>(answers_.row_count(item_.path));
    if (count < item_.min) add("rows.too-few", {{"min", std::to_string(item_.min)}});
    if (count > item_.max) add("rows.too-many", {{"max", std::to_string(item_.max)}});
}

/// The fault of a rule about `item`, when the rule applies.
std::vector<Fault> check_rule(const Form& form, const Answers& answers, const Rule& rule, const Item& item,
                              const Date& today) {
    if (!holds(form, answers, rule.when)) return {};
    ItemCheck check(form, answers, item, today);
    check.add(rule.code, {}, rule.warning ? Severity::Warning : Severity::Fault);
    return check.take();
}

void append(std::vector<Fault>& faults, std::vector<Fault> more) {
    std::move(more.begin(), more.end(), std::back_inserter(faults));
}

/// Walks shown items only: what lies in a hidden group is not looked at.
class StepCheck {
  public:
    StepCheck(const Form& form, const Answers& answers, const Date& today)
        : form_(form), answers_(answers), today_(today) {}

    std::vector<Fault> run(const Step& step) {
        check(step.items);
        for (const Rule& rule : form_.rules) check(rule);
        return std::move(faults_);
    }

  private:
    void check(const std::vector<Item>& items) {
        for (const Item& item : items) {
            if (item.receiver_only || !holds(form_, answers_, item.visible_when)) continue;
            append(faults_, check_item(form_, answers_, item, today_));
            shown_.push_back(&item);
            if (item.control == Control::Rows) {
                check_rows(item);
            } else {
                check(item.children);
            }
        }
    }

    /// No rule is about an answer in a row: what was shown of one need not be kept.
    void check_rows(const Item& list) {
        const std::size_t shown = shown_.size();
        for (std::size_t row = 0; row < answers_.row_count(list.path); ++row) {
            check(row_items(list, row));
            shown_.resize(shown);
        }
    }

    void check(const Rule& rule) {
        const auto item =
            std::find_if(shown_.begin(), shown_.end(), [&](const Item* shown) { return shown->path == rule.path; });
        if (item != shown_.end()) append(faults_, check_rule(form_, answers_, rule, **item, today_));
    }

    const Form& form_;
    const Answers& answers_;
    const Date& today_;
    std::vector<const Item*> shown_;
    std::vector<Fault> faults_;
};

} // namespace

std::vector<Fault> check_item(const Form& form, const Answers& answers, const Item& item, const Date& today) {
    return ItemCheck(form, answers, item, today).run();
}

std::vector<Fault> check_field(const Form& form, const Answers& answers, const Item& item, const Date& today) {
    std::vector<Fault> faults = check_item(form, answers, item, today);
    for (const Rule& rule : form.rules)
        if (rule.path == item.path) append(faults, check_rule(form, answers, rule, item, today));
    return faults;
}

std::vector<Fault> check_step(const Form& form, const Answers& answers, const Step& step, const Date& today) {
    return StepCheck(form, answers, today).run(step);
}

std::vector<Fault> check_stage(const Form& form, const Answers& answers, Stage stage, const Date& today) {
    std::vector<Fault> faults;
    for (const Step& step : form.steps)
        if (step.stage == stage) append(faults, check_step(form, answers, step, today));
    return faults;
}

std::vector<Fault> check_form(const Form& form, const Answers& answers, const Date& today) {
    std::vector<Fault> faults;
    for (const Step& step : form.steps) append(faults, check_step(form, answers, step, today));
    return faults;
}

bool has_fault(const std::vector<Fault>& faults) {
    return std::any_of(faults.begin(), faults.end(),
                       [](const Fault& fault) { return fault.severity == Severity::Fault; });
}

} // namespace pli
