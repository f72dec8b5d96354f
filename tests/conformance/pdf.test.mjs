// The printed document before independent judges: qpdf, poppler and libxml2.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";

import {
  DOCUMENT_ID,
  dictionariesWith,
  inputOf,
  judge,
  load,
  longModel,
  modelOf,
  objectsOf,
  pagesOf,
  save,
  sentence,
  squeezed,
} from "./pdf_support.mjs";

let renderPdf;

before(async () => {
  ({ renderPdf } = await load("render"));
});

async function printed(name, model) {
  return save(`${name}.pdf`, await renderPdf(inputOf(model)));
}

/** Every text of the model in reading order, tick boxes said in words. */
function wordsOf(model) {
  const words = model.blocks.map((block) => {
    const options = block.options ?? [];
    const ticks = options.map(
      ({ label, ticked }) => sentence(ticked ? "ticked" : "unticked") + label,
    );
    const hint = block.mode === "papier" ? sentence("signature-paper") : "";
    const cells = [block.columns ?? [], block.rows ?? []].flat(2);
    return [block.text, block.label, block.value, ...cells, ...ticks, hint].join("");
  });
  return squeezed([model.banner, model.title, model.source, ...words].join(""));
}

/** The text of a file without what is repeated on each page: the title, and the headings of a table's columns. */
function bodyOf(file, model, repeated = "") {
  const pages = pagesOf(file);
  const body = pages.map((text, index) => {
    const number = sentence("page", { page: index + 1, pages: pages.length });
    const footer = squeezed(sentence("document", { id: DOCUMENT_ID }) + number);
    const header = index ? squeezed(model.title + repeated) : "";
    assert.ok(text.startsWith(header) && text.endsWith(footer), `page ${index + 1}: ${text}`);
    return text.slice(header.length, -footer.length);
  });
  return body.join("");
}

describe("a code to scan", () => {
  const content = `age1${"qpzry9x8gf2tvdw0s3jn54khce6mua7l".repeat(2).slice(0, 58)}`;
  const code = { type: "code", label: "La clé", content, alt: "Code de la clé" };
  let file;

  before(async () => {
    const input = { ...inputOf(modelOf(code)), ficheJson: null };
    file = save("code.pdf", await renderPdf(input));
  });

  test("is read by zbar as the text it stands for", () => {
    judge("pdftoppm", "-r", "150", "-gray", "-png", "-singlefile", file, file.replace(".pdf", ""));
    const read = judge("zbarimg", "--quiet", "--raw", file.replace(".pdf", ".png"));
    assert.equal(read.trim(), content);
  });

  test("is a figure with words for who does not see it, in a sound file without attachment", () => {
    judge("qpdf", "--check", file);
    const [figure] = dictionariesWith(objectsOf(file), { "/S": "/Figure" });
    assert.match(JSON.stringify(figure["/Alt"]), /Code de la clé/);
    assert.equal(judge("pdfdetach", "-list", file).trim(), "0 embedded files");
  });
});

