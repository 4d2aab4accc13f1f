import { unsent } from "@/components/field/queue/queue";
import { saveAsFile } from "@/components/field/queue/save-as-file";
import { writeQueueFile } from "@/components/field/queue/write-queue-file";
import { allQueues, clearDevice, clearReading } from "@/components/field/storage/field-store";
import { forgetPageOffline } from "@/components/field/sync/offline-page";

/** How much of the field desk is on this device only. */
export async function unsentCount(): Promise<number> {
  const queues = await allQueues();
  return queues.reduce((sum, { queue }) => sum + unsent(queue).length, 0);
}

/** Hands it to the person: one file for each account. */
export async function saveUnsent(): Promise<void> {
  for (const { userId, queue } of await allQueues()) {
    if (unsent(queue).length === 0) continue;
    saveAsFile("外勤记录.json", writeQueueFile(userId, queue, new Date().toISOString()));
  }
}

/** Clears the device of what can be read again, and of the kept page; what has not been sent stays. True: nothing is left. */
export async function leaveDevice(): Promise<boolean> {
  await forgetPageOffline();
  if ((await unsentCount()) === 0) {
    await clearDevice();
    return true;
  }
  await clearReading();
  return false;
}

/** Clears the device of everything: the person has said so. */
export async function wipeDevice(): Promise<void> {
  await forgetPageOffline();
  await clearDevice();
}
