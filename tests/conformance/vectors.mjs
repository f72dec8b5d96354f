// The C2SP CCTV vectors for age, read as their README describes.
import { inflateSync } from "node:zlib";
import * as published from "cctv-age";

/** One object a vector: name, fields ([key, value] in order, without "compressed") and the age file. */
export function readVectors() {
  return Object.entries(published).map(([name, bytes]) => {
    const content = Buffer.from(bytes);
    const end = content.indexOf("\n\n");
    const lines = content.subarray(0, end).toString("utf8").split("\n");
    const fields = lines.map((line) => {
      const colon = line.indexOf(": ");
      return [line.slice(0, colon), line.slice(colon + 2)];
    });
    const body = content.subarray(end + 2);
    const compressed = fields.some(([key, value]) => key === "compressed" && value === "zlib");
    return {
      name,
      fields: fields.filter(([key]) => key !== "compressed"),
      file: compressed ? inflateSync(body) : body,
    };
  });
}

/** All values of a field. */
export function values(vector, key) {
  return vector.fields.filter(([name]) => name === key).map(([, value]) => value);
}
