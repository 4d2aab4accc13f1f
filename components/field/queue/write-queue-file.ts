import type { Queue } from "@/components/field/queue/item";
import { unsent } from "@/components/field/queue/queue";

export const fileMark = "field-queue";
export const fileVersion = 1;

/** The queue as a file: what has not arrived, readable by the field desk anywhere. */
export function writeQueueFile(userId: string, queue: Queue, savedAt: string): string {
  return JSON.stringify({ file: fileMark, version: fileVersion, userId, savedAt, items: unsent(queue) }, null, 1);
}
