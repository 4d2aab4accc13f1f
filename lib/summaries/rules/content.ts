import type { OrgLifeKind } from "@/generated/prisma/enums";
import type { Day, Quarter } from "@/lib/calendar";
import { gapsOf } from "@/lib/summaries/rules/gaps";
import { type SummaryContent, summaryContent, type Texts } from "@/lib/summaries/schema";

/** What the records of a quarter say for a branch, before anything is written. */
export type Evidence = Pick<SummaryContent, "tasks" | "meetings" | "activities" | "duties"> & { quarter: Quarter };

/** A whole summary: the evidence, what was written, and what is missing on a day. */
export function assembleContent(
  { tasks, meetings, activities, duties, quarter }: Evidence,
  written: { texts: Texts; results: Record<string, string> },
  day: Day,
): SummaryContent {
  const content = {
    texts: written.texts,
    tasks: tasks.map((task) => ({ ...task, result: (written.results[task.id] ?? task.result).trim() })),
    meetings,
    activities,
    duties,
  };
  return { ...content, gaps: gapsOf(content, quarter, day) };
}

/** What a submission kept; null for one that holds no summary. */
export function readContent(stored: unknown): SummaryContent | null {
  return summaryContent.safeParse(stored).data ?? null;
}

type KindCount = { kind: OrgLifeKind; count: number };

/** How many meetings there were of each kind; a meeting that served two duties counts for both. */
export function countByKind(meetings: SummaryContent["meetings"]): KindCount[] {
  const counts = new Map<OrgLifeKind, number>();
  for (const kind of meetings.flatMap(({ kinds }) => kinds)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

/** Present and on the rosters of all meetings together. */
export function attendanceOf(meetings: SummaryContent["meetings"]): { present: number; roster: number } {
  return {
    present: meetings.reduce((sum, { presentCount }) => sum + presentCount, 0),
    roster: meetings.reduce((sum, { rosterCount }) => sum + rosterCount, 0),
  };
}
