// Random changes of a JSON document, the same for the same seed.

/** Numbers in [0, 1) from a seed (Mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = (random, list) => list[Math.floor(random() * list.length)];

/** Every place in a document: the object or array, and the name or index in it. */
function placesIn(value) {
  if (value === null || typeof value !== "object") return [];
  return Object.keys(value).flatMap((key) => [
    { parent: value, key: Array.isArray(value) ? Number(key) : key },
    ...placesIn(value[key]),
  ]);
}

const containersIn = (value) => [
  value,
  ...placesIn(value)
    .map(({ parent, key }) => parent[key])
    .filter((inner) => inner !== null && typeof inner === "object"),
];

const textsIn = (value) =>
  placesIn(value).filter(({ parent, key }) => typeof parent[key] === "string");

const OTHER_VALUES = [
  ...[null, true, false, 0, 1, -1, 20, 21, 1.5, 9007199254740991, 1e21],
  ...[
    "",
    " ",
    "a",
    "A",
    "0",
    "2026-11-22",
    "é",
    "\n",
    "x".repeat(300),
    [],
    {},
    [""],
    [[]],
    { a: 1 },
  ],
];

const OTHER_CHARACTERS = [
  "a",
  "Z",
  "9",
  " ",
  ".",
  "-",
  "@",
  "’",
  "'",
  "/",
  "_",
  "\n",
  "\t",
  "\u00a0",
  "é",
  "ẞ",
  "ø",
];
OTHER_CHARACTERS.push("\u0301", "\u200b", "Ж", "漢", "😀", "\u0000");

/** What a form may find in its fields: nearly right, right elsewhere, or what no field may hold. */
const SUSPECT_TEXTS = [
  ...[
    "-",
    "’",
    "d’",
    "Jean--Pierre",
    "A.",
    "A..",
    "J.-P.",
    ".A",
    "O’",
    "’Hara",
    "van  Dyck",
    "Ǆ",
    "ß",
  ],
  ...[
    "N".repeat(60),
    "N".repeat(61),
    "N".repeat(80),
    "N".repeat(81),
    "é".normalize("NFD").repeat(40),
  ],
  ...[
    "a..b@exemple.fr",
    ".a@exemple.fr",
    "a.@exemple.fr",
    "a@exemple",
    "a@-exemple.fr",
    "a@exemple.f",
  ],
  ...[
    "a@exemple.fr.",
    "A@Exemple.FR",
    "é@exemple.fr",
    `a@${"e".repeat(63)}.fr`,
    `a@${"e".repeat(64)}.fr`,
  ],
  ...[
    `${"a".repeat(64)}@exemple.fr`,
    `${"a".repeat(65)}@exemple.fr`,
    `a@${"exemple.".repeat(31)}fr`,
  ],
  ...[
    "+33639981234",
    "+33039981234",
    "+3363998123",
    "+262639981234",
    "+508412345",
    "+508412345678",
  ],
  ...[
    "+687412345",
    "+68941234567",
    "+44123456789",
    "0639981234",
    "00100",
    "20000",
    "2A004",
    "97100",
  ],
  ...[
    "96000",
    "98000",
    "99999",
    "1234567A",
    "1234567a",
    "12345678901",
    "123456789012",
    "0",
    "00000000",
  ],
  ...["12345678", "1850375116001 22", "185037511600122", "FR7630006000011234567890189"],
  ...[
    "4111111111111111",
    "4111 1111 1111 1111",
    "12 €",
    "1200 euros",
    "http://exemple.fr",
    "www.exemple.fr",
  ],
  ...[
    "exemple.fr",
    "2026-02-29",
    "2024-02-29",
    "2026-02-30",
    "2026-04-31",
    "0001-01-01",
    "9999-12-31",
  ],
  ...[
    "1900-01-01",
    "2026-11-23",
    "2026-11-24",
    "2026-11-25",
    "2027-01-01",
    "2016-01-01",
    "22/11/2026",
  ],
];

function remove(random, document) {
  const { parent, key } = pick(random, placesIn(document));
  if (Array.isArray(parent)) parent.splice(key, 1);
  else delete parent[key];
}

