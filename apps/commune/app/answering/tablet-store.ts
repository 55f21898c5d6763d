/** A sheet as it waits on a tablet; it goes as soon as the server has it. */
export interface WaitingSheet {
  key: string;
  formId: string;
  /** On the tablet's clock. */
  day: string;
  /** Minute of that day. */
  minute: number;
  seconds: number;
  fields: [name: string, value: string][];
  /** The address it is to be sent to. */
  place: string;
}

const NAME = "gandan-tablet";
const SHEETS = "sheets";

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB"));
  });
}

/** Sheets that wait, kept through a restart of the tablet. */
export class TabletStore {
  readonly #database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  /** Rejects where the browser keeps nothing. */
  static async open(): Promise<TabletStore> {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(SHEETS, { keyPath: "key" });
    return new TabletStore(await done(request));
  }

  /** Resolves when the sheet is on the disk. */
  keep(sheet: WaitingSheet): Promise<void> {
    return this.#write((sheets) => sheets.put(sheet));
  }

  async list(place: string): Promise<WaitingSheet[]> {
    const sheets = this.#database.transaction(SHEETS).objectStore(SHEETS);
    const all: WaitingSheet[] = await done(sheets.getAll());
    return all.filter((sheet) => sheet.place === place);
  }

  forget(keys: readonly string[]): Promise<void> {
    return this.#write((sheets) => {
      for (const key of keys) sheets.delete(key);
    });
  }

  #write(work: (sheets: IDBObjectStore) => void): Promise<void> {
    const transaction = this.#database.transaction(SHEETS, "readwrite", { durability: "strict" });
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error ?? new Error("IndexedDB"));
      transaction.onabort = transaction.onerror;
      work(transaction.objectStore(SHEETS));
    });
  }
}
