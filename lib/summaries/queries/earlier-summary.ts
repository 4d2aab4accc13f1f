import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { addQuarters } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleSummaries } from "@/lib/summaries/policy";
import type { Summary } from "@/lib/summaries/queries/find-summary";
import { readContent } from "@/lib/summaries/rules/content";

/** What the same branch submitted last for the quarter before; null when it submitted nothing. */
export async function lastQuartersContent(actor: Actor, { branchId, plan }: Pick<Summary, "branchId" | "plan">) {
  const { year, quarter } = addQuarters(plan, -1);
  const found = await db.summarySubmission.findFirst({
    where: { summary: { expected: { AND: [visibleSummaries(actor), { branchId, plan: { year, quarter } }] } } },
    orderBy: [{ number: "desc" }, { id: "desc" }],
    select: { content: true },
  });
  const content = found && readContent(found.content);
  return content ? { quarter: { year, quarter }, content } : null;
}
