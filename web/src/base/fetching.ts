// The site's own files.

/** A file of the site that could not be had. */
export class MissingFile extends Error {
  constructor(readonly file: string) {
    super(file);
  }
}

export async function fetchFile(address: string): Promise<Response> {
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) throw new MissingFile(address);
  return response;
}

export async function fetchBytes(address: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetchFile(address)).arrayBuffer());
}

/** Compiled from the bytes, whatever type the server gives them. */
export async function fetchModule(address: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await (await fetchFile(address)).arrayBuffer());
}
