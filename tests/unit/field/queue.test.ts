import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NewItem, Queue, QueueItem } from "@/components/field/queue/item";
import {
  departed,
  enqueued,
  heldBack,
  isMendable,
  merged,
  nextBatch,
  removed,
  returned,
  sentAgain,
  settled,
  tidied,
  unsent,
} from "@/components/field/queue/queue";
import { pauseAfter, sendQueue } from "@/components/field/sync/send-queue";
import type { ItemAnswer } from "@/lib/field/schema";

const at = "2026-11-23T04:00:00.000Z";
const written = (id: string, found = "平稳"): NewItem => ({
  ...{ id, userId: "u1", kind: "VISIT", title: "云达科技", recordedAt: at, dayIsDefault: true, payload: { found } },
});
const queueOf = (...ids: string[]): Queue => ids.reduce<Queue>((queue, id) => enqueued(queue, written(id)), []);
const ids = (queue: Queue) => queue.map(({ id }) => id);
const states = (queue: Queue) => queue.map(({ state }) => state);
const answer = (id: string, result: ItemAnswer["result"], message = ""): ItemAnswer => ({ id, result, message });

describe("the way of an item", () => {
  test("waits, is under way, has arrived: what was written leaves the phone", () => {
    const queue = departed(queueOf("a", "b"), new Set(["a"]));
    expect(states(queue)).toEqual(["SENDING", "WAITING"]);
    const after = settled(queue, new Set(["a"]), [answer("a", "SAVED")], at);
    expect(after[0]).toMatchObject({ state: "SENT", payload: {}, sentAt: at });
    expect(ids(unsent(after))).toEqual(["b"]);
  });

  test("refused with a reason keeps everything; put right it waits again at its place, under its id", () => {
    const gone = departed(queueOf("a", "b"), new Set(["a"]));
    const refused = settled(gone, new Set(["a"]), [answer("a", "REFUSED", "走访日期不能晚于今天")], at);
    expect(refused[0]).toMatchObject({ state: "REFUSED", message: "走访日期不能晚于今天", payload: { found: "平稳" } });
    expect(nextBatch(refused, 20).map(({ id }) => id)).toEqual(["b"]);
    const mended = enqueued(refused, written("a", "改正"));
    expect(ids(mended)).toEqual(["a", "b"]);
    expect(mended[0]).toMatchObject({ state: "WAITING", message: "", payload: { found: "改正" } });
    expect(states(sentAgain(refused, "a"))).toEqual(["WAITING", "WAITING"]);
  });

  test("the portal's own fault, a missing answer and a lost one: it waits, and counts as lost", () => {
    const gone = departed(queueOf("a", "b"), new Set(["a", "b"]));
    const after = settled(gone, new Set(["a", "b"]), [answer("a", "RETRY", "稍后自动再送")], at);
    expect(after.map(({ state, lost }) => [state, lost])).toEqual([
      ["WAITING", 1],
      ["WAITING", 1],
    ]);
    expect(returned(gone).map(({ state, lost }) => [state, lost])).toEqual([
      ["WAITING", 1],
      ["WAITING", 1],
    ]);
  });

  test("one that may have arrived is neither changed nor taken out", () => {
    const lost = returned(departed(queueOf("a"), new Set(["a"])));
    expect(lost.map(isMendable)).toEqual([false]);
    expect(enqueued(lost, written("a", "后写的"))).toEqual(lost);
    expect(heldBack(lost, "a")).toEqual(lost);
    expect(removed(lost, "a")).toEqual(lost);
    expect(ids(removed(queueOf("a"), "a"))).toEqual([]);
  });

  test("held back for mending, it does not leave meanwhile", () => {
    expect(nextBatch(heldBack(queueOf("a"), "a"), 20)).toEqual([]);
  });

  test("arrived ones leave the list after a day, others never", () => {
    const sent = settled(departed(queueOf("a", "b"), new Set(["a"])), new Set(["a"]), [answer("a", "SAVED")], at);
    expect(ids(tidied(sent, Date.parse(at) + 23 * 3_600_000))).toEqual(["a", "b"]);
    expect(ids(tidied(sent, Date.parse(at) + 25 * 3_600_000))).toEqual(["b"]);
  });
});

