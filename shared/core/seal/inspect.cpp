#include "core/seal/inspect.hpp"

#include "core/seal/age_input.hpp"
#include "core/seal/hybrid.hpp"
#include "core/seal/scrypt.hpp"
#include "core/seal/seven_zip.hpp"

#include <algorithm>

namespace pli {

Result<Inspection> inspect(ByteView beginning) {
    if (looks_like_seven_zip(beginning)) return Inspection{.by_passphrase = true, .seven_zip = true};
    AgeInput input;
    Bytes binary;
    const Status status = input.push(beginning, binary);
    HeaderReader reader;
    const Result<std::size_t> taken = reader.push(binary);
    if (!taken.ok()) return taken.error();
    // What follows the header is judged when the file is opened.
    if (!reader.complete()) return status.ok() ? reader.cut_short() : status.error();

    const std::vector<Stanza>& stanzas = reader.header().stanzas;
    const auto has_type = [](std::string_view type) {
        return [type](const Stanza& stanza) { return stanza.args.front() == type; };
    };
    Inspection inspection;
    inspection.by_passphrase = std::any_of(stanzas.begin(), stanzas.end(), has_type(scrypt_stanza));
    if (!inspection.by_passphrase) {
        inspection.recipients = stanzas.size();
        inspection.hybrid = std::any_of(stanzas.begin(), stanzas.end(), has_type(hybrid_stanza));
        return inspection;
    }
    if (stanzas.size() > 1) return stanza_failure(stanzas.front());
    const Result<int> factor = work_factor_of(stanzas.front());
    if (!factor.ok()) return factor.error();
    inspection.work_factor = factor.value();
    inspection.confirm = factor.value() > default_work_factor;
    return inspection;
}

} // namespace pli
