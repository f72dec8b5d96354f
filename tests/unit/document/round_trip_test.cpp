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

TEST(RandomDocuments, AreReadBackAsTheyWereWritten) {
    RandomAnswers random(20261122);
    for (int round = 0; round < 200; ++round) {
        const Answers answers = random.draw();
        const std::string text = test::written(answers);
        const auto fiche = read_fiche(shipped_pack(), text, today);
        ASSERT_TRUE(fiche.ok()) << fiche.error().code << " at " << fiche.error().place;
        EXPECT_EQ(test::written(fiche.value().answers, fiche.value().envelope), text);
        EXPECT_EQ(print_model_to_json(print_model(liaison(), fiche.value().answers)),
                  print_model_to_json(print_model(liaison(), answers)))
            << "the receiver reads what the sender read";
    }
}

TEST(RandomDocuments, OfEveryFormAreReadBackAsTheyWereWritten) {
    RandomAnswers random(62);
    for (const Form& form : shipped_pack().forms) {
        int valid = 0;
        for (int round = 0; round < 50; ++round) {
            const Answers answers = random.draw(form);
            if (has_fault(check_form(form, answers, today))) continue; // a rule between answers
            ++valid;
            const std::string text = test::written(answers, test::sample_envelope(form), form);
            const auto fiche = read_fiche(shipped_pack(), text, today);
            ASSERT_TRUE(fiche.ok()) << form.id << " " << fiche.error().code << " at " << fiche.error().place;
            EXPECT_EQ(test::written(fiche.value().answers, fiche.value().envelope, form), text);
            EXPECT_EQ(print_model_to_json(print_model(form, fiche.value().answers)),
                      print_model_to_json(print_model(form, answers)));
        }
        EXPECT_GT(valid, 10) << form.id;
    }
}

TEST(RandomDocuments, HoldNothingHiddenAndNothingForTheScreenOnly) {
    RandomAnswers random(7);
    int with_hidden = 0;
    for (int round = 0; round < 200; ++round) {
        const Answers answers = random.draw();
        const Json reponses = test::must(parse_json(test::written(answers))).at("reponses");
        for_each_item(liaison(), [&](const Item& item) {
            if (!is_answer(item.control) || item.control == Control::Signature) return;
            std::string pointer = "/" + item.path;
            std::replace(pointer.begin(), pointer.end(), '.', '/');
            const bool shown = is_visible(liaison(), answers, item.path);
            if (answers.has(item.path) && !shown) ++with_hidden;
            EXPECT_EQ(reponses.contains(Json::json_pointer(pointer)),
                      answers.has(item.path) && shown && !item.capture_only)
                << pointer;
        });
    }
    EXPECT_GT(with_hidden, 100);
}

TEST(RandomDocuments, CutAnywhereAreRefused) {
    const std::string text = test::written(test::complete_answers());
    for (std::size_t size = 0; size < text.size(); ++size)
        EXPECT_TRUE(reading(text.substr(0, size)).starts_with("json.")) << size;
}

TEST(RandomDocuments, ChangedByChanceAreRefusedOrStillWhatAWriterWrites) {
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
