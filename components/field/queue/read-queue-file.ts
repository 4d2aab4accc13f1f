import * as z from "zod/mini";
import type { Queue } from "@/components/field/queue/item";
import { fileMark, fileVersion } from "@/components/field/queue/write-queue-file";

export type ReadFile = { items: Queue } | { refusal: string };

/** Reads a saved queue. Refuses what is no such file, another release's, and another account's. */
export function readQueueFile(text: string, userId: string): ReadFile {
  // No code is made from text in the page: its security policy forbids it.
  z.config({ jitless: true });
  const short = z.string().check(z.maxLength(1_000));
  const item = z.object({
    id: z.uuid(),
    userId: z.uuid(),
    kind: z.enum(["VISIT", "DUTY_LOG", "REQUEST"]),
    title: short,
    recordedAt: z.iso.datetime({ offset: true }),
    dayIsDefault: z.boolean(),
    payload: z.record(z.string(), z.unknown()),
    state: z.enum(["WAITING", "SENDING", "REFUSED"]),
    message: short,
    lost: z.int(),
    sentAt: z.null(),
  });
  const envelope = z.object({ file: z.literal(fileMark), version: z.int(), userId: z.uuid() });
  const body = z.object({ items: z.array(item).check(z.maxLength(5_000)) });
  const json = parsed(text);
  const head = envelope.safeParse(json);
  if (!head.success) return { refusal: "这不是外勤记录文件，没有载入。请选择从本页“存成文件”得到的文件。" };
  if (head.data.version !== fileVersion) return { refusal: "这个文件来自另一版本的平台，没有载入。请刷新页面后重试。" };
  const read = body.safeParse(json);
  if (!read.success) return { refusal: "文件已损坏或被改动，没有载入。请重新从原来的手机存成文件。" };
  const { items } = read.data;
  if (head.data.userId !== userId || items.some((one) => one.userId !== userId)) {
    return { refusal: "这个文件是另一个账号的记录，没有载入。请用填写时的账号登录后再载入。" };
  }
  return { items };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
