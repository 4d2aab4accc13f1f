import "server-only";
import { dutyFacts } from "@/lib/agenda/queries/duty-facts";
import { planFacts } from "@/lib/agenda/queries/plan-facts";
import type { AgendaFact } from "@/lib/agenda/rules/entries";
import type { Actor } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { addMonths, type Day, toDate, toDay, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { visibleMembers } from "@/lib/members/policy";
import { visibleFindings } from "@/lib/rulebook/policy";
import type { BranchFinding } from "@/lib/rulebook/queries/branch-findings";
import { probationEndsOn } from "@/lib/rulebook/rules/members";
import { electionReminderFrom } from "@/lib/rulebook/rules/term";

/** `findings` are those of the rulebook for these branches, where the caller has read them already. */
export type Span = { from: Day; to: Day; branchIds?: string[]; findings?: BranchFinding[] };

/** What falls due between two days, both included, in the actor's scope or the given branches inside it. */
export async function deadlines(actor: Actor, asked: Span): Promise<AgendaFact[]> {
  const found = await Promise.all([
    planFacts(actor, asked),
    dutyFacts(actor, asked),
    termFacts(actor, asked),
    probationFacts(actor, asked),
  ]);
  return found.flat();
}

/** The end of each live branch's last term, and the day six months before, when the election is prepared. */
async function termFacts(actor: Actor, { from, to, branchIds }: Span): Promise<AgendaFact[]> {
  const isNear = { gte: toDate(from), lte: toDate(addMonths(to, 7)) };
  const branches = await db.branch.findMany({
    where: {
      AND: [visibleBranches(actor), { dissolvedOn: null, terms: { some: { endsOn: isNear } } }, among(branchIds)],
    },
    orderBy: { nameSort: "asc" },
    select: { id: true, name: true, terms: { orderBy: { endsOn: "desc" }, take: 1, select: { endsOn: true } } },
  });
  return branches.flatMap(({ terms: [term], ...branch }) => {
    if (!term) return [];
    const endsOn = toDay(term.endsOn);
    const fact = { about: "", title: "", detail: "", branch, href: `/branches/${branch.id}`, isDone: false };
    const facts: AgendaFact[] = [
      { ...fact, kind: "TERM", day: endsOn },
      { ...fact, kind: "ELECTION", day: electionReminderFrom(endsOn) },
    ];
    return facts.filter(({ day }) => day >= from && day <= to);
  });
}

/** The end of each probation, a year after joining; told to those who read the member's name. */
async function probationFacts(actor: Actor, { from, to, branchIds }: Span): Promise<AgendaFact[]> {
  // A leap day's year ends on the 28th: a day more on either side, and the rule decides.
  const joinedOn = { gte: toDate(addMonths(from, -12)), lte: toDate(addMonths(to, -11)) };
  const memberships = await db.membership.findMany({
    where: {
      ...validOn(actor.day),
      branch: { AND: [visibleFindings(actor), among(branchIds)] },
      member: { AND: [visibleMembers(actor), { stage: "PROBATIONARY", leftOn: null, joinedOn }] },
    },
    orderBy: { member: { nameSort: "asc" } },
    select: {
      branch: { select: { id: true, name: true } },
      member: { select: { id: true, name: true, joinedOn: true } },
    },
  });
  const facts = memberships.map(({ branch, member }) => ({
    kind: "PROBATION" as const,
    day: member.joinedOn ? probationEndsOn(toDay(member.joinedOn)) : "",
    about: "",
    title: "",
    detail: member.name,
    branch,
    href: `/members/${member.id}`,
    isDone: false,
  }));
  return facts.filter(({ day }) => day >= from && day <= to);
}

export const among = (branchIds: string[] | undefined) => (branchIds ? { id: { in: branchIds } } : {});
