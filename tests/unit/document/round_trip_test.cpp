// Documents of answers drawn by chance, written and read back; and written ones changed by chance.
#include "core/document/print_model.hpp"
#include "unit/document/untrusted.hpp"

using namespace pli;
using test::liaison;
using test::RandomAnswers;
using test::reading;
using test::shipped_pack;
using test::today;

namespace {

/// Every form that is shipped, whichever there are.
class RandomDocuments : public testing::TestWithParam<std::string> {
  protected:
    const Form& form = *find_form(shipped_pack(), GetParam());
};

TEST_P(RandomDocuments, AreReadBackAsTheyWereWritten) {
    RandomAnswers random(20261122, form);
    for (int round = 0; round < 200; ++round) {
        const Answers answers = random.draw();
        const std::string text = test::written(answers, test::sample_envelope(), form);
        const auto fiche = read_fiche(shipped_pack(), text, today);
        ASSERT_TRUE(fiche.ok()) << fiche.error().code << " at " << fiche.error().place;
        ASSERT_EQ(fiche.value().form, &form);
        EXPECT_EQ(test::written(fiche.value().answers, fiche.value().envelope, form), text);
        EXPECT_EQ(print_model_to_json(print_model(form, fiche.value().answers)),
                  print_model_to_json(print_model(form, answers)))
            << "the receiver reads what the sender read";
    }
}

TEST_P(RandomDocuments, HoldNothingHiddenAndNothingForTheScreenOnly) {
    RandomAnswers random(7, form);
    int with_hidden = 0;
    int that_can_be_hidden = 0;
    for_each_item(form, [&](const Item& item) {
        if (item.receiver_only || item.visible_when.op != Condition::Op::Always) ++that_can_be_hidden;
    });
    for (int round = 0; round < 200; ++round) {
        const Answers answers = random.draw();
        const Json reponses =
            test::must(parse_json(test::written(answers, test::sample_envelope(), form))).at("reponses");
        for_each_item(form, [&](const Item& item) {
            if (!is_answer(item.control) || item.control == Control::Signature) return;
            std::string pointer = "/" + item.path;
            std::replace(pointer.begin(), pointer.end(), '.', '/');
            const bool shown = is_visible(form, answers, item.path);
            if (answers.has(item.path) && !shown) ++with_hidden;
            EXPECT_EQ(reponses.contains(Json::json_pointer(pointer)),
                      answers.has(item.path) && shown && !item.capture_only)
                << pointer;
        });
    }
    EXPECT_GE(with_hidden, 10 * that_can_be_hidden);
}

std::vector<std::string> shipped_forms() {
    std::vector<std::string> ids;
    for (const Form& form : shipped_pack().forms) ids.push_back(form.id);
    return ids;
}

INSTANTIATE_TEST_SUITE_P(EveryForm, RandomDocuments, testing::ValuesIn(shipped_forms()), test::case_name);

TEST(SpoiltDocuments, CutAnywhereAreRefused) {
    const std::string text = test::written(test::complete_answers());
    for (std::size_t size = 0; size < text.size(); ++size)
        EXPECT_TRUE(reading(text.substr(0, size)).starts_with("json.")) << size;
}

TEST(SpoiltDocuments, ChangedByChanceAreRefusedOrStillWhatAWriterWrites) {
    std::mt19937 random(20261122);
    const std::string text = test::written(test::complete_answers());
    int accepted = 0;
    int refused = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string changed = text;
        const std::size_t position = random() % text.size();
        if (random() % 3 == 0)
            changed.erase(position, 1 + random() % 8);
        else
            changed[position] = static_cast<char>(random() % 2 == 0 ? 'a' + random() % 26 : '0' + random() % 10);
        const auto fiche = read_fiche(shipped_pack(), changed, today);
        ++(fiche.ok() ? accepted : refused);
        if (!fiche.ok()) {
            const std::string& code = fiche.error().code;
            ASSERT_TRUE(code.starts_with("fiche.") || code.starts_with("json.")) << code;
            continue;
        }
        Envelope envelope = fiche.value().envelope;
        envelope.created = std::min(envelope.created, today); // the day by which its dates were judged
        const std::string again = test::written(fiche.value().answers, envelope);
        for (const char* member : {"reponses", "signature", "destinataires", "emetteur"})
            ASSERT_EQ(test::must(parse_json(again)).at(member), test::must(parse_json(changed)).at(member));
    }
    EXPECT_GT(accepted, 200);
    EXPECT_GT(refused, 1000);
}

} // namespace
