// Stands in for the parts of pdfkit and fontkit that Pli never reaches: PNG pictures, encryption
// inside the PDF and WOFF2 fonts. Without them the bundle is less than half the size.
function unused() {
  throw new Error("not part of the print bundle");
}

export const cbc = unused;
export const ecb = unused;
export default unused;
