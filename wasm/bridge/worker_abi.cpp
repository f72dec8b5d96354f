// The border of the sealing worker's module, whole: what it exports beside its memory.
//
// The page calls request_buffer(size), writes a frame there (bridge/frame.hpp), calls an operation
// with the frame's size, copies the response out, then calls wipe_buffers(). An operation that failed
// has status 1 and one part, the error {"code","place","params"}. web/src/sealing/core_module.ts is the other
// side; the export list is EXPORTS in worker.cmake.
#include "bridge/host_crypto.hpp"
#include "bridge/reply.hpp"
#include "bridge/worker_core.hpp"

namespace {

using namespace pli;
using namespace pli::bridge;

struct Worker {
    HostCrypto crypto;
    WorkerCore core{crypto};
    Bytes request;
    Response response;
    Reply reply;
};

Worker& worker() {
    static Worker instance;
    return instance;
}

using Operation = Status (WorkerCore::*)(const Request&, Response&);

const Reply* run(Operation operation, std::size_t size) {
    Worker& self = worker();
    const Request request(ByteView(self.request).first(size));
    const Status status = (self.core.*operation)(request, self.response);
    if (!status.ok()) {
        const Error& error = status.error();
        // Whatever was written before the failure must not be seen.
        self.crypto.wipe(self.response.frame());
        self.response = Response();
        self.response.add(dump_json({{"code", error.code}, {"place", error.place}, {"params", error.params}}));
    }
    self.reply = reply_of(status.ok() ? 0 : 1, self.response.frame());
    return &self.reply;
}

} // namespace

extern "C" {

std::uint8_t* request_buffer(std::size_t size) {
    worker().request.resize(size);
    return worker().request.data();
}

void wipe_buffers() {
    Worker& self = worker();
    self.crypto.wipe(self.request);
    self.crypto.wipe(self.response.frame());
    self.request = Bytes();
    self.response = Response();
}

#define PLI_OPERATION(name)                                                                                            \
    const Reply* pli_##name(std::size_t size) { return run(&WorkerCore::name, size); }

PLI_OPERATION(load_pack)
PLI_OPERATION(recipients)
PLI_OPERATION(identities)
PLI_OPERATION(passphrase)
PLI_OPERATION(make_keys)
PLI_OPERATION(unseal_keys)
PLI_OPERATION(hold_keys)
PLI_OPERATION(sign_fiche)
PLI_OPERATION(reseal_keys)
PLI_OPERATION(verify_directory)
PLI_OPERATION(sign_directory)
PLI_OPERATION(document)
PLI_OPERATION(seal_fiche)
PLI_OPERATION(seal_register)
PLI_OPERATION(open_fiche)
PLI_OPERATION(seal_draft)
PLI_OPERATION(open_draft)
PLI_OPERATION(inspect)
PLI_OPERATION(seven_zip_files)
PLI_OPERATION(check_seven_zip)
PLI_OPERATION(open_seven_zip)
PLI_OPERATION(workbook_parts)
PLI_OPERATION(workbook)
PLI_OPERATION(digest_begin)
PLI_OPERATION(digest_push)
PLI_OPERATION(digest_finish)
PLI_OPERATION(seal_begin)
PLI_OPERATION(seal_push)
PLI_OPERATION(seal_finish)
PLI_OPERATION(open_begin)
PLI_OPERATION(open_push)
PLI_OPERATION(open_finish)

#undef PLI_OPERATION
}
