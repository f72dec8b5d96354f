// The operations on 7-Zip archives. Another worker packs and unpacks them; what goes in and what came out is judged
// here.
#include "bridge/worker_core.hpp"
#include "core/base/date.hpp"
#include "core/base/encoding.hpp"
#include "core/seal/seven_zip.hpp"

namespace pli::bridge {

Status WorkerCore::seven_zip_files(const Request& request, Response& response) {
    const Bundle bundle{request.bytes(0), request.bytes(1), request.bytes(2), request.bytes(3)};
    Result<Bytes> filling = seven_zip_filling(bundle);
    if (!filling.ok()) return filling.error();
    std::vector<ZipEntry> files = bundle_files(bundle);
    files.push_back({filling_name, filling.value()});
    Json names = Json::array();
    for (const ZipEntry& file : files) names.push_back(file.name);
    response.add(dump_json(names));
    for (const ZipEntry& file : files) response.add(file.content);
    return done();
}

Status WorkerCore::check_seven_zip(const Request& request, Response& response) {
    const Status checked = pli::check_seven_zip(request.bytes(0));
    if (!checked.ok()) return checked;
    response.add(dump_json({{"sha256", hex_encode(crypto_->sha256(request.bytes(0)))}}));
    return done();
}

Status WorkerCore::open_seven_zip(const Request& request, Response& response) {
    if (!pack_.has_value()) return out_of_turn();
    const Result<Json> options = read_options(request);
    if (!options.ok()) return options.error();
    const Result<Date> today = parse_iso_date(text_member_or(options.value(), "today", ""));
    if (!today.ok()) return today.error();
    std::vector<ZipEntry> files;
    if (const Json* names = member(options.value(), "names"); names != nullptr && names->is_array())
        for (const Json& name : *names)
            if (const auto* text = name.get_ptr<const std::string*>())
                files.push_back({*text, request.bytes(files.size() + 1)});
    const Result<Bundle> bundle = bundle_from_seven_zip(files);
    if (!bundle.ok()) return bundle.error();
    const Inspection inspection{.by_passphrase = true, .seven_zip = true};
    const Keyring no_keys;
    return add_opened(bundle.value(),
                      {today.value(), inspection, no_keys, text_member_or(options.value(), "sha256", "")}, response);
}

} // namespace pli::bridge
