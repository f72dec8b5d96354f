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
//                 "signer": "" | verifying key of the unlocked keys, "sevenZip": "" | passphrase of an archive,
//                 "replyKey": "" | a recipient of the sender's own, for an answer,
//                 "request": null | {"json","signature": "" | …}: of an answer, the exact fiche.json that it answers}
//                → "progress" {"stage": "document"|"pdf"|"bundle"|"sevenZip"|"seal", "percent": 0..100 | null}
//                → "sealed" {"name","size","sha256","armorName": "" | "…","noteName",
//                 "sevenZipName": "" | "…","documentId","contentSha256": of fiche.json, "signer": as given}
//                | "failed" {"during":"seal","error":{…}}
//   "seal-several" {"drafts": [{"form","territory","answers","replaces","role"}], "created", "recipients",
//                "passphrase", "roles", "armor", "signer", "replyKey", "request": as for "seal"}: each to a file of its
//                own; all or none
//                → "progress" {…, "number": of the document, from 1, "total"}, → "sealed-several" {"files": [{…}]},
//                each as "sealed" and in the same order | "failed" as above
//   "cancel-keys" {}  ends what is computed for keys, if it still is; → "keys-cancelled" {}
//   "cancel"     {}  ends the running operation; → "cancelled" {}
//   "download"   {"what": "age" | "armor" | "sevenZip" | "note" | "pdf"}, {"what": "age" | "armor", "file": index} of
//                those sealed in one go, or {"what": "all"}: all of those, as "age"
//   "verify"     {"file": nodeKey}  → "verified" {"same": bool} | "failed" {"during":"verify",…}
//   "inspect"    {"file": nodeKey}  → "inspected" {"locks": "passphrase" | "keys", "recipients": n,
//                "workFactor": 0 | n, "confirm": bool, "sevenZip": bool: a 7-Zip archive} | "failed"
//                {"during":"inspect",…}
//   "open"       {"file": nodeKey, "keyFile": "" | nodeKey, "vault": bool: with the unlocked keys,
//                 "passphrase": "" | "…", "keyPassphrase": "" | "…", "sevenZip": as inspected}
//                → "progress" {…}, → "opened" {"form": id, "document": {print model}, "answers": {…},
//                 "documentId","created","structure","role","signer","territory","addresseeRoles": [role, …],
//                 "replyKey": null | {"recipient","type","fingerprint"},"json": exact text of the data,
//                 "signature": "" | of its signature file,"contentSha256": of json,"replaces","packVersion",
//                 "recipients": n,"locks","sevenZip": bool,"sha256"}; of an answer also "request": the same up to
//                 "contentSha256", of the document that it answers | "failed" {"during":"open","error":{…}}
//                | "register" {"text","sha256","locks","recipients"}: it was a register of habilitations
//   "remember-opened" {"id","sha256": of the data,"request": "" | id of what it answers,"replaces": "" | id,
//                 "signer": "" | "RW…","day"}
//                → "opened-before" {"id","remembers": bool,"firstDay": "" | "AAAA-MM-JJ","otherContent": bool,
//                 "damaged": what was kept of it cannot be read, and stays as it is,
//                 "replacedBy": null | {"id","signer","day"},"otherReplies": [{"id","signer","day"}, …]}: kept before
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
//   "save"       {"name": "….csv" | "….txt" | "….json", "content": "…"}  a text in clear, that the user asked for
//   "calendar"   {"name": "….ics", "content": "…"}  saves a calendar file
//   "load-directory" {"territory": id, "learned": "" | what was kept, "file": nodeKey, "signature": "" | nodeKey,
//                "kept": bool: the one that is kept in this browser instead}
//                → "directory" {"territory","sha256","learned","fingerprints": {recipient: fingerprint},"text",
//                 "origin": "files" | "kept" | "signed"}
//                | "failed" {"during":"load-directory","error":{…},"origin"}
//   "sign-directory" {"territory","learned","text"}, by the unlocked signing key
//                → "directory-signed" {}, then as "load-directory" | "failed" {"during":"sign-directory",…}
//   "save-directory" {"what": "text" | "signature"}  saves what was signed: annuaire.json, annuaire.json.minisig
//   "fingerprints" {"keys": [recipient, …]}  → "fingerprints" as "recipients" | "failed" {"during":"fingerprints",…}
//   "keep-directory" {"territory", "keep": bool}  keeps the one that was accepted last in this browser, or forgets it
//                → "directory-kept" {"territory","kept"} | "failed" {"during":"keep-directory",…}
//                A browser that may keep them says so once all is fetched: "kept-directories" {"territories": [id, …]}
//   "keep-trust" {"content": "" | "…"}  keeps what was learned from directories (core/directory/learned_trust.hpp)
//                A browser that may keep it says what it keeps once the page is whole: "kept-trust" {"content"}
//   "forget"     {"file": nodeKey}  drops a chosen file
//   Drafts, called by numbers that the page gives:
//   "begin-draft" {"number", "recipient": the user's own key or "", "code": "" (a new one) or one that is known}
//                → "draft-begun" {"number", "id", "code", "kept": whether this browser keeps it}
//                | "failed" {"during":"begin-draft",…}
//   "draft-changed" {"number"}  there is something to keep → "draft-wanted" {"number"}, within a third of a second
//   "keep-draft" {"number", "content": pli/brouillon/1, "form", "day", "expires"}
//                → "draft-kept" {"number"} | "draft-failed" {"number","error"}
//   "drop-draft" {"number"}  deletes it; "leave-draft" {"number"} lets go of it, and what is kept stays
//   "resume-draft" {"number", "id": of a kept one, or "" and "file": nodeKey, "code", "vault": with the unlocked keys}
//                → "draft-opened" {"number","id","content"} | "failed" {"during":"resume-draft",…}
//   "delete-draft" {"id", "quiet": expired}  | "failed" {"during":"delete-draft",…}
//   "shorten-draft" {"id", "days"}  keeps it so many days from now at most, when its last day is none or a later one
//   "save-draft" {"content", "recipient", "code", "day"}  a sealed file → "draft-saved" {}
//                | "failed" {"during":"save-draft",…}
//   At the start and whenever it changes, where drafts may be kept: "drafts" {"kept": [{"id", "form", "day", "expires",
//                "locks": "code" | "key"}]}; form and days are "" of one that cannot be read
//   "erase-all"  {}  deletes all that this browser keeps of Pli, and reloads | "failed" {"during":"erase-all",…}
//   "save-card"  {"content": "…"}  saves the user's own card as pli_carte.json
//   "load-card"  {"file": nodeKey}  → "card" {"content": "…"} | "failed" {"during":"load-card",…}
//   "keep-card"  {"content": "" | "…"}  keeps the card in this browser, or forgets it
//                A browser that may keep it says what it keeps before the first frame: "kept-card" {"content"}
//   "keep-registers" {"content": "" | "…"}  keeps which versions of registers were seen, or forgets them
//                A browser that may keep them says what it keeps before the first frame: "known-registers" {"content"}
//   "keep-receipts" {"receipts": [{"document": id, "content": "…"}]}  keeps or replaces receipts in this browser, and
//   "drop-receipt" {"document": id}  forgets one; | "failed" {"during":"keep-receipts",…}
//                After the start, unasked: "kept-receipts" {"kept": whether anything is, "documents": [id] under which
//                it is, "contents": ["…"] in the same order}; the same with "again": true for the page to put in the
//                place of what it knows, whenever another tab changed them or the page is looked at again
//   "load-receipts" {"file": nodeKey}  → "receipts-file" {"content": "…"} | "failed" {"during":"load-receipts",…}
//   "ask-before-leaving" {"asks": bool}  whether the browser is to ask before the page is left
//   "print"      {}  opens the browser's print dialogue
//   "erase"      {}  wipes everything by a full reload on the home screen, unless the receipt or draft that the user
//                just spoke of could not be changed: then | "failed" as there
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
