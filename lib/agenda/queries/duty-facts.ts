import "server-only";
import type { OrgLifeKind } from "@/generated/prisma/enums";
import type { Span } from "@/lib/agenda/queries/deadlines";
import type { AgendaFact } from "@/lib/agenda/rules/entries";
import type { Actor } from "@/lib/auth/actor";
import { branchFindings } from "@/lib/rulebook/queries/branch-findings";
import { orgLifeRules } from "@/lib/rulebook/rules/org-life";

const ruleById = new Map<string, (typeof orgLifeRules)[number]>(orgLifeRules.map((rule) => [rule.id, rule]));

/** Meetings that the rulebook still asks of the running month, quarter or year, on the last day of that period. */
export async function dutyFacts(actor: Actor, asked: Span): Promise<AgendaFact[]> {
  const { from, to, branchIds } = asked;
  // No running period ends before today.
  if (to < actor.day) return [];
  const findings = asked.findings ?? (await branchFindings(actor, branchIds ? { branchIds } : {}));
  return findings.flatMap(({ rule, outcome, subject, dueOn, silencedUntil }) => {
    const asked = ruleById.get(rule);
    if (!asked || !dueOn || outcome !== "DUE" || silencedUntil !== null || dueOn < from || dueOn > to) return [];
    return [
      {
        kind: "DUTY" as const,
        day: dueOn,
        about: rule,
        title: asked.title,
        detail: "",
        branch: { id: subject.id, name: subject.name },
        href: hrefOf(actor, subject.id, asked.kind),
        isDone: false,
      },
    ];
  });
}

/** A secretary goes on to record the meeting, everybody else to what the branch has recorded. */
function hrefOf(actor: Actor, branchId: string, kind: OrgLifeKind): string {
  return actor.branchIds.includes(branchId)
    ? `/org-life/new?branch=${branchId}&kind=${kind}`
    : `/org-life?branch=${branchId}`;
}