const anyItem: fc.Arbitrary<QueueItem> = fc
  .record({
    id: fc.constantFrom(..."abcdefgh"),
    state: fc.constantFrom("WAITING" as const, "SENDING" as const, "SENT" as const, "REFUSED" as const),
    lost: fc.nat(2),
  })
  .map(({ id, state, lost }) => ({ ...written(id), state, lost, message: "", sentAt: state === "SENT" ? at : null }));
const anyQueue = fc.uniqueArray(anyItem, { selector: ({ id }) => id, maxLength: 8 });

describe("R36 a saved file joins what is here", () => {
  test("each id once, what is here first and untouched, nothing unsent left behind", () => {
    fc.assert(
      fc.property(anyQueue, anyQueue, (here, file) => {
        const after = merged(here, file);
        expect(after.slice(0, here.length)).toEqual(here);
        expect(new Set(ids(after)).size).toBe(after.length);
        for (const { id } of unsent(file)) expect(ids(after)).toContain(id);
        expect(after.slice(here.length).some(({ state }) => state === "SENDING" || state === "SENT")).toBe(false);
      }),
    );
  });

  test("twice is once; the order of two files does not change what is there", () => {
    fc.assert(
      fc.property(anyQueue, anyQueue, anyQueue, (here, one, two) => {
        const both = merged(merged(here, one), two);
        expect(merged(both, one)).toEqual(both);
        expect(ids(merged(merged(here, two), one)).toSorted()).toEqual(ids(both).toSorted());
      }),
    );
  });
});

describe("R36 sending", () => {
  /** A server that keeps what it saw, refuses some, and whose answers get lost. */
  function world(items: number, fates: readonly ("heard" | "lost" | "never")[], refusedIds: ReadonlySet<string>) {
    let queue: Queue = queueOf(...Array.from({ length: items }, (_, index) => `i${index}`));
    const arrived: string[] = [];
    const fate = [...fates];
    const post = {
      change: async (change: (before: Queue) => Queue) => {
        queue = change(queue);
        return queue;
      },
      now: () => at,
      send: async (batch: Queue) => {
        const next = fate.shift() ?? "heard";
        if (next !== "never") {
          for (const { id } of batch) if (!refusedIds.has(id) && !arrived.includes(id)) arrived.push(id);
        }
        if (next !== "heard") return { kind: "unreachable" as const };
        const answers = batch.map(({ id }) => answer(id, refusedIds.has(id) ? "REFUSED" : "SAVED"));
        return { kind: "answered" as const, answers };
      },
    };
    return { post, arrived, seen: () => queue };
  }

  test("whatever is lost on the way: in the end each item has arrived once, in order, or was refused", async () => {
    const fates = fc.array(fc.constantFrom("heard" as const, "lost" as const, "never" as const), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.nat(65), fates, fc.array(fc.nat(64)), async (count, way, wrong) => {
        const refusedIds = new Set(wrong.map((index) => `i${index}`));
        const { post, arrived, seen } = world(count, way, refusedIds);
        for (let round = 0; round < 20; round += 1) if ((await sendQueue(post)).kind === "done") break;
        const all = Array.from({ length: count }, (_, index) => `i${index}`);
        expect(arrived).toEqual(all.filter((id) => !refusedIds.has(id)));
        expect(seen().map(({ id, state }) => [id, state])).toEqual(
          all.map((id) => [id, refusedIds.has(id) ? "REFUSED" : "SENT"]),
        );
      }),
      { numRuns: 50 },
    );
  });

  test("an item the portal cannot save now is tried once a round and holds up no other", async () => {
    const { post } = world(30, [], new Set());
    let batches = 0;
    const send = async (batch: Queue) => {
      batches += 1;
      return { kind: "answered" as const, answers: batch.map(({ id }) => answer(id, id === "i0" ? "RETRY" : "SAVED")) };
    };
    expect(await sendQueue({ ...post, send })).toEqual({ kind: "later" });
    expect(batches).toBe(2);
  });

  test("the pause grows and has an end", () => {
    expect([1, 2, 3, 4, 5, 6, 50].map(pauseAfter)).toEqual([5, 10, 20, 40, 80, 120, 120]);
  });
});