describe("a whole fiche", () => {
  const model = longModel();
  let file;
  let objects;

  before(async () => {
    file = await printed("long", model);
    objects = objectsOf(file);
  });

  test("is sound for qpdf", () => {
    assert.doesNotMatch(judge("qpdf", "--check", file), /warning/i);
  });

  test("has three A4 pages, tags and a title", () => {
    const info = judge("pdfinfo", file);
    assert.match(info, /^Title: +Fiche de liaison orientation en accompagnement global/m);
    assert.match(info, /^Tagged: +yes$/m);
    assert.match(info, /^Pages: +3$/m);
    assert.match(info, /^Page size: .*\(A4\)$/m);
    assert.match(info, /^CreationDate: +Sun Nov 22 00:00:00 2026 UTC$/m);
    assert.match(info, /^JavaScript: +no$/m);
  });

  test("says each answer and each tick box, in order, and nothing else", () => {
    assert.equal(bodyOf(file, model), wordsOf(model));
  });

  test("embeds its only font", () => {
    const fonts = judge("pdffonts", file).trim().split("\n").slice(2);
    assert.equal(fonts.length, 1);
    assert.match(fonts[0], /^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes /);
  });

  test("keeps all of its words inside the margins", () => {
    const boxes = [...judge("pdftotext", "-bbox", file, "-").matchAll(/<word ([^>]*)>/g)];
    assert.ok(boxes.length > 300);
    for (const [, attributes] of boxes) {
      const [left, top, right, bottom] = [...attributes.matchAll(/"(.*?)"/g)].map((m) => +m[1]);
      assert.ok(left >= 57 && right <= 538.5 && top >= 40 && bottom <= 815, attributes);
    }
  });

  test("carries fiche.json, byte for byte", () => {
    assert.match(judge("pdfdetach", "-list", file), /^1 embedded files\n1: fiche\.json$/m);
    const out = save("fiche.json", "");
    judge("pdfdetach", "-save", "1", "-o", out, file);
    assert.deepEqual(new Uint8Array(readFileSync(out)), inputOf(model).ficheJson);
  });

  test("relates fiche.json to the whole document, as PDF/A-3 asks", () => {
    const [catalog] = dictionariesWith(objects, { "/Type": "/Catalog" });
    const [specification] = dictionariesWith(objects, { "/Type": "/Filespec" });
    assert.equal(objects[`obj:${catalog["/AF"][0]}`].value, specification);
    assert.equal(specification["/AFRelationship"], "/Data");
    assert.equal(specification["/UF"], "u:fiche.json");
    const [{ "/Subtype": type }] = dictionariesWith(objects, { "/Type": "/EmbeddedFile" });
    assert.equal(type, "/application/json");
  });

  test("declares PDF/A-3a, PDF/UA-1 and the schema of the latter in its XMP", () => {
    const metadata = save("metadata.xml", judge("pdfinfo", "-meta", file));
    judge("xmllint", "--noout", metadata);
    const said = (namespace, name) => {
      const path = `//*[local-name()="${name}" and namespace-uri()="${namespace}"]`;
      return judge("xmllint", "--xpath", `string(${path})`, metadata).trim();
    };
    assert.equal(said("http://www.aiim.org/pdfa/ns/id/", "part"), "3");
    assert.equal(said("http://www.aiim.org/pdfa/ns/id/", "conformance"), "A");
    assert.equal(said("http://www.aiim.org/pdfua/ns/id/", "part"), "1");
    assert.equal(said("http://www.aiim.org/pdfa/ns/schema#", "prefix"), "pdfuaid");
    assert.equal(said("http://purl.org/dc/elements/1.1/", "title"), model.title);
    assert.equal(said("http://purl.org/dc/elements/1.1/", "language"), "fr");
  });

  test("names its language, shows its title, and gives its colours an sRGB profile", () => {
    const [catalog] = dictionariesWith(objects, { "/Type": "/Catalog" });
    assert.equal(catalog["/Lang"], "u:fr");
    const preferences = objects[`obj:${catalog["/ViewerPreferences"]}`].value;
    assert.equal(preferences["/DisplayDocTitle"], true);
    const intent = objects[`obj:${catalog["/OutputIntents"][0]}`].value;
    assert.equal(intent["/S"], "/GTS_PDFA1");
    const profile = objects[`obj:${intent["/DestOutputProfile"]}`].stream.dict;
    assert.equal(profile["/N"], 3);
  });

  test("has a structure that follows the form", () => {
    const structure = judge("pdfinfo", "-struct-text", file);
    const headings = [...structure.matchAll(/^ {2}H(\d) \(block\)\n {4}"(.*)"$/gm)];
    const expected = model.blocks.filter(({ type }) => type === "heading");
    assert.deepEqual(
      headings.map(([, level, text]) => [+level, text]),
      [[1, model.title], ...expected.map(({ level, text }) => [level, text])],
    );
    const headers = [...structure.matchAll(/TH:\n +\/Scope \/Row\n +"(.*)"\n +TD\n/g)];
    const rows = model.blocks.filter(
      ({ type, label }) => (type === "row" || type === "ticks") && label !== "",
    );
    assert.deepEqual(
      headers.map(([, label]) => label),
      rows.map(({ label }) => label),
    );
    const items = structure.match(/LI \(block\)\n +Lbl \(block\)\n +"(non )?coché"\n +LBody/g);
    assert.equal(items.length, model.blocks.flatMap(({ options }) => options ?? []).length);
  });

  test("gives the drawn signature an alternative text", () => {
    const [figure] = dictionariesWith(objects, { "/S": "/Figure" });
    assert.equal(figure["/Alt"], `u:${sentence("signature-drawn")}`);
    assert.match(judge("pdfinfo", "-struct", file), /Figure:\n +\/Placement \/Block\n +\/BBox/);
  });

  test("marks all that it paints, as content or as artifact", () => {
    const contents = dictionariesWith(objects, { "/Type": "/Page" }).map((page) =>
      judge(
        "qpdf",
        `--show-object=${page["/Contents"].split(" ")[0]}`,
        "--filtered-stream-data",
        file,
      ),
    );
    assert.equal(contents.length, 3);
    for (const content of contents) {
      assert.deepEqual(unmarkedPaint(content), []);
    }
  });
});

