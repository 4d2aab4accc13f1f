import type { NewItem, Queue, QueueItem } from "@/components/field/queue/item";
import type { ItemAnswer } from "@/lib/field/schema";

/** Arrived items stay in sight so long; only their titles, not what was written. */
const keptSentMs = 24 * 3_600_000;

/** An item joins at the end; one that was refused, put right, takes its old place and waits again under its id. */
export function enqueued(queue: Queue, item: NewItem): Queue {
  const fresh: QueueItem = { ...item, state: "WAITING", message: "", lost: 0, sentAt: null };
  const known = queue.find(({ id }) => id === item.id);
  if (!known) return [...queue, fresh];
  return isMendable(known) ? queue.map((other) => (other.id === item.id ? fresh : other)) : queue;
}

/** The next to go, in the order they were written; those already tried in this round wait for the next one. */
export function nextBatch(queue: Queue, limit: number, tried: ReadonlySet<string> = new Set()): Queue {
  return queue.filter(({ id, state }) => state === "WAITING" && !tried.has(id)).slice(0, limit);
}

/** Those that are under way now. */
export function departed(queue: Queue, ids: ReadonlySet<string>): Queue {
  return queue.map((item) => (ids.has(item.id) && item.state === "WAITING" ? { ...item, state: "SENDING" } : item));
}

/** What the answers make of it. An item under way that none of them names waits again. */
export function settled(queue: Queue, ids: ReadonlySet<string>, answers: readonly ItemAnswer[], now: string): Queue {
  const answerOf = new Map(answers.map((answer) => [answer.id, answer]));
  return queue.map((item) => {
    if (!ids.has(item.id) || item.state !== "SENDING") return item;
    const answer = answerOf.get(item.id);
    if (answer?.result === "SAVED")
      return { ...item, state: "SENT", message: answer.message, payload: {}, sentAt: now };
    if (answer?.result === "REFUSED") return { ...item, state: "REFUSED", message: answer.message, lost: 0 };
    return { ...item, state: "WAITING", message: answer?.message ?? "", lost: item.lost + 1 };
  });
}

/** Without an answer they wait again. The same after the page was closed on the way. */
export function returned(queue: Queue, ids?: ReadonlySet<string>): Queue {
  return queue.map((item) =>
    item.state === "SENDING" && (ids?.has(item.id) ?? true) ? { ...item, state: "WAITING", lost: item.lost + 1 } : item,
  );
}

/** Takes an item that has never left back for mending, so that it does not leave meanwhile. */
export function heldBack(queue: Queue, id: string): Queue {
  return queue.map((item) =>
    item.id === id && item.state === "WAITING" && item.lost === 0
      ? { ...item, state: "REFUSED", message: "尚未送出，正在修改。保存后再送出。" }
      : item,
  );
}

/** A refused item goes again as it is. */
export function sentAgain(queue: Queue, id: string): Queue {
  return queue.map((item) =>
    item.id === id && item.state === "REFUSED" ? { ...item, state: "WAITING", message: "" } : item,
  );
}

/** Taken out by the person; one that is under way, or may have arrived, stays. */
export function removed(queue: Queue, id: string): Queue {
  return queue.filter((item) => item.id !== id || !isMendable(item));
}

/** Arrived items of yesterday leave the list. */
export function tidied(queue: Queue, now: number): Queue {
  return queue.filter(({ sentAt }) => sentAt === null || now - Date.parse(sentAt) < keptSentMs);
}

/**
 * The items of a saved file join those that are here, each id once. What is known here stands: it knows at least as much
 * of its fate. Loading twice, in any order, gives the same items.
 */
export function merged(queue: Queue, loaded: Queue): Queue {
  const known = new Set(queue.map(({ id }) => id));
  const joining: QueueItem[] = [];
  for (const item of loaded) {
    if (known.has(item.id) || item.state === "SENT") continue;
    known.add(item.id);
    joining.push(item.state === "SENDING" ? { ...item, state: "WAITING", lost: item.lost + 1 } : item);
  }
  return [...queue, ...joining];
}

/** What is on this phone only. */
export function unsent(queue: Queue): Queue {
  return queue.filter(({ state }) => state !== "SENT");
}

/** Whether it may be changed or taken out: the server said no, or it has never left. */
export function isMendable(item: QueueItem): boolean {
  return item.state === "REFUSED" || (item.state === "WAITING" && item.lost === 0);
}
