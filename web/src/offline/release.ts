// One release of the site, kept whole: every file is checked against the list that came with the service worker before
// anything is kept, and what is kept is given to the page before the network is asked.

export interface Release {
  /** Of its cache; another release has another one. */
  name: string;
  /** The SHA-256 of each file, in hexadecimal, by its address from the site's folder on; that of the page is empty. */
  files: Readonly<Record<string, string>>;
  /** Those that are fetched, and kept from then on, only if a user asks for what they do. */
  onDemand: readonly string[];
}

/** What a service worker has and this needs. */
export interface Surroundings {
  caches: CacheStorage;
  fetch: typeof fetch;
}

const page = "";

export class KeptRelease {
  /** @param root the address of the site's folder, with a slash at its end */
  constructor(
    private readonly release: Release,
    private readonly root: string,
    private readonly surroundings: Surroundings,
  ) {}

  /** All or nothing. Rejects when a file is missing, has other bytes or finds no room. */
  async install(): Promise<void> {
    const { name, files, onDemand } = this.release;
    const wanted = Object.keys(files).filter((address) => !onDemand.includes(address));
    const fetched = await Promise.all(
      wanted.map(async (address) => [address, await this.fetchChecked(address)] as const),
    );
    const isNew = !(await this.surroundings.caches.has(name));
    try {
      const cache = await this.surroundings.caches.open(name);
      await Promise.all(fetched.map(([address, whole]) => cache.put(this.urlOf(address), whole)));
    } catch (reason) {
      if (isNew) await this.surroundings.caches.delete(name);
      throw reason;
    }
  }

  /** Once no page of an earlier release is open. */
  async dropOthers(): Promise<void> {
    const { caches } = this.surroundings;
    const others = (await caches.keys()).filter((name) => name !== this.release.name);
    await Promise.all(others.map((name) => caches.delete(name)));
  }

  /** Null for what is no file of the release: the browser then goes on as if nobody stood between. */
  answer(request: Request): Promise<Response> | null {
    const address = request.method === "GET" ? this.addressOf(request.url) : null;
    return address === null ? null : this.keptOrFetched(address, request);
  }

  private async keptOrFetched(address: string, request: Request): Promise<Response> {
    const cache = await this.surroundings.caches.open(this.release.name);
    const kept = await cache.match(this.urlOf(address));
    if (kept) return kept;
    // What was thrown away behind our back: the site may have another release by now, whose files are not of this one.
    if (address === page) return this.surroundings.fetch(request);
    const whole = await this.fetchChecked(address);
    // Without room it is fetched again the next time.
    await cache.put(this.urlOf(address), whole.clone()).catch(() => undefined);
    return whole;
  }

  /** From the browser's own cache if the page has just put it there, unless its bytes are wrong. */
  private async fetchChecked(address: string): Promise<Response> {
    for (const cache of [address === page ? "no-cache" : "default", "reload"] as const) {
      const response = await this.surroundings.fetch(this.urlOf(address), {
        cache,
        redirect: "error",
      });
      const isWhole = response.ok && (await digest(response)) === this.release.files[address];
      if (isWhole) return response;
    }
    throw new Error(`${address}: not of this release`);
  }

  private addressOf(url: string): string | null {
    const [location = ""] = url.split(/[?#]/);
    if (!location.startsWith(this.root)) return null;
    const address = location.slice(this.root.length).replace(/^index\.html$/, page);
    return Object.hasOwn(this.release.files, address) ? address : null;
  }

  private urlOf(address: string): string {
    return this.root + address;
  }
}

/** Leaves the response to be read. */
async function digest(response: Response): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