/** The painting operators of a content stream that stand outside marked content. */
function unmarkedPaint(content) {
  let depth = 0;
  return content.split("\n").filter((line) => {
    const operator = line.trim().split(" ").pop();
    if (operator === "BDC" || operator === "BMC") depth += 1;
    if (operator === "EMC") depth -= 1;
    return depth === 0 && /^(TJ|Tj|'|"|[SsFfBb]\*?|sh|Do)$/.test(operator);
  });
}

describe("the bytes", () => {
  test("depend on the input only: neither on the clock nor on chance", async () => {
    const expected = await renderPdf(inputOf(longModel()));
    const { Date: realDate } = globalThis;
    const realRandom = Math.random;
    globalThis.Date = class extends realDate {
      constructor(...parameters) {
        super(...(parameters.length ? parameters : [86400000]));
      }
      static now() {
        return 86400000;
      }
    };
    Math.random = () => assert.fail("a PDF needs no chance");
    try {
      assert.deepEqual(await renderPdf(inputOf(longModel())), expected);
    } finally {
      globalThis.Date = realDate;
      Math.random = realRandom;
    }
  });

  test("differ for another document, down to the file identifier", async () => {
    const identifier = (bytes) =>
      Buffer.from(bytes)
        .toString("latin1")
        .match(/\/ID \[<(\w+)>/)[1];
    const one = await renderPdf(inputOf(longModel()));
    const other = await renderPdf({ ...inputOf(longModel()), documentId: "f".repeat(32) });
    assert.notEqual(identifier(one), identifier(other));
  });
});

/** What is inked on the first page above its footer: left, top, right, bottom in half points. */
function inkedArea(file) {
  const image = file.replace(".pdf", "");
  judge("pdftoppm", "-gray", "-r", "36", "-singlefile", file, image);
  const bytes = readFileSync(`${image}.pgm`);
  const [width, height] = bytes.toString("latin1", 3, 20).split(/\s/).map(Number);
  const pixels = bytes.subarray(bytes.length - width * height);
  const lines = Array.from({ length: 390 }, (_, y) => [
    ...pixels.subarray(y * width, (y + 1) * width),
  ]);
  const inked = (pixel) => pixel < 200;
  const rows = lines.flatMap((line, y) => (line.some(inked) ? [y] : []));
  const columns = lines.flatMap((line) => line.flatMap((pixel, x) => (inked(pixel) ? [x] : [])));
  return [Math.min(...columns), rows[0], Math.max(...columns), rows.at(-1)];
}

describe("layout", () => {
  test("an answer without any space wraps instead of leaving the page", async () => {
    const model = modelOf({ type: "row", label: "@mail", value: "e".repeat(400) });
    assert.equal(bodyOf(await printed("unbroken", model), model), wordsOf(model));
  });

  test("an answer longer than a page goes on over the next ones", async () => {
    const value = Array.from({ length: 120 }, (_, line) => `ligne ${line + 1}`).join("\n");
    const model = modelOf({ type: "row", label: "Adresse postale", value });
    const file = await printed("endless", model);
    assert.equal(pagesOf(file).length, 3);
    assert.equal(bodyOf(file, model), wordsOf(model));
  });

  /** The pages of `blocks` when the foot of the first page falls on each of their lines in turn. */
  async function* atEachHeight(...blocks) {
    for (let lines = 40; lines <= 52; lines += 1) {
      const filler = { type: "paragraph", text: "A\n".repeat(lines - 1) + "A" };
      yield pagesOf(await printed("height", modelOf(filler, ...blocks)));
    }
  }

  /** How many of the lines marked "#" each page holds. */
  const marksOn = (pages) => pages.map((text) => text.split("#").length - 1);

  test("wherever the page ends, no heading is left alone at its foot", async () => {
    const blocks = [
      { type: "heading", level: 2, text: "Rubrique" },
      { type: "heading", level: 3, text: "Détail" },
      { type: "row", label: "Prénom", value: "B" },
    ];
    for await (const pages of atEachHeight(...blocks)) {
      assert.ok(pages.some((text) => text.includes("RubriqueDétailPrénomB")));
    }
  });

  test("wherever the page ends, no line of a paragraph is left alone", async () => {
    const text = Array.from({ length: 6 }, (_, line) => `# ligne ${line}`).join("\n");
    const splits = new Set();
    for await (const pages of atEachHeight({ type: "paragraph", text })) {
      splits.add(marksOn(pages).join());
    }
    assert.deepEqual([...splits].sort(), ["0,6", "2,4", "3,3", "4,2", "6"]);
  });

  test("wherever the page ends, no row of a table is left alone", async () => {
    const rows = Array.from({ length: 4 }, () => ({ type: "row", label: "#", value: "B" }));
    const heading = { type: "heading", level: 4, text: "Tableau" };
    const splits = new Set();
    for await (const pages of atEachHeight(heading, ...rows)) {
      splits.add(marksOn(pages).join());
    }
    assert.deepEqual([...splits].sort(), ["0,4", "2,2", "4"]);
  });

  /** A list of `count` short rows. */
  const tableOf = (count) => ({
    type: "table",
    columns: ["Nom - Prénom", "Action", "Temps"],
    rows: Array.from({ length: count }, (_, n) => [
      `# ${n}`,
      "Découvrir les métiers",
      n ? "1 h" : "",
    ]),
  });

  test("a list of short rows is a table whose columns and rows have headings", async () => {
    const model = modelOf(tableOf(2));
    const file = await printed("table", model);
    assert.equal(bodyOf(file, model), wordsOf(model));
    const structure = judge("pdfinfo", "-struct-text", file);
    assert.equal(structure.match(/Table /g).length, 1);
    const columns = [...structure.matchAll(/TH:\n +\/Scope \/Column\n +"(.*)"/g)];
    assert.deepEqual(
      columns.map(([, text]) => text),
      model.blocks[0].columns,
    );
    const rows = [...structure.matchAll(/TH:\n +\/Scope \/Row\n +"(.*)"/g)];
    assert.deepEqual(
      rows.map(([, text]) => text),
      ["# 0", "# 1"],
    );
    assert.equal(structure.match(/^ +TR/gm).length, 3);
    assert.equal(structure.match(/^ +TD/gm).length, 4, "a cell without an answer is a cell");
  });

  test("the headings of a table come again on each page, and are read once", async () => {
    const model = modelOf(tableOf(90));
    const file = await printed("long-table", model);
    assert.equal(pagesOf(file).length, 3);
    assert.equal(bodyOf(file, model, model.blocks[0].columns.join("")), wordsOf(model));
    const structure = judge("pdfinfo", "-struct-text", file);
    assert.equal(structure.match(/Scope \/Column/g).length, 3);
    assert.doesNotMatch(judge("qpdf", "--check", file), /warning/i);
    for (const page of dictionariesWith(objectsOf(file), { "/Type": "/Page" })) {
      const stream = page["/Contents"].split(" ")[0];
      const content = judge("qpdf", `--show-object=${stream}`, "--filtered-stream-data", file);
      assert.deepEqual(unmarkedPaint(content), []);
    }
  });

  test("wherever the page ends, a table has two rows at least on it", async () => {
    const splits = new Set();
    for await (const pages of atEachHeight(tableOf(4))) {
      splits.add(marksOn(pages).join());
    }
    assert.deepEqual([...splits].sort(), ["0,4", "2,2", "4"]);
  });

  test("a cell too long for its column wraps, and a row longer than a page goes on", async () => {
    const table = tableOf(2);
    table.rows[1][1] = "e".repeat(6000);
    const model = modelOf(table);
    const file = await printed("long-cell", model);
    assert.ok(pagesOf(file).length > 1);
    assert.equal(bodyOf(file, model, table.columns.join("")).length, wordsOf(model).length);
  });

  test("room to sign by hand is said, and drawn as a frame only", async () => {
    const signature = { type: "signature", label: "Signature", mode: "papier", strokes: [] };
    const model = modelOf({ type: "row", label: "Fait à", value: "Essai" }, signature);
    const file = await printed("paper", model);
    assert.equal(bodyOf(file, model), wordsOf(model));
    assert.deepEqual(dictionariesWith(objectsOf(file), { "/S": "/Figure" }), []);
  });

  test("strokes outside the pad stay inside the frame", async () => {
    const strokes = [[-5000, -5000, 99999, 99999], [], [500]];
    const signature = { type: "signature", label: "", mode: "dessin", strokes };
    const drawing = inkedArea(await printed("strokes", modelOf(signature)));
    assert.deepEqual(
      drawing,
      inkedArea(await printed("frame", modelOf({ ...signature, mode: "" }))),
    );
  });

  test("a model without blocks is one page", async () => {
    assert.equal(pagesOf(await printed("empty", modelOf())).length, 1);
  });
});

describe("letters", () => {
  test("accents typed apart from their letter print and read as one", async () => {
    const decomposed = modelOf({ type: "row", label: "Nom", value: "E\u0301loi\u0308se" });
    const file = await printed("decomposed", decomposed);
    assert.match(pagesOf(file)[0], /NomÉloïse/);
  });

  test("the names of Europe are not lost", async () => {
    const value = "Øyvind Żółć Šašková Ąžuolas Þóra Ğülşen Ştefăniță Œuf Ÿ Æ ß — « n° 3 » 5 €";
    const model = modelOf({ type: "row", label: "Nom", value });
    assert.equal(bodyOf(await printed("europe", model), model), wordsOf(model));
  });

  test("markup in a title stays text", async () => {
    const model = { ...modelOf(), title: 'R&D <script> "x" </rdf:li>' };
    const file = await printed("markup", model);
    judge("xmllint", "--noout", save("markup.xml", judge("pdfinfo", "-meta", file)));
    assert.equal(bodyOf(file, model), wordsOf(model));
  });
});

describe("refusals", () => {
  const refusal = async (input) => {
    const failure = await renderPdf(input).then(
      () => assert.fail("printed"),
      (reason) => reason,
    );
    const { code, place, params } = failure;
    return { code, place, params };
  };

  test("a character that the font lacks is named, with its place", async () => {
    const model = modelOf(
      { type: "paragraph", text: "Lu" },
      { type: "ticks", label: "", options: [{ label: "Oui", ticked: true }, { label: "漢字" }] },
    );
    assert.deepEqual(await refusal(inputOf(model)), {
      code: "pdf.missing-glyph",
      place: "/blocks/1/options/1/label",
      params: { character: "漢", codepoint: "U+6F22" },
    });
  });

  test("a control character is not drawn as nothing", async () => {
    const model = modelOf({ type: "row", label: "Nom", value: "A\u0007B" });
    const { code, params } = await refusal(inputOf(model));
    assert.deepEqual([code, params.codepoint], ["pdf.missing-glyph", "U+0007"]);
  });

  test("a text absent from the catalogue is named", async () => {
    const { code, place } = await refusal({ ...inputOf(modelOf()), texts: {} });
    assert.deepEqual([code, place], ["pdf.missing-text", "pdf.attachment"]);
  });

  test("bytes that are no font are refused", async () => {
    const { code } = await refusal({ ...inputOf(modelOf()), font: new Uint8Array(100) });
    assert.equal(code, "pdf.font");
  });
});
