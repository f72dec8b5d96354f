// ZIP archives as somebody else would write them (APPNOTE.TXT 6.3.10, sections 4.3 and 4.4).

const VERSION = 20;
const DATE = 0x0021; // 1980-01-01

/** CRC-32 of ISO 3309, bit by bit. */
export function crc32(bytes) {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit++)
      remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  }
  return ~remainder >>> 0;
}

/** Little-endian numbers, given as [value, bytes]. */
export function numbers(...fields) {
  return Buffer.concat(
    fields.map(([value, size]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );
}

/** The fields that local and central headers share (4.3.7 and 4.3.12), from "version needed to extract" on. */
function commonFields(entry) {
  const { name, flags = 0, method = 0, date = DATE, extra = Buffer.alloc(0) } = entry;
  const { stored = entry.content, size = entry.content.length } = entry;
  return numbers(
    [VERSION, 2],
    [flags, 2],
    [method, 2],
    [0, 2],
    [date, 2],
    [entry.checksum ?? crc32(entry.content), 4],
    [stored.length, 4],
    [size, 4],
    [Buffer.byteLength(name), 2],
    [extra.length, 2],
  );
}

function localEntry(entry) {
  const { name, stored = entry.content, extra = Buffer.alloc(0) } = entry;
  return Buffer.concat([
    numbers([0x04034b50, 4]),
    commonFields(entry),
    Buffer.from(name),
    extra,
    stored,
  ]);
}

function centralEntry(entry, offset) {
  const { name, extra = Buffer.alloc(0), comment = "", attributes = 0 } = entry;
  return Buffer.concat([
    numbers([0x02014b50, 4], [VERSION, 2]),
    commonFields(entry),
    numbers([Buffer.byteLength(comment), 2], [0, 2], [0, 2], [attributes, 4], [offset, 4]),
    Buffer.from(name),
    extra,
    Buffer.from(comment),
  ]);
}

/**
 * An archive of `entries`: {name, content} and any field that shall not be what it should be. `central` changes
 * what the directory says of the entry of that name, `comment` is the archive's own.
 */
export function writeZip(entries, { central = {}, comment = "" } = {}) {
  const locals = entries.map(localEntry);
  let offset = 0;
  const directory = entries.map((entry, index) => {
    const at = offset;
    offset += locals[index].length;
    return centralEntry({ ...entry, ...central[entry.name] }, at);
  });
  const directorySize = directory.reduce((sum, { length }) => sum + length, 0);
  const end = numbers(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [entries.length, 2],
    [entries.length, 2],
    [directorySize, 4],
    [offset, 4],
    [Buffer.byteLength(comment), 2],
  );
  return Buffer.concat([...locals, ...directory, end, Buffer.from(comment)]);
}

/** The entries of a bundle, with the filling that brings it to whole steps of 64 KiB. */
export function filled(files) {
  const entries = Object.entries(files).map(([name, content]) => ({ name, content }));
  const filling = { name: "remplissage", content: Buffer.alloc(0) };
  const size = writeZip([...entries, filling]).length;
  return [...entries, { ...filling, content: Buffer.alloc((65536 - (size % 65536)) % 65536) }];
}
