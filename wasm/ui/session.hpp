// The one state of the page. Events change it; screens show it and keep nothing of their own.
#pragma once

#include "core/base/date.hpp"
#include "core/document/print_model.hpp"
#include "core/state/answers.hpp"
#include "core/validation/faults.hpp"
#include "ui/annuaire_state.hpp"
#include "ui/compromis_state.hpp"
#include "ui/drafts_state.hpp"
#include "ui/known_registers.hpp"
#include "ui/locks.hpp"
#include "ui/own_keys_state.hpp"
#include "ui/reading_state.hpp"
#include "ui/registre_desk.hpp"
#include "ui/sealed.hpp"
#include "ui/seven_zip_state.hpp"
#include "ui/suivi_state.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pli::ui {

/// Every screen has an address of its own (routes.hpp).
enum class Screen : std::uint8_t {
    Accueil,
    Saisie,
    Relecture,
    Signature,
    Destinataires,
    Scellement,
    Termine,
    Ouvrir,
    Lecture,
    Registre,
    RegistrePersonne,
    RegistreImporter,
    RegistreSceller,
    RegistreReunir,
    RegistreActes,
    RegistreActesSceller,
    Assistant,
    MaCarte,
    Echeances,
    Vierge,
    MesCles,
    Suivi,
    SuiviPli,
    CleCompromise,
    Brouillons,
    Annuaire,
    AnnuaireInscription,
    AnnuaireTenir,
    AnnuaireTenirInscription,
    Aide,
    Accessibilite,
    Donnees,
    APropos,
};

struct Place {
    Screen screen = Screen::Accueil;
    int step = 0;                   ///< of Saisie, from 0
    std::string id = std::string(); ///< of RegistrePersonne: whose, empty for somebody new; of Vierge: the form's; of
                                    ///< AnnuaireInscription and AnnuaireTenirInscription: the entry's; of SuiviPli: the
                                    ///< document's; of Brouillons: which, empty for one in a file

    bool operator==(const Place&) const = default;
};

/// A change of screen that the shell has not been told yet.
struct Arrival {
    bool push = true;  ///< a new entry of the browser's history, else the current one is corrected
    bool focus = true; ///< moves to the title; not on the very first screen
};

/// A question that must be answered in the page before something is lost.
enum class Question : std::uint8_t {
    None,
    Abandon,
    Restart,
    Correct,
    CorrectRequest,
    Answer,
    Erase,
    CloseRegister,
    ErasePerson,
    LeaveActs,
    LeaveDirectory,
    DeleteReceipt,
    DeleteDraft,
    EraseAll
};

struct Progress {
    std::string stage;
    std::optional<int> percent;
    std::size_t number = 0, total = 0; ///< of several documents that are sealed in one go, from 1; else 0
};

struct Opening {
    std::string file;
    bool inspected = false;
    bool seven_zip = false; ///< a 7-Zip archive
    Locks locks = Locks::Keys;
    bool long_computation = false; ///< a work factor above the usual one, accepted by the user only
    std::string key_file;
    std::string passphrase, key_passphrase;
    bool refused = false;         ///< opening was asked for and something was missing
    bool as_typed = false;        ///< second try: the passphrase exactly as typed (see ouvrir.cpp)
    std::optional<Progress> work; ///< opening now
    std::vector<Error> faults;    ///< of a register that was opened and is none
};

struct Opened : ReadDocument {
    std::string replaces, sha256;
    int recipients = 0;
    Locks locks = Locks::Keys;
    std::optional<ReadDocument> request; ///< of an answer: what it answers
    std::optional<OpenedBefore> before;  ///< nothing until the shell has told
    bool seven_zip = false;              ///< it came in a 7-Zip archive, which vouches for nothing
};

/// Answers to the questions of the assistant; of no document.
struct Assistance {
    const pli::Assistant* assistant = nullptr; ///< whose questions they answer; nullptr before the first visit
    Answers answers;
    bool concluded = false; ///< the user has asked for the outcome, and changed nothing since

    /// What was concluded, or nullptr.
    [[nodiscard]] const Outcome* outcome() const;
};

/// What the user tells the calendar of an event; of no document, and kept nowhere.
struct Reckoning {
    const Calendar* calendar = nullptr; ///< whose questions these are the answers to; nullptr before the first visit
    Answers answers;
    bool done = false; ///< the limits were asked for, and nothing changed since
};

/// The user's own card: no data of a job-seeker.
struct OwnCard {
    Answers typed;         ///< on the card's screen, perhaps not valid yet
    Answers used;          ///< taken over into every form; empty: no card
    std::string file;      ///< name of a chosen file
    bool keepable = false; ///< this browser may keep it
    bool kept = false;     ///< and is asked to
};

/// A form to start, under the rules of a territory that offers it, with answers that are known already.
struct Beginning {
    const Form* form = nullptr;
    const Territory* territory = nullptr;
    Answers given;
};

