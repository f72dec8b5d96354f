// The exchange between the C++ user interface and the DOM: patches out, events in.
//
// A patch is a JSON array of operations, applied in order:
//   ["+", key, role, parentKey | "", previousSiblingKey | ""]    create
//                                                                (every property empty, false or 0)
//   ["-", key]                                                   remove, with all it contains
//   ["m", key, previousSiblingKey | ""]                          move within the same parent
//   ["=", key, {property: value, …}]                             set properties that changed:
//        label value hint error autocomplete inputmode accept (text), checked required disabled
//        primary current secret strong mono danger (boolean), level (number),
//        options ([[value, label], …]); new options are always followed by the value
//   ["r", key, part, x, y, w, h]      place of a part (Part as a number), CSS px; canvas only
//   ["h", height]                     height of the main area, CSS px; canvas only
//   ["f", key]                        move the focus there
//   ["!", name, payload]              an effect that the shell carries out, see below
//
// Events in: (type, key, value), all text. Types are the numbers of EventType.
//
// Effects (C++ → shell) and the messages that answer them (shell → C++, EventType::Message with
// key = message name and value = JSON). A failure is {"code","place","params"} as base/result.hpp.
//   "screen"     {"route": "#/saisie", "title": "…", "push": true}    address and title of a screen
//   "recipients" {"for": "document" | "register" | "acts", "text": "…"} | {"for", "file": nodeKey}  → "recipients"
//   {"for": the
//                same, "recipients":[{"recipient","type":"x25519"|"hybrid","fingerprint"}],
//                "failures":[{"code","place","params"}]} | "failed" {"during":"recipients","error":{…}}
//   "passphrase" {"for"}  → "passphrase" {"for", "words": ["…", …]} | "failed" {"during":"passphrase","error":{…}}
//   "seal"       {"form": id, "territory": id, "answers": {…}, "created": "AAAA-MM-JJ", "replaces": "" | id,
//                 "role": role, "recipients": [{"recipient","fingerprint","role"}], "passphrase": "" | "…",
//                 "roles": [role, …] of those who get the passphrase, "armor": bool,
//                 "signer": "" | verifying key of the unlocked keys, "sevenZip": "" | passphrase of an archive}
//                → "progress" {"stage": "document"|"pdf"|"bundle"|"sevenZip"|"seal", "percent": 0..100 | null}
//                → "sealed" {"name","size","sha256","armorName": "" | "…","noteName",
//                 "sevenZipName": "" | "…","documentId"}
//                | "failed" {"during":"seal","error":{…}}
//   "seal-several" {"drafts": [{"form","territory","answers","replaces","role"}], "created", "recipients",
//                "passphrase", "roles", "armor", "signer": as for "seal"}: each to a file of its own; all or none
//                → "progress" {…, "number": of the document, from 1, "total"}, → "sealed-several" {"files": [{…}]},
//                each as "sealed" and in the same order | "failed" as above
//   "cancel-keys" {}  ends what is computed for keys, if it still is; → "keys-cancelled" {}
//   "cancel"     {}  ends the running operation; → "cancelled" {}
//   "download"   {"what": "age" | "armor" | "sevenZip" | "note" | "pdf"}, {"what": "age" | "armor", "file": index} of
//                those sealed in one go, or {"what": "all"}: all of those, as "age"
//   "verify"     {"file": nodeKey}  → "verified" {"same": bool} | "failed" {"during":"verify",…}
//   "inspect"    {"file": nodeKey}  → "inspected" {"locks": "passphrase" | "keys", "recipients": n,
//                "workFactor": 0 | n, "confirm": bool, "sevenZip": bool} | "failed" {"during":"inspect",…}
//   "open"       {"file": nodeKey, "keyFile": "" | nodeKey, "vault": bool: with the unlocked keys,
//                 "passphrase": "" | "…", "keyPassphrase": "" | "…", "sevenZip": as inspected}
//                → "progress" {…}, → "opened" {"form": id, "document": {print model}, "answers": {…},
//                 "documentId","created","replaces","structure","role","signer","territory","packVersion",
//                 "recipients": n,"locks","sevenZip": bool,"sha256"} | "failed" {"during":"open","error":{…}}
//                | "register" {"text","sha256","locks","recipients"}: it was a register of habilitations
//   "make-keys"  {"hybrid": bool, "signing": bool, "passphrase", "created": "AAAA-MM-JJ", "rescue"?: recipient}, and
//   "reseal-keys" {"passphrase", "created"}, of the unlocked keys
//                → "keys-made" {"recipients": as in "recipients", "verifyingKey": "" | "RW…",
//                 "files": {"key", "signature": "" | …}: SHA-256 of the sealed files}
//                | "failed" {"during":"make-keys","error":{…}}
//   "save-keys"  {"what": "key" | "signature" | "rescue-key" | "rescue-signature"}  saves what was made as cle.age,
//                signature.age, cle.secours.age or signature.secours.age
//   "key-card"   {"model": {print model}, "content": public key, "label", "alt": of its QR code, "created"}
//                saves a card to print as pli_carte-de-cle.pdf; | "failed" {"during":"key-card",…}
//   "unlock"     {"keyFile": nodeKey, "signatureFile": "" | nodeKey, "passphrase"}
//                → "unlocked" {"recipients", "verifyingKey", "files": those that were given}
//                | "failed" {"during":"unlock","error":{…}}
//   "lock"       {}  → "locked" {}, which also comes by itself after ten minutes without the user
//   "seal-register" {"text": "…", "created", "recipients", "passphrase", "armor": as for "seal"}
//                → "progress" {…}, → "sealed" as above, with "contentSha256": of the text | "failed" as above
//   After the start, unasked: "texts" {"sentences": {key: sentence}}: the rest of the catalogue
//   "ids"        {"count": n}  → "ids" {"ids": ["32 hex digits", …]}, random
//   "table"      {"file": nodeKey, "sheet": n}  → "table" {"bytes": each byte as the character of that number}
//                | "workbook" {"text": the sheet of that number, see core/register/workbook_json.hpp}: it was one
//                | "failed" {"during":"table",…}
//   "save"       {"name": "….csv" | "….txt", "content": "…"}  a text in clear, that the user asked for
//   "calendar"   {"name": "….ics", "content": "…"}  saves a calendar file
//   "forget"     {"file": nodeKey}  drops a chosen file
//   "save-card"  {"content": "…"}  saves the user's own card as pli_carte.json
//   "load-card"  {"file": nodeKey}  → "card" {"content": "…"} | "failed" {"during":"load-card",…}
//   "keep-card"  {"content": "" | "…"}  keeps the card in this browser, or forgets it
//                A browser that may keep it says what it keeps before the first frame: "kept-card" {"content"}
//   "keep-registers" {"content": "" | "…"}  keeps which versions of registers were seen, or forgets them
//                A browser that may keep them says what it keeps before the first frame: "known-registers" {"content"}
//   "ask-before-leaving" {"asks": bool}  whether the browser is to ask before the page is left
//   "print"      {}  opens the browser's print dialogue
//   "erase"      {}  wipes everything by a full reload on the home screen
//   "remember"   {"territory": id}  keeps the choice for the next visit, where the browser may keep anything.
//                At the next start, before the first frame: → "remembered" {"territory": id}
#pragma once

#include "semantics/node.hpp"

namespace pli::semantics {

enum class EventType : int {
    Value = 1, ///< a field's text while it is typed (never during composition)
    Check = 2, ///< "1" or ""
    Click = 3, ///< a button, or a link "#key" (not followed by the browser; "#/…" is, and gives Route)
    Focus = 4,
    Blur = 5,
    Hover = 6,    ///< key under the pointer, or ""
    Shown = 7,    ///< what a field now shows, when the DOM changed it without a Value event
    File = 8,     ///< a file was chosen or dropped: its name; "" when cleared
    Stroke = 9,   ///< one stroke drawn on a Pad: "x,y x,y …"
    Route = 10,   ///< the address changed (back button, link): value is "#/…"
    Message = 11, ///< answer to an effect
    Window = 12,  ///< the rows of a Table that can be seen: "first count focused", focused is -1 for none
};

struct Event {
    EventType type{};
    std::string key;
    std::string value;
};

} // namespace pli::semantics
