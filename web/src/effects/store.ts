// What the browser keeps of Pli's own records from one visit to the next, in IndexedDB: each is sealed, or says nothing
// about anyone. A write counts only once it is on the disk (durability "strict"). What is read was left by an older or a
// newer page, or altered: readers judge it. A page opened as a file shares its storage with every other file: it has none.
import type { Failure } from "./failure";

export type StoreName = (typeof storeNames)[number];
const storeNames = ["drafts", "receipts", "opened", "directories"] as const;

const databaseName = "pli";
const databaseVersion = 1; // a new store needs the next one

/** Each has its sentence "error.<code>" in the catalogue. */
export type StorageCode =
  /** No room is left, on the disk or for this site. */
  | "storage.full"
  /** The browser's storage does not answer as it should. */
  | "storage.failed";

/** What an operation gave, or why it failed. */
export type Outcome<Value> = { value: Value } | { failure: Failure };

export interface Store {
  /** Undefined where nothing is kept under this key. */
  get(store: StoreName, key: string): Promise<Outcome<unknown>>;
  /** Replaces what was kept under this key; done once it is on the disk. */
  put(store: StoreName, key: string, record: unknown): Promise<Outcome<void>>;
  delete(store: StoreName, key: string): Promise<Outcome<void>>;
  /** In the order of their keys. */
  entries(store: StoreName): Promise<Outcome<[string, unknown][]>>;
  clear(store: StoreName): Promise<Outcome<void>>;
  /** Deletes every store, also for the other tabs, which go on with empty ones. */
  erase(): Promise<Outcome<void>>;
}

/** Null under file:// and where the browser keeps nothing. */
export async function openStore(): Promise<Store | null> {
  if (location.protocol === "file:") return null;
  try {
    return new BrowserStore(await openDatabase());
  } catch {
    return null;
  }
}

class BrowserStore implements Store {
  private database: IDBDatabase | null = null;

  constructor(database: IDBDatabase) {
    this.hold(database);
  }

  get(store: StoreName, key: string): Promise<Outcome<unknown>> {
    return outcomeOf(() => this.read(store, (records) => records.get(key)));
  }

  put(store: StoreName, key: string, record: unknown): Promise<Outcome<void>> {
    return outcomeOf(() => this.write(store, (records) => records.put(record, key)));
  }

  delete(store: StoreName, key: string): Promise<Outcome<void>> {
    return outcomeOf(() => this.write(store, (records) => records.delete(key)));
  }

  entries(store: StoreName): Promise<Outcome<[string, unknown][]>> {
    return outcomeOf(async () => {
      const transaction = (await this.opened()).transaction(store);
      const records = transaction.objectStore(store);
      const [keys, values] = await Promise.all([
        answer(records.getAllKeys()),
        answer<unknown[]>(records.getAll()),
      ]);
      return keys.map((key, index) => [key as string, values[index]]);
    });
  }

  clear(store: StoreName): Promise<Outcome<void>> {
    return outcomeOf(() => this.write(store, (records) => records.clear()));
  }

  erase(): Promise<Outcome<void>> {
    return outcomeOf(async () => {
      this.letGo();
      await answer(indexedDB.deleteDatabase(databaseName));
    });
  }

  private async read<Value>(
    store: StoreName,
    ask: (records: IDBObjectStore) => IDBRequest<Value>,
  ): Promise<Value> {
    const database = await this.opened();
    return answer(ask(database.transaction(store).objectStore(store)));
  }

  private async write(
    store: StoreName,
    change: (records: IDBObjectStore) => IDBRequest,
  ): Promise<void> {
    const database = await this.opened();
    const transaction = database.transaction(store, "readwrite", { durability: "strict" });
    const written = completion(transaction);
    change(transaction.objectStore(store));
    await written;
  }

  private async opened(): Promise<IDBDatabase> {
    if (this.database) return this.database;
    const database = await openDatabase();
    this.hold(database);
    return database;
  }

  /** Another tab that erases everything, and a browser that closes the database, are not stood in the way of. */
  private hold(database: IDBDatabase): void {
    this.database = database;
    const release = (): void => {
      if (this.database === database) this.letGo();
    };
    database.addEventListener("versionchange", release);
    database.addEventListener("close", release);
  }

  private letGo(): void {
    this.database?.close();
    this.database = null;
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(databaseName, databaseVersion);
  opening.addEventListener("upgradeneeded", () => {
    const { result } = opening;
    for (const name of storeNames)
      if (!result.objectStoreNames.contains(name)) result.createObjectStore(name);
  });
  return answer(opening);
}

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => {
      resolve(request.result);
    });
    request.addEventListener("error", () => {
      reject(reasonOf(request.error));
    });
  });
}

function completion(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => {
      resolve();
    });
    transaction.addEventListener("abort", () => {
      reject(reasonOf(transaction.error)); // a failed request, or no room when it was to be written
    });
  });
}

function reasonOf(error: DOMException | null): Error {
  return error ?? new DOMException("", "UnknownError");
}

async function outcomeOf<Value>(operation: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { value: await operation() };
  } catch (reason) {
    const isFull = reason instanceof DOMException && reason.name === "QuotaExceededError";
    return { failure: storageFailure(isFull ? "storage.full" : "storage.failed") };
  }
}

export function storageFailure(code: StorageCode): Failure {
  return { code, place: "", params: {} };
}
