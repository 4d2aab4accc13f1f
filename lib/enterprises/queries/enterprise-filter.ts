import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { addDays, toDate, validOn } from "@/lib/calendar";
import { searchHash } from "@/lib/crypto/personal";
import { db } from "@/lib/db/client";
import { visibleEnterprises } from "@/lib/enterprises/policy";
import type { EnterpriseList } from "@/lib/enterprises/schema";
import { bareCode } from "@/lib/identifiers/characters";
import { nameMatches } from "@/lib/search/keys";
import { settingsFrom } from "@/lib/settings/rules";
import { settingDefaults } from "@/lib/settings/schema";

type Where = Prisma.EnterpriseWhereInput;

/** A credit code, or the beginning of one: six signs or more, digits among them. */
const codePart = /^(?=.*\d)[0-9A-Z]{6,18}$/;

/** What a search text finds an enterprise by: part of a name, initials, (part of) a credit code, a contact's last four digits. */
export function enterpriseMatches(text: string): Where {
  const code = bareCode(text);
  const found: Where[] = [nameMatches(text) ?? {}];
  if (codePart.test(code)) found.push({ creditCode: { startsWith: code } });
  if (/^\d{4}$/.test(code)) found.push({ contactPhoneTailHash: searchHash("phoneTail", code) });
  return found.length === 1 ? (found[0] ?? {}) : { OR: found };
}

/** The actor's enterprises under the list's filters: the same for the page, its total and its export. */
export async function enterprisesWhere(actor: Actor, list: EnterpriseList): Promise<Where> {
  const filters: Where[] = [visibleEnterprises(actor)];
  if (list.q) filters.push(enterpriseMatches(list.q));
  if (list.status !== "all") filters.push({ closedOn: list.status === "active" ? null : { not: null } });
  if (list.category) filters.push({ category: list.category });
  if (list.withoutCode) filters.push({ creditCode: null });
  filters.push(...placeFilters(actor, list));
  if (list.coverage === "due") filters.push({ id: { in: await branchDueIds(actor) } });
  else if (list.coverage) filters.push(coverageFilter(actor, list.coverage));
  if (list.stale) filters.push(await staleFilter(actor));
  if (list.overdue) filters.push(branchOverdue(actor));
  return { AND: filters };
}

function placeFilters(actor: Actor, { park, building, settled }: EnterpriseList): Where[] {
  const today = validOn(actor.day);
  const place = { ...(park ? { parkId: park } : {}), ...(building ? { buildingId: building } : {}) };
  const isPlaced = Boolean(park || building);
  if (settled === "yes") return [{ locations: { some: { ...today, ...place, isSettled: true } } }];
  const filters: Where[] = isPlaced ? [{ locations: { some: { ...today, ...place } } }] : [];
  if (settled === "no") filters.push({ locations: { none: { ...today, isSettled: true } } });
  return filters;
}

function coverageFilter(actor: Actor, coverage: "single" | "joint" | "none"): Where {
  const today = toDate(actor.day);
  const live = {
    ...validOn(actor.day),
    branch: { foundedOn: { lte: today }, OR: [{ dissolvedOn: null }, { dissolvedOn: { gt: today } }] },
  };
  const bySingle: Where = { coverages: { some: { ...live, branchKind: "SINGLE" } } };
  if (coverage === "single") return bySingle;
  if (coverage === "none") return { coverages: { none: live } };
  return { AND: [{ coverages: { some: live } }, { NOT: bySingle }] };
}

/** Uncovered enterprises whose planned day for a branch has passed. */
export function branchOverdue(actor: Actor): Where {
  return { closedOn: null, plannedBranchOn: { lt: toDate(actor.day) }, ...coverageFilter(actor, "none") };
}

/** Enterprises of the actor's committees that should have a branch of their own, by the one definition of coverage. */
async function branchDueIds(actor: Actor): Promise<string[]> {
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM enterprise_coverage(${actor.committeeIds}::uuid[], ${actor.day}::date)
    WHERE "fullMemberCount" >= 3 AND NOT "hasSingleBranch"`;
  return due.map(({ id }) => id);
}

/** Enterprises whose number of employees nobody has stated within the days their committee allows. */
async function staleFilter(actor: Actor): Promise<Where> {
  const rows = await db.committeeSetting.findMany({
    where: { committeeId: { in: actor.committeeIds }, key: "staleDays", validFrom: { lte: toDate(actor.day) } },
    select: { committeeId: true, key: true, value: true },
    orderBy: { validFrom: "asc" },
  });
  const own = Map.groupBy(rows, ({ committeeId }) => committeeId);
  const olderThan = (days: number): Where => ({ OR: employeesUnsaidSince(addDays(actor.day, -days)) });
  const usual: Where = { AND: [{ committeeId: { notIn: [...own.keys()] } }, olderThan(settingDefaults.staleDays)] };
  const special = [...own].map(([committeeId, settings]): Where => {
    const chosen = settingsFrom(settings.map((row) => ({ ...row, validFrom: actor.day })), actor.day); // biome-ignore format: one thought
    return { AND: [{ committeeId }, olderThan(chosen.staleDays)] };
  });
  return { OR: [usual, ...special] };
}

function employeesUnsaidSince(day: string): Where[] {
  const path = ["employeeCount", "0", "on"];
  return [{ employeeCount: null }, { sources: { path, equals: Prisma.AnyNull } }, { sources: { path, lt: day } }];
}
