// Gives a TrueType font a new name table (OpenType 1.9, chapters "Organization of an OpenType Font" and "name").

const COPYRIGHT = 0;
const LICENCE = 13;
const LICENCE_ADDRESS = 14;
const WINDOWS = { platform: 3, encoding: 1, language: 0x409 }; // UTF-16, the one every reader takes

/**
 * The same font called `family`: its copyright and licence stay word for word, every other name is ours.
 * @param {Uint8Array} font @param {string} family @returns {Uint8Array}
 */
export function renameFont(font, family) {
  const tables = readTables(Buffer.from(font));
  const kept = readNames(tables.get("name"));
  const names = new Map([
    [COPYRIGHT, kept.get(COPYRIGHT)],
    [1, family],
    [2, "Regular"],
    [3, `${family} Regular`],
    [4, family],
    [6, family.replaceAll(" ", "")],
    [LICENCE, kept.get(LICENCE)],
    [LICENCE_ADDRESS, kept.get(LICENCE_ADDRESS)],
  ]);
  tables.set("name", writeNames(names));
  return writeTables(tables);
}

function readTables(font) {
  const tables = new Map();
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + 16 * index;
    const start = font.readUInt32BE(record + 8);
    const tag = font.toString("latin1", record, record + 4);
    tables.set(tag, font.subarray(start, start + font.readUInt32BE(record + 12)));
  }
  return tables;
}

function readNames(table) {
  const names = new Map();
  const storage = table.readUInt16BE(4);
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const record = 6 + 12 * index;
    if (table.readUInt16BE(record) !== WINDOWS.platform) continue;
    const start = storage + table.readUInt16BE(record + 10);
    const bytes = table.subarray(start, start + table.readUInt16BE(record + 8));
    names.set(table.readUInt16BE(record + 6), Buffer.from(bytes).swap16().toString("utf16le"));
  }
  return names;
}

function writeNames(names) {
  const records = [];
  const strings = [];
  let offset = 0;
  for (const [id, text] of names) {
    const bytes = Buffer.from(text, "utf16le").swap16();
    records.push(
      shorts(WINDOWS.platform, WINDOWS.encoding, WINDOWS.language, id, bytes.length, offset),
    );
    strings.push(bytes);
    offset += bytes.length;
  }
  const header = shorts(0, records.length, 6 + 12 * records.length);
  return Buffer.concat([header, ...records, ...strings]);
}

function writeTables(tables) {
  const tags = [...tables.keys()].sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  const header = Buffer.concat([
    Buffer.from([0, 1, 0, 0]),
    shorts(tags.length, 16 * power, Math.log2(power), 16 * (tags.length - power)),
  ]);
  const directory = [];
  const bodies = [];
  let offset = header.length + 16 * tags.length;
  let headStart = 0;
  for (const tag of tags) {
    const body = padded(tables.get(tag));
    if (tag === "head") {
      headStart = offset;
      body.writeUInt32BE(0, 8); // the whole-file checksum is counted with this field at zero
    }
    const record = Buffer.alloc(16);
    record.write(tag, "latin1");
    record.writeUInt32BE(checksum(body), 4);
    record.writeUInt32BE(offset, 8);
    record.writeUInt32BE(tables.get(tag).length, 12);
    directory.push(record);
    bodies.push(body);
    offset += body.length;
  }
  const font = Buffer.concat([header, ...directory, ...bodies]);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, headStart + 8);
  return font;
}

function shorts(...values) {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, index) => bytes.writeUInt16BE(value, 2 * index));
  return bytes;
}

function padded(bytes) {
  const copy = Buffer.alloc((bytes.length + 3) & ~3);
  bytes.copy(copy);
  return copy;
}

function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
