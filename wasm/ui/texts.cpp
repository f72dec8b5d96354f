#include "ui/texts.hpp"

#include "core/base/json.hpp"

namespace pli::ui {

std::string fill_in(std::string_view sentence, const Params& params) {
    std::string out;
    std::size_t at = 0;
    while (at < sentence.size()) {
        const std::size_t open = sentence.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : sentence.find('}', open);
        if (close == std::string_view::npos) break;
        out += sentence.substr(at, open - at);
        const auto found = params.find(std::string(sentence.substr(open + 1, close - open - 1)));
        out += found == params.end() ? sentence.substr(open, close - open + 1) : std::string_view(found->second);
        at = close + 1;
    }
    out += sentence.substr(at);
    return out;
}

std::string Texts::say(std::string_view key, const Params& params) const {
    const auto found = sentences_.find(key);
    return found == sentences_.end() ? std::string(key) : fill_in(found->second, params);
}

std::string Texts::say_count(std::string_view key, std::size_t n) const {
    return say(std::string(key) + (n < 2 ? ".un" : ".plusieurs"), {{"n", std::to_string(n)}});
}

std::string Texts::say_fault(const Fault& fault) const {
    std::string sentence = say("fault." + fault.code, fault.params);
    const auto example = fault.params.find("example");
    if (example != fault.params.end() && !example->second.empty()) sentence += " " + say("fault.example", fault.params);
    return sentence;
}

std::string Texts::say_error(const Error& error) const {
    Params params = error.params;
    params.emplace("place", error.place);
    const std::string sentence = say("error." + error.code, params);
    const auto line = params.find("line");
    if (line == params.end()) return sentence;
    return say("error.at-line", {{"line", line->second}, {"sentence", sentence}});
}

Status Texts::add(const Json& sentences) {
    if (!sentences.is_object()) return Error{"texts.wrong-type", "", {}};
    for (auto entry = sentences.begin(); entry != sentences.end(); ++entry) {
        const std::string* sentence = text_member(sentences, entry.key());
        if (!sentence) return Error{"texts.wrong-type", entry.key(), {}};
        sentences_.emplace(entry.key(), *sentence);
    }
    return done();
}

Result<Texts> load_texts(std::string_view json) {
    const Result<Json> parsed = parse_json(json);
    if (!parsed) return parsed.error();
    Texts texts;
    const Status added = texts.add(parsed.value());
    if (!added) return added.error();
    return texts;
}

} // namespace pli::ui
