import "server-only";
import { addDays, type Day, toDate, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";

/** A run that began this long ago and has not ended was of a process that is gone. */
const abandonedMinutes = 30;

/** Days after which what was missed is no longer made good. */
const catchUpDays = 7;

/**
 * Runs a day's work once, however many instances ask and however often. `work` gets the days that are due: the day itself
 * and those before it on which nothing ran. Work that fails or is cut off is done again by whoever asks next.
 */
export async function onceADay(job: string, day: Day, work: (days: Day[]) => Promise<void>): Promise<void> {
  if (!(await claim(job, day))) return;
  const run = { job_day: { job, day: toDate(day) } };
  try {
    await work(await daysDue(job, day));
  } catch (error) {
    await db.dailyRun.delete({ where: run });
    throw error;
  }
  await db.dailyRun.update({ where: run, data: { finishedAt: new Date() } });
}

async function claim(job: string, day: Day): Promise<boolean> {
  const claimed = await db.$executeRaw`
    INSERT INTO "DailyRun" (job, day) VALUES (${job}, ${day}::date)
    ON CONFLICT (job, day) DO UPDATE SET "startedAt" = now()
    WHERE "DailyRun"."finishedAt" IS NULL
      AND "DailyRun"."startedAt" < now() - make_interval(mins => ${abandonedMinutes})`;
  return claimed === 1;
}

async function daysDue(job: string, day: Day): Promise<Day[]> {
  const last = await db.dailyRun.findFirst({
    where: { job, finishedAt: { not: null }, day: { lt: toDate(day) } },
    orderBy: { day: "desc" },
    select: { day: true },
  });
  if (!last) return [day];
  const earliest = addDays(day, -catchUpDays);
  const days: Day[] = [];
  for (let next = addDays(toDay(last.day), 1); next <= day; next = addDays(next, 1)) {
    if (next >= earliest) days.push(next);
  }
  return days;
}
