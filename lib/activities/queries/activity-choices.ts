import "server-only";
import { visibleActivities } from "@/lib/activities/policy";
import type { InvitePick } from "@/lib/activities/schema";
import { type Actor, holds } from "@/lib/auth/actor";
import { visibleBranches } from "@/lib/branches/policy";
import { describeEnterprises } from "@/lib/branches/queries/pick-enterprises";
import { addQuarters, type Quarter, quarterOf, toDate, validOn, writeQuarterInText } from "@/lib/calendar";
import { committeeChoices } from "@/lib/committees/queries";
import { db } from "@/lib/db/client";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import { visiblePlans } from "@/lib/plans/policy";
import { nameMatches } from "@/lib/search/keys";

export type Organizer = { committeeId: string; branchId: string | null; name: string };

/** For whom the actor plans activities: the committees worked for, and the live branches led. */
export async function organizerChoices(actor: Actor): Promise<Organizer[]> {
  const [committees, branches] = await Promise.all([
    holds(actor, "STAFF") ? committeeChoices({ ...actor, roles: ["STAFF"] }) : [],
    db.branch.findMany({
      where: { AND: [visibleBranches(actor), { id: { in: actor.branchIds }, dissolvedOn: null }] },
      orderBy: { nameSort: "asc" },
      select: { id: true, name: true, committeeId: true },
    }),
  ]);
  return [
    ...committees.map(({ id, name }) => ({ committeeId: id, branchId: null, name })),
    ...(holds(actor, "SECRETARY") ? branches : []).map(({ id, name, committeeId }) => ({
      committeeId,
      branchId: id,
      name,
    })),
  ];
}

type Choice = { value: string; label: string };

/**
 * The tasks an activity of a committee may serve: those of the published plans of the present quarter and its
 * neighbours, the ones that ask for an activity first. `kept` stays among them, however old.
 */
export async function taskChoices(actor: Actor, committeeId: string, kept: string | null): Promise<Choice[]> {
  const quarters = [0, 1, -1].map((count) => addQuarters(quarterOf(actor.day), count));
  const tasks = await db.planTask.findMany({
    where: {
      withdrawnIn: null,
      plan: { AND: [visiblePlans(actor), { committeeId }] },
      OR: [{ plan: { status: "PUBLISHED", OR: quarters } }, ...(kept ? [{ id: kept }] : [])],
    },
    orderBy: [{ plan: { year: "desc" } }, { plan: { quarter: "desc" } }, { position: "asc" }],
    take: 300,
    select: { id: true, title: true, evidence: true, plan: { select: { year: true, quarter: true } } },
  });
  const asksActivity = (task: (typeof tasks)[number]) => (task.evidence === "ACTIVITY" ? 0 : 1);
  return tasks
    .toSorted((a, b) => asksActivity(a) - asksActivity(b))
    .map(({ id, title, plan }) => ({
      value: id,
      label: `${writeQuarterInText({ year: plan.year, quarter: plan.quarter as Quarter["quarter"] })}：${title}`,
    }));
}

/** The campaigns an activity of a committee may be part of, the latest first; never itself. */
export async function campaignChoices(actor: Actor, committeeId: string, self: string | null): Promise<Choice[]> {
  const campaigns = await db.activity.findMany({
    where: {
      AND: [
        visibleActivities(actor),
        { committeeId, kind: "CAMPAIGN", status: { not: "CANCELLED" } },
        self ? { id: { not: self } } : {},
      ],
    },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    take: 100,
    select: { id: true, title: true },
  });
  return campaigns.map(({ id, title }) => ({ value: id, label: title }));
}

/** The branches that can be asked to an activity: the live ones of its committee in the actor's scope. */
export async function invitableBranches(actor: Actor, committeeId: string): Promise<Choice[]> {
  const branches = await db.branch.findMany({
    where: { AND: [visibleBranches(actor), { committeeId, dissolvedOn: null }] },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    take: 2_000,
    select: { id: true, name: true },
  });
  return branches.map(({ id, name }) => ({ value: id, label: name }));
}

const found = 20;

/** The enterprises ticked so far, and those a search finds that are not asked yet; without a search, covered ones. */
export async function pickInvited(actor: Actor, activity: { id: string; committeeId: string }, pick: InvitePick) {
  const open = {
    committeeId: activity.committeeId,
    OR: [{ closedOn: null }, { closedOn: { gt: toDate(actor.day) } }],
    activities: { none: { activityId: activity.id } },
  };
  const byName = nameMatches(pick.q);
  const wanted = byName
    ? { OR: [byName, { creditCode: { startsWith: pick.q.trim().toUpperCase() } }] }
    : { coverages: { some: validOn(actor.day) } };
  const scope = visibleEnterprises(actor);
  const [chosen, others] = await Promise.all([
    describeEnterprises(actor, { AND: [scope, open, { id: { in: pick.enterprises } }] }, 50),
    describeEnterprises(actor, { AND: [scope, open, { id: { notIn: pick.enterprises } }, wanted] }, found),
  ]);
  return { chosen, found: others };
}
