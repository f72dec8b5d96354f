// The headers of the site, in the words of other web servers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { headersFor } from "../../../web/tools/headers.mjs";
import { apacheAccess, netlifyHeaders, nginxSite } from "../../../web/tools/host_files.mjs";

const RULES = [
  {
    pattern: "/**",
    headers: { "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache" },
  },
  { pattern: "/files/**", headers: { "Cache-Control": "immutable" } },
];

test("the last rule that fits wins", () => {
  assert.deepEqual(headersFor(RULES, "/"), {
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
  });
  assert.equal(headersFor(RULES, "/files/shell.js")["Cache-Control"], "immutable");
});

test("a dot in a pattern is a dot", () => {
  const rules = [{ pattern: "/a.js", headers: { Here: "yes" } }];
  assert.deepEqual(headersFor(rules, "/a.js"), { Here: "yes" });
  assert.deepEqual(headersFor(rules, "/axjs"), {});
  assert.deepEqual(headersFor(rules, "/b/a.js"), {});
});

test("_headers never gives one header twice to one path", () => {
  assert.equal(
    netlifyHeaders(RULES, ["/", "/files/shell.js"]),
    [
      "/*",
      "  Referrer-Policy: no-referrer",
      "/",
      "  Cache-Control: no-cache",
      "/files/shell.js",
      "  Cache-Control: immutable",
      "",
    ].join("\n"),
  );
});

test("nginx, which takes the first pattern that fits, gets them in reverse order", () => {
  const map = /map \$uri \$pli_cache_control \{\n([^}]*)\}/.exec(nginxSite(RULES))[1];
  assert.equal(map, '    "~^/files/.*$" "immutable";\n    "~^/.*$" "no-cache";\n');
});

test("Apache sets the later rules last, compressed files included", () => {
  const sections = [...apacheAccess(RULES).matchAll(/<If "%\{REQUEST_URI\} =~ m#(.*)#">/g)];
  assert.deepEqual(
    sections.map(([, expression]) => expression),
    ["^/.*(\\.br)?$", "^/files/.*(\\.br)?$"],
  );
});
