#include "core/register/lineage.hpp"

#include <algorithm>
#include <utility>

namespace pli {

namespace {

bool descends_from(const Register& content, std::string_view sha256) {
    return std::find(content.ancestors.begin(), content.ancestors.end(), sha256) != content.ancestors.end();
}

} // namespace

Kinship kinship(const Version& mine, const Version& other) {
    if (mine.content.id != other.content.id) return Kinship::Unrelated;
    if (mine.sha256 == other.sha256) return Kinship::Same;
    if (descends_from(other.content, mine.sha256)) return Kinship::Newer;
    if (descends_from(mine.content, other.sha256)) return Kinship::Older;
    return Kinship::Parallel;
}

Register next_version(const Version& predecessor, Register content, const Date& today) {
    const Register& before = predecessor.content;
    content.version = before.version + 1;
    content.saved = std::max(before.saved, today); // days that were true then are not to be refused now
    content.ancestors = before.ancestors;
    content.ancestors.insert(content.ancestors.begin(), predecessor.sha256);
    if (content.ancestors.size() > register_limits::ancestors) content.ancestors.resize(register_limits::ancestors);
    return content;
}

} // namespace pli
