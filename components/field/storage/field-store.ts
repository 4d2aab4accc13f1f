import type { Queue } from "@/components/field/queue/item";
import type { FieldPack } from "@/lib/field/queries/field-pack";

/** Everything the field desk keeps on a device: packs, queues and half-filled forms, each under its account. */
const databaseName = "field-desk";
const stores = ["packs", "queues", "drafts"] as const;
type Store = (typeof stores)[number];

/** A half-filled form. */
export type Draft = Record<string, unknown>;

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store);
    };
    request.onsuccess = () => {
      // Logging out in another tab clears the device: this tab must not stand in its way.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}

/** One transaction on one store; resolves when it is on the device. */
async function inStore<T>(store: Store, mode: IDBTransactionMode, act: (on: IDBObjectStore) => () => T): Promise<T> {
  const database = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(store, mode, { durability: "strict" });
      const result = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(result());
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function read<T>(store: Store, key: string): Promise<T | undefined> {
  return inStore(store, "readonly", (on) => {
    const request = on.get(key);
    return () => request.result as T | undefined;
  });
}

async function write(store: Store, key: string, value: unknown): Promise<void> {
  await inStore(store, "readwrite", (on) => {
    if (value === null) on.delete(key);
    else on.put(value, key);
    return () => undefined;
  });
}

export const readPack = (userId: string) => read<FieldPack>("packs", userId);
export const keepPack = (pack: FieldPack) => write("packs", pack.userId, pack);

const draftKey = (userId: string, form: string) => `${userId}:${form}`;
export const readDraft = (userId: string, form: string) => read<Draft>("drafts", draftKey(userId, form));
export const keepDraft = (userId: string, form: string, draft: Draft | null) =>
  write("drafts", draftKey(userId, form), draft);

export const readQueue = async (userId: string) => (await read<Queue>("queues", userId)) ?? [];

/** Changes the queue in one step, whatever another tab does meanwhile, and returns it as it is then. */
export function changeQueue(userId: string, change: (queue: Queue) => Queue): Promise<Queue> {
  return inStore("queues", "readwrite", (on) => {
    let after: Queue = [];
    const request = on.get(userId);
    request.onsuccess = () => {
      after = change((request.result as Queue | undefined) ?? []);
      on.put(after, userId);
    };
    return () => after;
  });
}

/** Every account's queue on this device: asked before it is cleared. */
export async function allQueues(): Promise<{ userId: string; queue: Queue }[]> {
  return inStore("queues", "readonly", (on) => {
    const keys = on.getAllKeys();
    const values = on.getAll();
    return () =>
      keys.result.map((key, index) => ({ userId: String(key), queue: (values.result[index] ?? []) as Queue }));
  });
}

/** Nothing but what has not been sent stays on the device. */
export async function clearReading(): Promise<void> {
  for (const store of ["packs", "drafts"] as const) {
    await inStore(store, "readwrite", (on) => {
      on.clear();
      return () => undefined;
    });
  }
}

/** Nothing stays on the device. */
export function clearDevice(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
