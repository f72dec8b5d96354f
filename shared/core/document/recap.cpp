#include "core/document/recap.hpp"

#include <algorithm>
#include <utility>

namespace pli {

namespace {

std::vector<std::string> ticked_labels(const Item& item, const Answers& shown) {
    if (item.control == Control::Tick)
        return shown.ticked(item.path) ? std::vector<std::string>{item.label} : std::vector<std::string>();
    std::vector<std::string> values = shown.list(item.path);
    if (item.control == Control::Choice) values = {shown.text(item.path)};
    std::vector<std::string> labels;
    for (const Option& option : item.options)
        if (std::find(values.begin(), values.end(), option.value) != values.end()) labels.push_back(option.label);
    return labels;
}

class RecapWriter {
  public:
    RecapWriter(const Form& form, const Answers& answers) : form_(form), shown_(visible_answers(form, answers)) {}

    std::vector<RecapPart> write() {
        for (const Step& step : form_.steps) add(step.title, step.items);
        return std::move(parts_);
    }

  private:
    void add(const std::string& step, const std::vector<Item>& items) {
        for (const Item& item : items) {
            if (std::find(form_.recap.begin(), form_.recap.end(), item.path) != form_.recap.end()) add(step, item);
            add(step, item.children);
        }
    }

    void add(const std::string& step, const Item& item) {
        std::vector<std::string> labels = ticked_labels(item, shown_);
        const std::string label = item.control == Control::Tick ? std::string() : item.label;
        if (!labels.empty()) parts_.push_back({item.path, step, label, std::move(labels)});
    }

    const Form& form_;
    const Answers shown_;
    std::vector<RecapPart> parts_;
};

} // namespace

std::vector<RecapPart> recap(const Form& form, const Answers& answers) { return RecapWriter(form, answers).write(); }

} // namespace pli
