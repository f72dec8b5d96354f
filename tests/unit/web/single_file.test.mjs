// The page as one file: its policy, how its files stand in it, and that a build gives the same bytes again.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { headersFor, readRules } from "../../../web/tools/headers.mjs";
import { pageHtml } from "../../../web/tools/page_html.mjs";
import { filePolicy, singleFileParts } from "../../../web/tools/single_file.mjs";

const script = "start();";
const style = "p{color:red}";
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const { "Content-Security-Policy": policy } = headersFor(await readRules(), "/");

function parts(change = {}) {
  const files = new Map([["pack.json", Buffer.from('{"a":1}')]]);
  return singleFileParts({ policy, script, style, files, licences: "free", ...change });
}

test("the policy of the file is the site's, with hashes for its own code and no connection", () => {
  assert.equal(
    filePolicy(policy, { script, style }),
    [
      "default-src 'none'",
      `script-src ${hash(script)} 'wasm-unsafe-eval'`,
      "worker-src blob:",
      `style-src ${hash(style)}`,
      "img-src data:",
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types pli",
    ].join("; "),
  );
});

test("a source that means nothing in a file is not passed over", () => {
  assert.throws(() => filePolicy("font-src 'self'", { script, style }), /font-src/);
});

test("files stand in it packed, in scripts that no browser runs", () => {
  const [, name, packed] =
    /<script type="application\/gzip" data-file="(.+?)">(.+?)<\/script>/.exec(parts().files);
  assert.equal(name, "pack.json");
  assert.equal(gunzipSync(Buffer.from(packed, "base64")).toString(), '{"a":1}');
  assert.match(parts().files, /<script type="text\/plain">\nfree\n<\/script>/);
  assert.equal(parts().files, parts().files);
});

test("code that would end its own element is refused", () => {
  for (const ending of ['"</script>"', '"<!--"', '"<SCRIPT>"']) {
    assert.throws(() => parts({ script: ending }));
    assert.throws(() => parts({ licences: ending }));
  }
  assert.throws(() => parts({ style: "</Style>" }));
});

test("nothing that is put into the page is read as its template", () => {
  const template = "<title>{{titre}}</title><link ((icon))><!-- head --><p>{{titre}}</p>";
  const catalogue = { titre: "a < b" };
  const filling = { icon: "x", parts: { head: "{{titre}} ((icon)) <!-- head --> $&" }, catalogue };
  assert.equal(
    pageHtml(template, filling),
    "<title>a &lt; b</title><link x>{{titre}} ((icon)) <!-- head --> $&<p>a &lt; b</p>",
  );
  assert.throws(() => pageHtml("<!-- foot -->", filling), /foot/);
  assert.throws(() => pageHtml("{{autre}}", filling), /autre/);
});