struct Session {
    Place place;
    std::optional<Arrival> arrival = Arrival{.push = false, .focus = false};
    std::string notice;           ///< the status line, already in words; one screen long
    std::optional<Error> failure; ///< of the last operation
    Question question = Question::None;
    Question yes = Question::None; ///< answered with yes, for the screen to carry out (take_yes)
    bool is_whole = true;          ///< else only the code and the texts of the home screen and of forms are there

    const Territory* territory = nullptr; ///< chosen by the user, never guessed

    const Form* form = nullptr;
    const Territory* form_territory = nullptr; ///< under whose rules the form is filled in; it offers the form
    std::optional<Beginning> asked;            ///< waits for the answer to Question::Restart
    std::string sender_role;                   ///< empty until it is chosen; not asked where only one can be
    Answers answers;
    bool touched = false;                                   ///< the user has answered something that would be lost
    std::string replaces;                                   ///< id of the document being corrected
    std::optional<ReadDocument> answering;                  ///< what the form in progress answers
    std::map<std::string, std::string, std::less<>> sought; ///< what the lists of searched choices are searched for
    std::set<std::string, std::less<>> checked;             ///< items whose faults are shown
    std::vector<std::string> refused; ///< items listed in the summary of a refused step, in its order
    std::map<std::string, std::size_t, std::less<>> first_rows; ///< first row shown of a long list, if not 0

    Assistance assistance;
    OwnCard card;
    Reckoning reckoning;

    Addressing addressing;           ///< of the fiche
    SevenZipWish seven_zip;          ///< beside it
    std::optional<Progress> sealing; ///< sealing now
    bool stops_sealing = false;      ///< what was being sealed is wiped: the shell is to be told
    std::optional<Sealed> sealed;

    Opening opening;
    std::optional<Opened> opened;

    Keys keys;
    Drafts drafts;

    FollowUp follow_up;
    Compromise compromise;
    DirectoryState directory;

    RegisterStart register_start;
    std::optional<RegisterDesk> desk; ///< the register that is open
    KnownRegisters known_registers;
    NeedsIds needs_ids = NeedsIds::Nothing;

    /// Who can open that thing, or nullptr when there is none.
    Addressing* addressing_of(SealedThing what);
    bool asks_before_leaving = false; ///< the shell was told that something is lost with the page

    /// Whether something is lost with the page: answers or a register that are in no file that was saved.
    [[nodiscard]] bool is_at_risk() const;

    /// Whether that question was just answered with yes; once only.
    bool take_yes(Question expected);

    /// Goes to a screen; what was said about the one before is over.
    void go(const Place& where, bool push = true);
    void go(Screen screen) { go(Place{screen, 0}); }

    /// Starts a form, its day fields set to today; else empty but for what is given, what the assistant was told that
    /// led to it, and the own card.
    void start(const Beginning& beginning, const Date& today);
    /// Takes over the card into the form in progress, where nothing was answered yet.
    void use_card();
    /// Goes on with another form, keeping the answers that both ask for (core/state/change_form.hpp).
    void change_form(const Form& target, const Date& today);
    /// Starts a form from an opened document that the new one will replace, under the rules of its own
    /// territory. What the person stated and signed is asked again.
    void correct(const Pack& pack, const Date& today);
    /// The same from the document that the opened answer answers: whoever asked may have asked wrongly.
    void correct_request(const Pack& pack, const Date& today);
    /// Starts the answer to the opened document, under the rules of its own territory: to its sender, as one of those
    /// to whom it was addressed, with what it already says.
    void begin_answer(const Pack& pack, const Date& today);
    /// Goes on with a draft.
    void resume(const DraftFile& draft);
    /// Forgets answers, keys, passphrase and the sealed file; an opened document stays.
    void wipe_draft();
    void close_document();
    void close_register();

    /// The wanted role if the form's territory lets it send the form; the only one if there is but one.
    void take_sender_role(const std::string& wanted);

    /// Takes another of the roles that may send the form; the card moves to the blocks of that role.
    void choose_sender_role(const std::string& role);

    /// Records an answer. Faults that are shown stay so until they are mended; others wait for blur.
    void answer(std::string_view path, Answer value, bool fault_shown);

    /// Adds an empty row, its days set as those of a form that is started.
    void add_row(const Item& list, const Date& today);
    /// Removes a row; the faults that are shown of the rows below it move up with them.
    void remove_row(const Item& list, std::size_t row);

  private:
    void take_over_assistance();
    void address_answer();
    void start_correction(const ReadDocument& document, const Pack& pack, const Date& today);
};

/// The roles in which the form in progress may be sent: of an answer, those to which the request was addressed.
std::vector<Option> possible_sender_roles(const Session& session);

/// The form's steps of one stage, in order; those that the receiver alone fills in are not shown.
std::vector<const Step*> steps_of(const Form& form, Stage stage);

/// The days that the pack wants to be today are, unless they are answered.
void prefill_days(const Form& form, Answers& answers, const Date& today);

/// Whether the form has a step of signature: lists, for instance, are sealed unsigned.
bool is_signed(const Form& form);

} // namespace pli::ui
