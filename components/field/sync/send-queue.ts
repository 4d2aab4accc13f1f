import type { Queue } from "@/components/field/queue/item";
import { departed, nextBatch, returned, settled } from "@/components/field/queue/queue";
import type { Sent } from "@/components/field/sync/send-batch";
import { itemsPerBatch } from "@/lib/field/rules";

/** Where the queue lies and how a batch leaves: the device and the network, or a test's. */
export type Post = {
  change: (change: (queue: Queue) => Queue) => Promise<Queue>;
  send: (items: Queue) => Promise<Sent>;
  now: () => string;
};

export type Round = { kind: "done" } | { kind: "later" } | Exclude<Sent, { kind: "answered" }>;

/** Sends everything that waits, in order and in batches. Ends at the first batch that finds no server. */
export async function sendQueue({ change, send, now }: Post): Promise<Round> {
  const tried = new Set<string>();
  let hasToComeAgain = false;
  for (;;) {
    let batch: Queue = [];
    await change((queue) => {
      batch = nextBatch(queue, itemsPerBatch, tried);
      return departed(queue, new Set(batch.map(({ id }) => id)));
    });
    if (batch.length === 0) return { kind: hasToComeAgain ? "later" : "done" };
    const ids = new Set(batch.map(({ id }) => id));
    for (const id of ids) tried.add(id);
    const sent = await send(batch);
    if (sent.kind !== "answered") {
      await change((queue) => returned(queue, ids));
      return sent;
    }
    const after = await change((queue) => settled(queue, ids, sent.answers, now()));
    hasToComeAgain ||= after.some(({ id, state }) => ids.has(id) && state === "WAITING");
  }
}

/** Seconds until the next try: soon at first, then ever less often, at most every two minutes. */
export function pauseAfter(failures: number): number {
  return Math.min(120, 5 * 2 ** Math.max(0, failures - 1));
}
