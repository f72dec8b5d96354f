// Changes of a directory, each a function from one directory to the next: nothing changes when it fails.
//
// Errors of all: those of check_directory, the first one, with its place in what the directory would have become;
// directory.unknown-entry, directory.unknown-key and directory.unknown-holder (place = the entry's id).
// A changed directory is a version of its own: reissue() it before it is signed.
#pragma once

#include "core/base/result.hpp"
#include "core/directory/directory.hpp"

#include <string>
#include <string_view>

namespace pli {

/// A first version, without anybody. It is valid for as long as a directory may be.
Result<Directory> new_directory(std::string_view territory, std::string_view signer, const Date& today);

/// The version after this one, issued today for as long as a directory may be valid. `signer` is the key that will
/// sign it; when that is the successor that was named, none is named any more.
Result<Directory> reissue(const Directory& from, std::string_view signer, const Date& today);

/// Names the key that may sign later versions too, instead of any named before.
Result<Directory> name_successor(const Directory& from, std::string_view signing_key);

/// No key is named any more.
Result<Directory> forget_successor(const Directory& from);

/// Says that nothing is to be believed that this key signed. Not the key that signs this directory: that one must
/// have been succeeded.
Result<Directory> revoke_signer(const Directory& from, std::string_view signing_key);

/// An id for a new entry, out of words such as its structure's name, that no entry has: "slai-d-exemple-2".
std::string free_id(const Directory& directory, std::string_view words);

Result<Directory> add_entry(const Directory& from, DirectoryEntry entry);

/// Puts role, structure, service, mail and phone of `facts` in the place of those of the entry with its id.
Result<Directory> change_entry(const Directory& from, const DirectoryEntry& facts);

/// Error: directory.key-state (it has a revoked key, which must stay known as such).
Result<Directory> remove_entry(const Directory& from, std::string_view id);

Result<Directory> add_key(const Directory& from, std::string_view id, DirectoryKey key);

/// The key called `name` (key_name) is replaced by `next`, which the entry does not have yet, from that day on.
/// Error: directory.key-state (it was replaced or revoked before).
Result<Directory> replace_key(const Directory& from, std::string_view id, std::string_view name, DirectoryKey next,
                              const Date& day);

/// The key may be known to others: nothing is sealed to it any more and nothing that it signed counts, whatever the
/// date. A key that was replaced may still be revoked. Error: directory.key-state (it is revoked already).
Result<Directory> revoke_key(const Directory& from, std::string_view id, std::string_view name, const Date& day);

Result<Directory> add_holder(const Directory& from, std::string_view id, Holder holder);
Result<Directory> remove_holder(const Directory& from, std::string_view id, std::string_view name);

/// Puts what is said now of the holder of that name (absent, left, present again) in the place of what was.
Result<Directory> set_presence(const Directory& from, std::string_view id, const Holder& holder);

} // namespace pli
