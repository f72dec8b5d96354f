// The bytes of an age file, whether it came as binary or as armored text.
#pragma once

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/seal/armor.hpp"

namespace pli {

class AgeInput {
  public:
    /// Appends the file's binary bytes. Errors: seal.not-age, seal.armor.
    Status push(ByteView bytes, Bytes& out);
    Status finish(Bytes& out);

  private:
    /// An armored text that never came to its begin marker is simply not ours.
    [[nodiscard]] Status judged(Status status) const;
    enum class Form { Unknown, Binary, Armored };
    Form form_ = Form::Unknown;
    ArmorReader armor_;
};

} // namespace pli
