import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { writeQuarterInText } from "@/lib/calendar";
import { lastQuartersContent } from "@/lib/summaries/queries/earlier-summary";
import { currentContent, findSubmission, type Summary } from "@/lib/summaries/queries/find-summary";
import type { ComparisonAsked } from "@/lib/summaries/schema";

/**
 * Two contents of one branch to lay side by side: two submissions (the last two unless asked otherwise), or what stands
 * now and what was submitted last for the quarter before. Null when one of them is missing.
 */
export async function findComparison(actor: Actor, summary: Summary, asked: ComparisonAsked) {
  const count = summary.submissions.length;
  return asked.with === "last-quarter" || (count < 2 && !asked.from)
    ? againstLastQuarter(actor, summary)
    : betweenSubmissions(summary, asked.from ?? count - 1, asked.to ?? count);
}

async function againstLastQuarter(actor: Actor, summary: Summary) {
  const [last, content] = await Promise.all([lastQuartersContent(actor, summary), currentContent(actor, summary)]);
  if (!last || !content) return null;
  return {
    before: { title: `${writeQuarterInText(last.quarter)}总结`, content: last.content },
    after: { title: `${writeQuarterInText(summary.plan)}总结`, content },
    isSamePlan: false,
  };
}

async function betweenSubmissions(summary: Summary, from: number, to: number) {
  const [before, after] = await Promise.all([findSubmission(summary, from), findSubmission(summary, to)]);
  if (!before || !after) return null;
  return {
    before: { title: `第 ${from} 次报送`, content: before },
    after: { title: `第 ${to} 次报送`, content: after },
    isSamePlan: true,
  };
}
