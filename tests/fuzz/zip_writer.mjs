// A ZIP archive as the core writes them (core/seal/zip.hpp): stored, dated 1980-01-01, nothing else.

function crc32(bytes) {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit++)
      remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  }
  return ~remainder >>> 0;
}

/** Little-endian numbers: [[value, bytes], …]. */
function numbers(...fields) {
  const bytes = fields.flatMap(([value, size]) =>
    Array.from({ length: size }, (_, index) => Math.floor(value / 2 ** (8 * index)) & 0xff),
  );
  return Buffer.from(bytes);
}

/** An archive of [name, content] pairs. */
export function writeZip(entries) {
  const locals = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const common = numbers(
      ...[20, 0, 0, 0, 0x21].map((value) => [value, 2]),
      ...[crc32(content), content.length, content.length].map((value) => [value, 4]),
      ...[name.length, 0].map((value) => [value, 2]),
    );
    const local = [numbers([0x04034b50, 4]), common, Buffer.from(name), content];
    const rest = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    directory.push(numbers([0x02014b50, 4], [20, 2]), common, rest, Buffer.from(name));
    locals.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const central = Buffer.concat(directory);
  const end = numbers(
    ...[
      [0x06054b50, 4],
      [0, 2],
      [0, 2],
    ],
    ...[
      [entries.length, 2],
      [entries.length, 2],
      [central.length, 4],
      [offset, 4],
      [0, 2],
    ],
  );
  return Buffer.concat([...locals, central, end]);
}
