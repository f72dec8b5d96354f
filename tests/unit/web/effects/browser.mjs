// What the effects of the page need of a browser, as far as their tests look at it.

/** Puts the globals of a tab in place. A window's timers go off when `ring` is called. */
export function openTab({ locks = freeLocks(), protocol = "https:" } = {}) {
  const timers = new Map();
  const listeners = [];
  const tab = { reloads: 0, locks };
  globalThis.window = {
    setTimeout: (action, delay, ...values) => {
      timers.set(timers.size + 1, () => action(...values));
      return timers.size;
    },
    clearTimeout: (timer) => timers.set(timer, () => undefined),
    removeEventListener: () => undefined,
    BroadcastChannel: Channel,
  };
  globalThis.BroadcastChannel = Channel;
  globalThis.document = {
    hidden: false,
    addEventListener: (name, listener) => listeners.push([name, listener]),
  };
  globalThis.location = { protocol, hash: "#/", reload: () => ++tab.reloads };
  globalThis.history = { replaceState: () => undefined };
  Object.defineProperty(globalThis, "navigator", { value: { locks }, configurable: true });
  tab.ring = () => timers.forEach((action) => action());
  tab.look = () => {
    for (const [name, listener] of listeners) if (name === "visibilitychange") listener();
  };
  return tab;
}

/** Whoever asks has the lock. */
export function freeLocks() {
  const locks = {
    asked: 0,
    request: (name, options, use) => {
      ++locks.asked;
      return Promise.resolve(use({ name }));
    },
  };
  return locks;
}

/** As a browser has them whose user forbids every storage. */
export function refusedLocks() {
  return { request: () => Promise.reject(new DOMException("", "SecurityError")) };
}

/** Reaches every other one of its name, and not itself. */
class Channel extends EventTarget {
  static open = new Set();

  constructor(name) {
    super();
    this.name = name;
    Channel.open.add(this);
  }

  postMessage(data) {
    for (const other of Channel.open)
      if (other !== this && other.name === this.name)
        other.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
}

const FAILURE = { failure: { code: "storage.failed", place: "", params: {} } };

/** The browser's storage (web/src/effects/store.ts), which fails where it is told to. */
export class MemoryStore {
  records = new Map();
  fails = new Set();
  /** Called before anything is done. */
  before = async () => undefined;

  get(store, key) {
    return this.answer("get", () => this.of(store).get(key));
  }

  put(store, key, record) {
    return this.answer("put", () => void this.of(store).set(key, record));
  }

  delete(store, key) {
    return this.answer("delete", () => void this.of(store).delete(key));
  }

  entries(store) {
    return this.answer("entries", () => [...this.of(store)].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  erase() {
    return this.answer("erase", () => void this.records.clear());
  }

  /** What lies in one of the stores, by key. */
  of(store) {
    if (!this.records.has(store)) this.records.set(store, new Map());
    return this.records.get(store);
  }

  async answer(operation, answer) {
    await this.before(operation);
    return this.fails.has(operation) ? FAILURE : { value: answer() };
  }
}

/** Takes messages for the page; `of` gives the payloads of one name. */
export function inbox() {
  const all = [];
  const take = (name, payload) => void all.push([name, payload]);
  take.of = (name) => all.filter(([each]) => each === name).map(([, payload]) => payload);
  return take;
}

/** Until everything that goes on by itself has come to its end. */
export const calm = () => new Promise((resolve) => setTimeout(resolve, 20));
