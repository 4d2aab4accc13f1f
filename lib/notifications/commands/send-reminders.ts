import "server-only";
import { loadActorOfUser } from "@/lib/auth/load-actor";
import { type Day, today, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { transact } from "@/lib/db/transaction";
import { onceADay } from "@/lib/jobs/daily-run";
import { isRecalledOn, reminderHorizonDays, writeDigest } from "@/lib/notifications/rules";
import { notify } from "@/lib/outbox/notify";
import { settingsOn } from "@/lib/settings/queries";
import { settingDefaults } from "@/lib/settings/schema";
import { todosOf } from "@/lib/todos/queries/todos-of";
import type { Todo } from "@/lib/todos/rules/todo";

/** The job's name in the queue, and when it asks: in the morning, and through the day in case the morning failed. */
export const sendRemindersJob = { name: "reminders.send", cron: "0 8-20 * * *" };

/**
 * Reminds everybody of what falls due: one digest a person and day, and none where nothing is due. Runs once a day however
 * many workers ask; after days on which none ran it also recalls what they would have recalled.
 */
export function sendReminders(): Promise<void> {
  return onceADay(sendRemindersJob.name, today(), remindEverybody);
}

async function remindEverybody(days: Day[]): Promise<void> {
  const day = days.at(-1) ?? today();
  const people = await db.user.findMany({
    where: { disabledAt: null, grants: { some: { role: { in: ["STAFF", "SECRETARY"] }, ...validOn(day) } } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const reminderDaysOf = rememberedSettings(day);
  for (const { id } of people) await remind(id, days, reminderDaysOf);
}

async function remind(userId: string, days: Day[], reminderDaysOf: (todo: Todo) => Promise<number[]>): Promise<void> {
  const actor = await loadActorOfUser(userId);
  if (!actor) return;
  const recalled: Todo[] = [];
  for (const todo of await todosOf(actor, reminderHorizonDays)) {
    const reminderDays = await reminderDaysOf(todo);
    if (days.some((day) => isRecalledOn(todo, day, reminderDays))) recalled.push(todo);
  }
  const text = writeDigest(recalled);
  if (text === null) return;
  const dedupeKey = `reminder:${actor.day}`;
  await transact((tx) => notify(tx, { kind: "REMINDER", userIds: [userId], text, href: "/todos", dedupeKey }));
}

/** The reminder days of each committee, read once a run. */
function rememberedSettings(day: Day): (todo: Todo) => Promise<number[]> {
  const known = new Map<string, Promise<number[]>>();
  return ({ committeeId }) => {
    if (!committeeId) return Promise.resolve(settingDefaults.reminderDays);
    const read = known.get(committeeId) ?? settingsOn(committeeId, day).then(({ reminderDays }) => reminderDays);
    known.set(committeeId, read);
    return read;
  };
}
