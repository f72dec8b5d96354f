// The page's only Trusted Types policy. It lets workers start, from code that the page itself fetched
// ahead, and the site's service worker; nothing else.

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

const ownCode = new Set<string>();

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

const rules = {
  createScriptURL(address: string): string {
    if (!ownCode.has(address)) throw new TypeError("not the page's own code");
    return address;
  },
};

// Firefox ESR has no Trusted Types: the same rule is then applied by hand.
const policy = trustedTypes?.createPolicy("pli", rules) ?? rules;

/** An address from which workers with this code may start, also once the network is closed. */
export function trustCode(code: string): string {
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  ownCode.add(address);
  return address;
}

/** A classic worker: module workers do not start everywhere from such an address. */
export function startWorker(address: string): Worker {
  return new Worker(policy.createScriptURL(address));
}

/** The one script that is trusted by its address: the browser runs it from nowhere else. Rejects where there can be none. */
export function startServiceWorker(): Promise<ServiceWorkerRegistration> {
  const address = new URL("sw.js", document.baseURI).href;
  ownCode.add(address);
  const trusted = policy.createScriptURL(address);
  return navigator.serviceWorker.register(trusted, { updateViaCache: "none" });
}