function rename(random, document) {
  const inObjects = placesIn(document).filter(({ parent }) => !Array.isArray(parent));
  const { parent, key } = pick(random, inObjects);
  const name = pick(random, [
    `${key}s`,
    key.toUpperCase(),
    key.slice(1),
    pick(random, inObjects).key,
  ]);
  const value = parent[key];
  delete parent[key];
  parent[name] = value;
}

function add(random, document) {
  const container = pick(random, containersIn(document));
  const value = structuredClone(pick(random, OTHER_VALUES));
  if (Array.isArray(container)) container.push(value);
  else container[pick(random, ["inconnu", "id", "nom", "", "version"])] = value;
}

function repeat(random, document) {
  const arrays = containersIn(document).filter((value) => Array.isArray(value) && value.length > 0);
  if (arrays.length === 0) return;
  const array = pick(random, arrays);
  array.push(structuredClone(pick(random, array)));
}

function reverse(random, document) {
  const arrays = containersIn(document).filter(Array.isArray);
  if (arrays.length > 0) pick(random, arrays).reverse();
}

/** One box fewer, or one of another question: boxes depend on each other. */
function retick(random, document) {
  const boxes = containersIn(document).filter(
    (value) => Array.isArray(value) && value.length > 0 && typeof value[0] === "string",
  );
  if (boxes.length === 0) return;
  const ticked = pick(random, boxes);
  const at = Math.floor(random() * ticked.length);
  ticked.splice(at, 1, ...pick(random, [[], [pick(random, pick(random, boxes))]]));
}

function replace(random, document) {
  const { parent, key } = pick(random, placesIn(document));
  parent[key] = structuredClone(pick(random, OTHER_VALUES));
}

function flip(random, document) {
  const scalars = placesIn(document).filter(({ parent, key }) =>
    ["boolean", "number"].includes(typeof parent[key]),
  );
  if (scalars.length === 0) return;
  const { parent, key } = pick(random, scalars);
  parent[key] =
    typeof parent[key] === "boolean" ? !parent[key] : parent[key] + pick(random, [-1, 1]);
}

/** Copies a value from elsewhere in the document. */
function copy(random, document) {
  const places = placesIn(document);
  const [from, to] = [pick(random, places), pick(random, places)];
  to.parent[to.key] = structuredClone(from.parent[from.key]);
}

/** One character more, fewer or another in a text. */
function editText(random, document) {
  const { parent, key } = pick(random, textsIn(document));
  const characters = [...parent[key]];
  const at = Math.floor(random() * (characters.length + 1));
  const kept = pick(random, [0, 1]);
  characters.splice(at, kept, ...pick(random, [[], [pick(random, OTHER_CHARACTERS)]]));
  parent[key] = characters.join("");
}

/** Another digit for a digit: dates, telephones, numbers of all kinds. */
function editDigit(random, document) {
  const numbered = textsIn(document).filter(({ parent, key }) => /\d/.test(parent[key]));
  const { parent, key } = pick(random, numbered);
  const positions = [...parent[key].matchAll(/\d/g)].map(({ index }) => index);
  const at = pick(random, positions);
  const digit = pick(random, [..."0123456789"]);
  parent[key] = parent[key].slice(0, at) + digit + parent[key].slice(at + 1);
}

function suspect(random, document) {
  const { parent, key } = pick(random, textsIn(document));
  parent[key] = pick(random, SUSPECT_TEXTS);
}

/** The same text as Unicode, or the page's typography, would also write it. */
function respell(random, document) {
  const { parent, key } = pick(random, textsIn(document));
  const text = parent[key];
  const spellings = [
    text.normalize("NFD"),
    text.toUpperCase(),
    text.toLowerCase(),
    ` ${text}`,
    `${text} `,
  ];
  parent[key] = pick(random, [...spellings, text.replaceAll(" ", "  "), text.replaceAll("’", "'")]);
}

const CHANGES = [
  remove,
  rename,
  add,
  repeat,
  reverse,
  retick,
  replace,
  flip,
  copy,
  editText,
  editDigit,
  suspect,
  respell,
];

/** A copy of a document after one change, sometimes two or three, with the names of the changes. */
export function mutated(random, document) {
  const copyOfIt = structuredClone(document);
  const changes = [];
  do {
    const change = pick(random, CHANGES);
    change(random, copyOfIt);
    changes.push(change.name);
  } while (random() < 0.2 && changes.length < 3 && placesIn(copyOfIt).length > 20);
  return { document: copyOfIt, changes };
}
