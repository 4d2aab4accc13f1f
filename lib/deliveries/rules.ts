import { formatInstant } from "@/lib/calendar";
import type { QuietHours } from "@/lib/outbox/environment";

/** Attempts before a message is given up and shown to the administrator. */
export const maxAttempts = 8;

/** Minutes from one attempt to the next: patient with a server that is being repaired, about 15 hours in sum. */
const waits = [1, 5, 15, 60, 120, 240, 480];

/** Of two attempts whose end nobody knows both may have arrived; a third one is not made. */
const maxUncertain = 2;

type Attempt = { attempts: number; uncertainCount: number };

/** When a message that failed is tried again; null when it is given up. */
export function nextAttemptAt({ attempts, uncertainCount }: Attempt, now: Date): Date | null {
  const minutes = waits[attempts - 1];
  if (minutes === undefined || attempts >= maxAttempts || uncertainCount >= maxUncertain) return null;
  return new Date(now.getTime() + minutes * 60_000);
}

/** True for a message that broke off too often to be tried at all, such as one that ends the process that sends it. */
export function isGivenUp({ attempts, uncertainCount }: Attempt): boolean {
  return uncertainCount >= maxUncertain || attempts > maxAttempts;
}

/** True in the hours in which nobody is disturbed, by the clock of Shanghai. */
export function isQuiet(now: Date, hours: QuietHours | null): boolean {
  if (!hours) return false;
  const [hour = 0, minute = 0] = formatInstant(now).slice(11).split(":").map(Number);
  const time = hour * 60 + minute;
  return hours.from <= hours.to ? time >= hours.from && time < hours.to : time >= hours.from || time < hours.to;
}
