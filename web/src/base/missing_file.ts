/** A file of the page that could not be had. */
export class MissingFile extends Error {
  constructor(readonly file: string) {
    super(file);
  }
}
