import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Queue } from "@/components/field/queue/item";
import { departed, enqueued } from "@/components/field/queue/queue";
import { readQueueFile } from "@/components/field/queue/read-queue-file";
import { writeQueueFile } from "@/components/field/queue/write-queue-file";

const userId = randomUUID();
const at = "2026-11-23T04:00:00.000Z";
const id = randomUUID();
const payload = { found: "平稳", requests: [{ id: randomUUID(), category: "SPACE", text: "停车" }] };
const queue: Queue = departed(
  enqueued([], { id, userId, kind: "VISIT", title: "云达科技", recordedAt: at, dayIsDefault: true, payload }),
  new Set([id]),
);

test("what is saved is read again, to the letter", () => {
  expect(readQueueFile(writeQueueFile(userId, queue, at), userId)).toEqual({ items: queue });
});

test("what has arrived is not saved", () => {
  const sent = queue.map((item) => ({ ...item, state: "SENT" as const, sentAt: at }));
  expect(readQueueFile(writeQueueFile(userId, sent, at), userId)).toEqual({ items: [] });
});

test.each([
  ["another account's file", writeQueueFile(randomUUID(), queue, at), "另一个账号"],
  ["no JSON", "{", "不是外勤记录文件"],
  ["some other JSON", "[]", "不是外勤记录文件"],
  ["another release's", writeQueueFile(userId, queue, at).replace('"version": 1', '"version": 2'), "另一版本"],
  ["a damaged one", writeQueueFile(userId, queue, at).replace('"VISIT"', '"SONG"'), "已损坏"],
  ["a number where an id belongs", writeQueueFile(userId, queue, at).replace(`"id": "${id}"`, '"id": 7'), "已损坏"],
])("refused, and said why: %s", (_name, text, why) => {
  expect(readQueueFile(text, userId)).toEqual({ refusal: expect.stringContaining(why) });
});

test("an item of another account inside one's own file is refused too", () => {
  const mixed = queue.map((item) => ({ ...item, userId: randomUUID() }));
  expect(readQueueFile(writeQueueFile(userId, mixed, at), userId)).toEqual({
    refusal: expect.stringContaining("另一个账号"),
  });
});
