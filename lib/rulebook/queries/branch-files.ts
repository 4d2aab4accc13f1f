import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { countFullMembersAt } from "@/lib/branches/queries/count-full-members";
import { addMonths, type Day, toDate, toDay, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { meetingFacts } from "@/lib/org-life/queries/held-meetings";
import { visibleFindings } from "@/lib/rulebook/policy";
import type { BranchFile, Membership, Unit, Vote } from "@/lib/rulebook/rules/finding";
import { settingDefaults, settingSchemas } from "@/lib/settings/schema";

export type LoadedFile = BranchFile & { committeeId: string };

type Asked = { branchIds?: string[] | undefined; from: Day; day: Day };

/**
 * What the rules look at, of the branches in the actor's scope, or of the given ones inside it, that lived at some time
 * between two days, both included. The number of queries does not grow with the number of branches.
 */
export async function loadBranchFiles(actor: Actor, { branchIds, from, day }: Asked): Promise<LoadedFile[]> {
  const branches = await findBranches(actor, { branchIds, from, day });
  const ids = branches.map(({ id }) => id);
  const committeeIds = [...new Set(branches.map(({ committeeId }) => committeeId))];
  const enterpriseIds = branches.flatMap(({ coverages }) => coverages.map(({ enterprise }) => enterprise.id));
  const [memberships, probationers, meetings, votes, rhythms, fullCounts] = await Promise.all([
    membershipsOf(ids, from),
    probationersOf(ids, day),
    meetingFacts(actor, { from: meetingsFrom(from), to: day, branchIds: ids }),
    votesOf(ids, from, day),
    lectureRhythms(committeeIds),
    countFullMembersAt(db, [...new Set(enterpriseIds)], day),
  ]);
  const meetingsOf = Map.groupBy(meetings, ({ branchId }) => branchId);
  return branches.map(({ coverages, terms: [term], officers, groups, ...branch }) => ({
    ...branch,
    foundedOn: toDay(branch.foundedOn),
    dissolvedOn: branch.dissolvedOn && toDay(branch.dissolvedOn),
    memberships: memberships(branch.id),
    units: coverages.map(
      ({ enterprise }): Unit => ({ name: enterprise.name, fullCount: fullCounts.get(enterprise.id) ?? 0 }),
    ),
    officers: officers.map(withDays),
    groups: groups.map(withDays),
    lastTerm: term ? { startsOn: toDay(term.startsOn), endsOn: toDay(term.endsOn) } : null,
    probationers: probationers(branch.id),
    meetings: meetingsOf.get(branch.id) ?? [],
    votes: votes(branch.id),
    lectureRhythms: rhythms(branch.committeeId),
  }));
}

/** Periods are at most a year long: the one that ends on `from` began within the twelve months before. */
function meetingsFrom(from: Day): Day {
  return addMonths(from, -12);
}

function findBranches(actor: Actor, { branchIds, from, day }: Asked) {
  const since = { OR: [{ validTo: null }, { validTo: { gt: toDate(meetingsFrom(from)) } }] };
  return db.branch.findMany({
    where: {
      AND: [
        visibleFindings(actor),
        branchIds ? { id: { in: branchIds } } : {},
        { foundedOn: { lte: toDate(day) }, OR: [{ dissolvedOn: null }, { dissolvedOn: { gt: toDate(from) } }] },
      ],
    },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    select: {
      id: true,
      committeeId: true,
      name: true,
      kind: true,
      foundedOn: true,
      dissolvedOn: true,
      coverages: {
        where: validOn(day),
        orderBy: { enterprise: { nameSort: "asc" } },
        select: { enterprise: { select: { id: true, name: true } } },
      },
      officers: { where: since, select: { memberId: true, post: true, validFrom: true, validTo: true } },
      groups: {
        where: since,
        orderBy: { name: "asc" },
        select: { id: true, name: true, validFrom: true, validTo: true },
      },
      terms: { orderBy: { endsOn: "desc" }, take: 1, select: { startsOn: true, endsOn: true } },
    },
  });
}

async function membershipsOf(ids: string[], from: Day): Promise<(branchId: string) => Membership[]> {
  const rows = await db.$queryRaw<(Membership & { branchId: string })[]>`
    SELECT s."branchId"::text, s."validFrom"::text, s."validTo"::text,
      full_member_since(m."becameFullOn", m."stage", m."joinedOn", m."createdAt")::text AS "fullFrom"
    FROM "Membership" s JOIN "Member" m ON m.id = s."memberId" AND m."stage" IN ('PROBATIONARY', 'FULL')
    WHERE s."branchId" = ANY(${ids}::uuid[])
      AND (s."validTo" IS NULL OR s."validTo" > ${meetingsFrom(from)}::date)`;
  const byBranch = Map.groupBy(rows, ({ branchId }) => branchId);
  return (branchId) => byBranch.get(branchId) ?? [];
}

async function probationersOf(ids: string[], day: Day) {
  const rows = await db.membership.findMany({
    where: { branchId: { in: ids }, ...validOn(day), member: { stage: "PROBATIONARY" } },
    orderBy: [{ member: { nameSort: "asc" } }, { memberId: "asc" }],
    select: { branchId: true, member: { select: { id: true, name: true, joinedOn: true } } },
  });
  const byBranch = Map.groupBy(rows, ({ branchId }) => branchId);
  return (branchId: string) =>
    (byBranch.get(branchId) ?? []).map(({ member }) => ({
      ...member,
      joinedOn: member.joinedOn && toDay(member.joinedOn),
    }));
}

async function votesOf(ids: string[], from: Day, day: Day): Promise<(branchId: string) => Vote[]> {
  const record = { branchId: { in: ids }, withdrawnAt: null, heldOn: { gte: toDate(from), lte: toDate(day) } };
  const rows = await db.resolution.findMany({
    where: { record, entitledCount: { not: null }, presentCount: { not: null } },
    orderBy: [{ record: { heldOn: "asc" } }, { position: "asc" }],
    select: { entitledCount: true, presentCount: true, record: { select: { branchId: true, heldOn: true } } },
  });
  const byBranch = Map.groupBy(rows, (row) => row.record.branchId);
  return (branchId) =>
    (byBranch.get(branchId) ?? []).map(({ record: { heldOn }, entitledCount, presentCount }) => ({
      heldOn: toDay(heldOn),
      entitledCount: entitledCount ?? 0,
      presentCount: presentCount ?? 0,
    }));
}

/** How often a lecture is due, committee by committee, and since when; at first as the defaults say. */
async function lectureRhythms(committeeIds: string[]): Promise<(committeeId: string) => BranchFile["lectureRhythms"]> {
  const key = "lectureRhythmMonths";
  const rows = await db.committeeSetting.findMany({
    where: { committeeId: { in: committeeIds }, key },
    orderBy: { validFrom: "asc" },
    select: { committeeId: true, value: true, validFrom: true },
  });
  const byCommittee = Map.groupBy(rows, ({ committeeId }) => committeeId);
  return (committeeId) => {
    const changes = (byCommittee.get(committeeId) ?? []).map(({ value, validFrom }) => ({
      from: toDay(validFrom),
      months: settingSchemas[key].parse(value),
    }));
    return [{ from: "1900-01-01", months: settingDefaults[key] }, ...changes];
  };
}

function withDays<Fact extends { validFrom: Date; validTo: Date | null }>(fact: Fact) {
  return { ...fact, validFrom: toDay(fact.validFrom), validTo: fact.validTo && toDay(fact.validTo) };
}
