// Fills web/static/index.html in for one edition of the page.
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * The template names its icon as ((icon)), texts of the catalogue as {{key}}, and as <!-- name --> the places that an
 * edition fills in.
 * @param {string} template
 * @param {{icon: string, parts: Record<string, string>, catalogue: Record<string, string>}} filling
 * @returns {string} throws where a place or a text is missing
 */
export function pageHtml(template, { icon, parts, catalogue }) {
  const filled = template.replace("((icon))", icon).replace(/<!-- (\w+) -->/g, (_, name) => {
    if (!(name in parts)) throw new Error(`index.html: nothing for <!-- ${name} -->`);
    return `((${name}))`;
  });
  // Texts first: nothing that an edition puts in is read as a part of the template.
  const worded = filled.replace(/\{\{(.+?)\}\}/g, (_, key) => sentence(catalogue, key));
  return worded.replace(/\(\((\w+)\)\)/g, (_, name) => parts[name]);
}

/** A text of the catalogue, for HTML. */
export function sentence(catalogue, key) {
  if (!(key in catalogue)) throw new Error(`index.html: no text ${key} in the catalogue`);
  return catalogue[key].replace(/[&<>"]/g, (character) => ENTITIES[character]);
}

/** A picture within the page: a browser asks for an icon that is a file again and again, even long after the start. */
export function inlineSvg(svg) {
  return `data:image/svg+xml,${encodeURIComponent(svg.replace(/\s+/g, " ").trim())}`;
}
