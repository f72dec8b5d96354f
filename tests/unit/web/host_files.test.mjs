// The headers of the site, in the words of other web servers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { headersFor, readRules } from "../../../web/tools/headers.mjs";
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

// ---- the site's own headers

const OWN = await readRules();
const policyOf = (path) => headersFor(OWN, path)["Content-Security-Policy"];

test("the page may start its service worker, and workers from its own code; that one may fetch and nothing else", () => {
  assert.match(policyOf("/"), /; worker-src 'self' blob:;/);
  assert.equal(
    policyOf("/sw.js"),
    "default-src 'none'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  );
  for (const path of ["/", "/sw.js", "/pli.html"])
    assert.equal(headersFor(OWN, path)["Cache-Control"], "no-cache", path);
});

test("the single file is saved from the site, not run there; every other file is what the page asks for", () => {
  const disposition = (path) => headersFor(OWN, path)["Content-Disposition"];
  assert.equal(disposition("/pli.html"), "attachment");
  for (const path of ["/", "/sw.js", "/files/shell.js"]) assert.equal(disposition(path), undefined);
});

test("other web servers are told the same of both", () => {
  const paths = ["/", "/files/a.js", "/pli.html", "/sw.js"];
  const netlify = netlifyHeaders(OWN, paths);
  assert.equal(netlify.match(/Content-Disposition/g).length, 1);
  assert.match(netlify, /^\/pli\.html\n {2}Content-Disposition: attachment$/m);
  assert.equal(netlify.match(/Content-Security-Policy/g).length, paths.length);
  const [, policies] = /map \$uri \$pli_content_security_policy \{\n([^}]*)\}/.exec(nginxSite(OWN));
  assert.match(policies, /^ {4}"~\^\/sw\\\.js\$" "default-src 'none'; connect-src 'self'/);
  assert.match(
    apacheAccess(OWN),
    /=~ m#\^\/pli\\\.html\(\\\.br\)\?\$#">\n {4}Header always set Content-Disposition "attachment"/,
  );
});
