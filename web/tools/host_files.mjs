// Says the headers of web/static/headers.json in the words of common web servers and hosts.
import { patternToRegExp } from "./headers.mjs";
import { MEDIA_TYPES } from "./media_types.mjs";

/**
 * The file `_headers` of Netlify, Cloudflare Pages and others. These hosts join the values of a header that several
 * patterns give; so a header that more than one rule names is written path by path.
 * @param {{pattern: string, headers: Record<string, string>}[]} rules
 * @param {string[]} paths every address of the site, such as "/" and "/files/shell.js"
 */
export function netlifyHeaders(rules, paths) {
  const lines = [];
  const write = (path, headers) => {
    if (headers.length === 0) return;
    lines.push(path, ...headers.map(([name, value]) => `  ${name}: ${value}`));
  };
  const shared = (name) => rulesFor(rules, name).length > 1;
  for (const { pattern, headers } of rules) {
    const own = Object.entries(headers).filter(([name]) => !shared(name));
    write(pattern.replaceAll("**", "*"), own);
  }
  for (const path of paths) {
    const names = headerNames(rules).filter(shared);
    const values = names.map((name) => [name, valueFor(rules, name, path)]);
    write(
      path,
      values.filter(([, value]) => value),
    );
  }
  return `${lines.join("\n")}\n`;
}

/** A whole site for nginx's folder conf.d, to be completed with a name, a certificate and the folder. */
export function nginxSite(rules) {
  const names = headerNames(rules);
  const variable = (name) => `$pli_${name.toLowerCase().replaceAll("-", "_")}`;
  const maps = names.map((name) => {
    // nginx takes the first pattern that fits, our rules the last one.
    const choices = rulesFor(rules, name)
      .reverse()
      .map(({ pattern, headers }) => `    "~${patternToRegExp(pattern)}" "${headers[name]}";`);
    return `map $uri ${variable(name)} {\n${choices.join("\n")}\n}`;
  });
  const types = Object.entries(MEDIA_TYPES).map(
    ([extension, type]) => `        ${type.split(";")[0]} ${extension.slice(1)};`,
  );
  return `# For nginx: put this file into conf.d and complete the lines marked with <...>.
${maps.join("\n")}

server {
    listen 443 ssl;
    server_name <name>;
    ssl_certificate <file>;
    ssl_certificate_key <file>;
    root <this folder>;

    types {
${types.join("\n")}
    }
    charset utf-8;
    # With the module ngx_brotli, the line "brotli_static on;" sends the .br files made beforehand.

${names.map((name) => `    add_header ${name} ${variable(name)} always;`).join("\n")}
}
`;
}

/** The file .htaccess of Apache 2.4, with mod_headers, mod_mime and mod_rewrite. */
export function apacheAccess(rules) {
  const types = Object.entries(MEDIA_TYPES).map(
    ([extension, type]) => `AddType "${type}" ${extension}`,
  );
  const sections = rules.map(({ pattern, headers }) => {
    const lines = Object.entries(headers).map(
      ([name, value]) => `    Header always set ${name} "${value}"`,
    );
    // The address of a compressed file ends with .br once it has been rewritten.
    const expression = patternToRegExp(pattern).replace(/\$$/, "(\\.br)?$$");
    return `<If "%{REQUEST_URI} =~ m#${expression}#">\n${lines.join("\n")}\n</If>`;
  });
  return `# For Apache 2.4.
${types.join("\n")}

RewriteEngine On
RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule ^(.*)$ $1.br [L]
AddEncoding br .br
Header append Vary Accept-Encoding

${sections.join("\n")}
`;
}

function headerNames(rules) {
  return [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))];
}

function rulesFor(rules, name) {
  return rules.filter(({ headers }) => name in headers);
}

function valueFor(rules, name, path) {
  const fitting = rulesFor(rules, name).filter(({ pattern }) =>
    new RegExp(patternToRegExp(pattern)).test(path),
  );
  return fitting.at(-1)?.headers[name];
}
