// The page's own files, wherever its edition has them from.
import { edition } from "pli:edition";
import { MissingFile } from "./missing_file";

/** Rejects with MissingFile, as all of these do. */
export async function fetchFile(address: string): Promise<Response> {
  const response = await edition.file(address);
  if (!response) throw new MissingFile(address);
  return response;
}

export async function fetchBytes(address: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetchFile(address)).arrayBuffer());
}

/** Compiled from the bytes, whatever type the server gives them. */
export async function fetchModule(address: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await (await fetchFile(address)).arrayBuffer());
}
