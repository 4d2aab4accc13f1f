import { type Day, today } from "@/lib/calendar";

/** The language phone and server speak. An item in another one waits on the phone until its page is renewed. */
export const fieldVersion = 1;

/** A batch that travels well on a weak network. */
export const itemsPerBatch = 20;

/** A clock this far off is set wrongly; less is the way the batch took. */
const minute = 60_000;
const clockTolerance = 5 * minute;
/** Beyond this the clock was set while items waited: nothing can be told from it. */
const clockLimit = 7 * 24 * 60 * minute;

type Dated = { day: Day; dayIsDefault: boolean; recordedAt: string };

/**
 * The day an item stands for (trust R11, clock skew). A day the person chose stays as it is, also a wrong one, which is
 * then refused with a reason. A day the phone filled in is moved by as much as its clock is off, and never lies ahead.
 */
export function settledDay(item: Dated, clock: { sentAt: string; now: Date }): Day {
  if (!item.dayIsDefault) return item.day;
  const off = clock.now.getTime() - Date.parse(clock.sentAt);
  const isOff = Math.abs(off) > clockTolerance && Math.abs(off) <= clockLimit;
  const day = isOff ? today(new Date(Date.parse(item.recordedAt) + off)) : item.day;
  const present = today(clock.now);
  if (day > present) return present;
  return day;
}

/** A text for a phone that may be lost: long numbers (phones, ID numbers) somebody wrote into it stay at home. */
export function withoutNumbers(text: string, max = 160): string {
  const hidden = text.replaceAll(/[0-9０-９](?:[ -]?[0-9０-９]){6,}[xX]?/g, "（号码略）");
  return hidden.length > max ? `${hidden.slice(0, max)}…` : hidden;
}
