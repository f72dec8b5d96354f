// The check of the architecture finds every planted mistake, and nothing in sound code.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  headersBannedFromCore,
  linesOf,
  namesOfForms,
  violations,
} from "../../checks/architecture.mjs";
import { runCheck } from "./tree.mjs";

const formNames = namesOfForms([
  { steps: [{ id: "etape", items: [{ control: "text", name: "demandeur" }] }] },
  { id: "liaison-exemple", items: [{ control: "date", name: "date" }] },
]);
const at = (path, content) =>
  violations({ sources: [{ path, lines: linesOf(content) }], formNames });

const SOUND = [
  ["shared/core/seal/a.cpp", '#include "core/host/crypto.hpp"\n#include <string>'],
  ["shared/core/base/json.hpp", "#include <nlohmann/json.hpp>"],
  [
    "shared/core/base/a.cpp",
    "// throw, exit(1), printf(\"é\"), 'demandeur'\nint x = 1'000; // abort()",
  ],
  ["shared/core/base/a.cpp", '/* throw\n abort() */ auto s = "abort(1)"; auto t = date.time();'],
  ["shared/core/definition/a.cpp", 'if (name == "date") return "etape";'],
  ["shared/core/identifiers/a.cpp", 'auto s = "É";'],
  ["shared/core/register/a.cpp", '#include "core/definition/formats.hpp"'],
  ["shared/core/definition/register_names.hpp", 'auto s = "demandeur";'],
  ["wasm/semantics/imgui_painter.cpp", '#include <imgui.h>\n#include "semantics/scene.hpp"'],
  ["wasm/bridge/canvas_abi.cpp", '#include "semantics/scene.hpp"'],
  ["wasm/ui/a.cpp", '#include "core/document/fiche.hpp"\nauto s = "É";'],
  ["tests/unit/a.cpp", 'auto s = "demandeur";'],
];

const PLANTED = [
  ["shared/core/base/a.cpp", '#include "core/identifiers/kind.hpp"'],
  ["shared/core/identifiers/a.cpp", '#include "core/definition/form.hpp"'],
  ["shared/core/definition/a.cpp", '#include "core/state/answers.hpp"'],
  ["shared/core/state/a.cpp", '#include "core/validation/faults.hpp"'],
  ["shared/core/validation/a.cpp", '#include "core/document/fiche.hpp"'],
  ["shared/core/host/a.hpp", '#include "core/seal/header.hpp"'],
  ["shared/core/seal/a.cpp", '#include "core/identifiers/kind.hpp"'],
  ["shared/core/document/a.cpp", '#include "core/seal/header.hpp"'],
  ["shared/core/register/a.cpp", '#include "core/document/fiche.hpp"'],
  ["shared/core/register/a.cpp", 'auto s = "demandeur";'],
  ["shared/core/unknown/a.cpp", '#include "core/base/text.hpp"'],
  ["shared/core/seal/a.cpp", '#include "native/files.hpp"'],
  ["shared/core/seal/a.cpp", '#include "semantics/node.hpp"'],
  ["shared/core/seal/a.cpp", "#include <sodium.h>"],
  ["shared/core/document/a.cpp", "#include <nlohmann/json.hpp>"],
  ...[...headersBannedFromCore].map((name) => ["shared/core/base/a.hpp", `#include <${name}>`]),
  ["shared/native/a.cpp", '#include "ui/page.hpp"'],
  ["wasm/semantics/a.cpp", '#include "ui/page.hpp"'],
  ["wasm/semantics/a.cpp", '#include "platform/page.hpp"'],
  ["wasm/semantics/a.cpp", '#include "bridge/abi.hpp"'],
  ["wasm/semantics/a.cpp", '#include "core/definition/form.hpp"'],
  ["wasm/semantics/ui.cpp", "#include <imgui.h>"],
  ["wasm/semantics/imgui_painter.cpp", '#include "semantics/ui.hpp"'],
  ["wasm/platform/canvas_page.cpp", '#include "semantics/application.hpp"'],
  ["wasm/bridge/canvas_abi.cpp", '#include "ui/application.hpp"'],
  ["wasm/bridge/canvas_abi.cpp", "#include <imgui.h>"],
  ["wasm/ui/a.cpp", "#include <imgui.h>"],
  ["wasm/ui/a.cpp", '#include "platform/page.hpp"'],
  ["wasm/platform/a.cpp", '#include "ui/page.hpp"'],
  ["shared/core/base/a.cpp", "if (x) std::abort();"],
  ["shared/core/base/a.cpp", "exit(1);"],
  ["shared/core/base/a.cpp", "assert(x);"],
  ["shared/core/base/a.cpp", "throw 1;"],
  ["shared/core/base/a.cpp", "try {"],
  ["shared/core/base/a.cpp", "dynamic_cast<int*>(x)"],
  ["shared/core/base/a.cpp", 'printf("a");'],
  ["shared/core/base/a.cpp", 'std::cout << "a";'],
  ["shared/core/base/a.cpp", "auto now = std::time(nullptr);"],
  ["shared/core/base/a.cpp", 'getenv("A");'],
  ["shared/core/base/a.cpp", 'auto s = "Prénom";'],
  ["shared/core/base/a.cpp", 'auto s = R"(Prénom)";'],
  ["shared/core/document/a.cpp", 'auto s = "demandeur";'],
  ["wasm/ui/a.cpp", 'auto s = "liaison-exemple";'],
  ["web/src/a.ts", "const path = 'demandeur.demandeur';"],
  ["web/src/a.ts", "const path = `demandeur`;"],
];

for (const [path, content] of SOUND)
  test(`sound: ${path}: ${content}`, () => assert.deepEqual(at(path, content), []));

for (const [path, content] of PLANTED)
  test(`refused: ${path}: ${content}`, () => assert.equal(at(path, content).length, 1));

test("a violation is told with its line", () => {
  const [first] = at("shared/core/base/a.cpp", "/*\n*/ throw 1;");
  assert.match(first, /^shared\/core\/base\/a\.cpp:2: /);
});

const TREE = {
  "shared/packs/formulaire.json": '{"id": "formulaire"}',
  "shared/core/base/a.cpp": "int a = 1;\n",
  "wasm/ui/a.cpp": "int a = 1;\n",
  "web/src/a.ts": "export {};\n",
};

test("a sound tree passes", () => {
  assert.deepEqual(runCheck("architecture", TREE), {
    status: 0,
    stdout: "architecture: 3 files checked, 0 violations\n",
    stderr: "",
  });
});

test("a tree with a mistake fails", () => {
  const { status, stderr } = runCheck("architecture", {
    ...TREE,
    "shared/core/base/a.cpp": "\nexit(1);\n",
  });
  assert.equal(status, 1);
  assert.equal(stderr, "shared/core/base/a.cpp:2: the core never ends the program\n");
});

test("a tree without forms fails", () => {
  assert.notEqual(
    runCheck("architecture", { ...TREE, "shared/packs/formulaire.json": "{}" }).status,
    0,
  );
});
