import type { Queue } from "@/components/field/queue/item";
import { fieldVersion } from "@/lib/field/rules";
import type { ItemAnswer } from "@/lib/field/schema";

export type Sent =
  | { kind: "answered"; answers: ItemAnswer[] }
  | { kind: "unreachable" }
  | { kind: "lapsed" }
  | { kind: "turned-away"; message: string };

/** A weak network is slow; a dead one says nothing at all. */
const patienceMs = 30_000;

/** Sends a batch and hears what became of each item. */
export async function sendBatch(items: Queue): Promise<Sent> {
  const sent = items.map(({ id, userId, kind, recordedAt, dayIsDefault, payload }) => ({
    ...{ id, userId, kind, recordedAt, dayIsDefault, payload },
  }));
  const body = JSON.stringify({ version: fieldVersion, sentAt: new Date().toISOString(), items: sent });
  try {
    const reply = await fetch("/api/field/sync", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      signal: AbortSignal.timeout(patienceMs),
    });
    if (reply.status === 401) return { kind: "lapsed" };
    const answer = await reply.json();
    if (reply.ok && Array.isArray(answer.answers)) return { kind: "answered", answers: answer.answers };
    return { kind: "turned-away", message: typeof answer.message === "string" ? answer.message : "" };
  } catch {
    return { kind: "unreachable" };
  }
}
