import type { Queue } from "@/components/field/queue/item";
import { returned, tidied } from "@/components/field/queue/queue";
import { changeQueue, keepPack, readPack, readQueue } from "@/components/field/storage/field-store";
import { fetchPack } from "@/components/field/sync/fetch-pack";
import { keepPageOffline } from "@/components/field/sync/offline-page";
import { type Sent, sendBatch } from "@/components/field/sync/send-batch";
import { pauseAfter, type Round, sendQueue } from "@/components/field/sync/send-queue";
import type { FieldPack } from "@/lib/field/queries/field-pack";

/** How the desk stands with the portal. */
export type Standing =
  | { kind: "idle" | "sending" | "unreachable" | "lapsed" | "later" }
  | { kind: "turned-away"; message: string };

export type Tell = {
  pack: (pack: FieldPack) => void;
  queue: (queue: Queue) => void;
  standing: (standing: Standing) => void;
};

export type FieldSync = {
  /** Changes the queue on the device; when it is there, whatever waits is sent. */
  change: (change: (queue: Queue) => Queue) => Promise<void>;
  /** Sends now. */
  send: () => Promise<void>;
  stop: () => void;
};

const noStorage = { kind: "turned-away" as const, message: "手机存储读写失败。请检查存储空间，再刷新页面。" };

/**
 * Keeps the device and the portal together while the page lives: what waits is sent when it is written, when a network
 * returns, when the page is looked at again, and after a pause that grows; what the instructor looks after is renewed.
 */
export function startFieldSync(initial: FieldPack, tell: Tell): FieldSync {
  const { userId } = initial;
  const otherTabs = new BroadcastChannel("field-desk");
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let running: Promise<void> | null = null;

  async function change(by: (queue: Queue) => Queue): Promise<Queue> {
    const queue = await changeQueue(userId, by);
    tell.queue(queue);
    otherTabs.postMessage("changed");
    return queue;
  }

  const post = { change, send, now: () => new Date().toISOString() };

  async function send(items: Queue): Promise<Sent> {
    const sent = await sendBatch(items);
    // Where some got through, the next may soon.
    if (sent.kind === "answered") failures = 0;
    return sent;
  }

  async function round(): Promise<void> {
    clearTimeout(timer);
    const outcome = await once().catch(() => noStorage);
    const standing: Standing = outcome.kind === "done" ? { kind: "idle" } : outcome;
    tell.standing(standing);
    failures = outcome.kind === "done" ? 0 : failures + 1;
    // A log-in that ended comes back in another tab: then the page is looked at again.
    if (outcome.kind !== "done" && outcome.kind !== "lapsed")
      timer = setTimeout(sendSoon, pauseAfter(failures) * 1_000);
  }

  async function once(): Promise<Round> {
    if (!navigator.onLine) return { kind: "unreachable" };
    const sent = await alone(async () => {
      // Nobody else is sending: what seems to be under way was left behind by a page that closed.
      const queue = await change((before) => returned(before));
      if (queue.some(({ state }) => state === "WAITING")) tell.standing({ kind: "sending" });
      return sendQueue(post);
    });
    if (sent.kind !== "done" && sent.kind !== "later") return sent;
    const fetched = await fetchPack();
    if (fetched.kind !== "pack") return fetched;
    // Somebody else is logged in by now: this page is not theirs.
    if (fetched.pack.userId !== userId) location.reload();
    else await renew(fetched.pack);
    return sent;
  }

  async function renew(pack: FieldPack): Promise<void> {
    tell.pack(pack);
    await keepPack(pack);
  }

  /** One round at a time; a wish that comes meanwhile is granted after it. */
  function sendSoon(): Promise<void> {
    running = (running ?? Promise.resolve()).then(round);
    return running;
  }

  async function open(): Promise<void> {
    tell.queue(await changeQueue(userId, (queue) => tidied(queue, Date.now())));
    const kept = await readPack(userId);
    if (kept && kept.madeAt > initial.madeAt) tell.pack(kept);
    else await keepPack(initial);
    await sendSoon();
    if (navigator.onLine) await keepPageOffline();
  }

  const lookedAt = () => {
    if (document.visibilityState === "visible") void sendSoon();
  };
  const cutOff = () => tell.standing({ kind: "unreachable" });
  const retell = async () => tell.queue(await readQueue(userId));
  window.addEventListener("online", sendSoon);
  window.addEventListener("offline", cutOff);
  document.addEventListener("visibilitychange", lookedAt);
  otherTabs.addEventListener("message", retell);
  open().catch(() => tell.standing(noStorage));

  return {
    change: async (by) => {
      await change(by);
      void sendSoon();
    },
    send: sendSoon,
    stop: () => {
      clearTimeout(timer);
      window.removeEventListener("online", sendSoon);
      window.removeEventListener("offline", cutOff);
      document.removeEventListener("visibilitychange", lookedAt);
      otherTabs.close();
    },
  };
}

/** Only one tab of this browser sends at a time. Where there are no locks, the server's keys still save each item once. */
async function alone(act: () => Promise<Round>): Promise<Round> {
  if (!navigator.locks) return act();
  return navigator.locks.request("field-desk", { ifAvailable: true }, (lock) =>
    lock ? act() : { kind: "done" as const },
  );
}
