// Serves a folder of static files to this machine only, as a web server in production would: right media types,
// the headers of web/static/headers.json, brotli copies where the browser takes them.
// Usage: node web/tools/serve.mjs [--root build/site] [--port 8080] [--exact-port] [--since EPOCH_MS]
import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { headersFor, readRules } from "./headers.mjs";
import { mediaType } from "./media_types.mjs";

const HOST = "127.0.0.1";

/**
 * A request handler for the files below `root`.
 * @param {string} root an existing folder
 * @param {{pattern: string, headers: Record<string, string>}[]} rules
 */
export async function staticSite(root, rules) {
  const base = await realpath(root);
  return async (request, response) => {
    const refuse = (status, more = {}) =>
      response
        .writeHead(status, { "Content-Type": "text/plain", ...headersFor(rules, "/"), ...more })
        .end(`${status}\n`);
    if (request.method !== "GET" && request.method !== "HEAD") {
      return refuse(405, { Allow: "GET, HEAD" });
    }
    const path = pathOf(request.url);
    const file = path && (await fileBelow(base, path));
    if (!file) return refuse(404);

    const encoded = acceptsBrotli(request) && (await fileBelow(base, `${file.path}.br`));
    const { absolute, size } = encoded || file;
    response.writeHead(200, {
      "Content-Type": mediaType(extname(file.absolute)) ?? "application/octet-stream",
      "Content-Length": size,
      Vary: "Accept-Encoding",
      ...(encoded && { "Content-Encoding": "br" }),
      ...headersFor(rules, path),
    });
    if (request.method === "HEAD") return response.end();
    createReadStream(absolute)
      .on("error", () => response.destroy())
      .pipe(response);
  };
}

/** The decoded path of a request, or nothing when it is malformed. */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, `http://${HOST}`).pathname);
  } catch {
    return undefined;
  }
}

/** The regular file that `path` names, unless it lies outside of `base` (by "..", or by a link). */
async function fileBelow(base, path) {
  if (path.includes("\0")) return undefined;
  const wanted = path.endsWith("/") ? `${path}index.html` : path;
  try {
    const absolute = await realpath(join(base, wanted));
    if (!absolute.startsWith(base + sep)) return undefined;
    const found = await stat(absolute);
    return found.isFile() ? { path: wanted, absolute, size: found.size } : undefined;
  } catch {
    return undefined;
  }
}

function acceptsBrotli(request) {
  return /(^|[\s,])br([\s,;]|$)/.test(request.headers["accept-encoding"] ?? "");
}

/** Listens on `port`, or on the next free one. @returns {Promise<number>} the port taken */
function listen(server, port, exact) {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      if (error.code !== "EADDRINUSE" || exact) reject(error);
      else resolve(listen(server, port + 1, exact));
    });
    server.listen(port, HOST, () => resolve(server.address().port));
  });
}

async function main() {
  const { values } = parseArgs({
    options: {
      root: { type: "string", default: "build/site" },
      port: { type: "string", default: "8080" },
      "exact-port": { type: "boolean", default: false },
      since: { type: "string" },
    },
  });
  const server = createServer(await staticSite(values.root, await readRules()));
  const port = await listen(server, Number(values.port), values["exact-port"]);
  const seconds = values.since && ((Date.now() - Number(values.since)) / 1000).toFixed(1);
  const ready = seconds ? ` (ready in ${seconds} s)` : "";
  console.log(`Pli: http://${HOST}:${port}/${ready}. Ctrl-C ends it.`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
