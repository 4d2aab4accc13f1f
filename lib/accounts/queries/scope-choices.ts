import "server-only";
import type { Role } from "@/generated/prisma/enums";
import { canManageAccounts } from "@/lib/accounts/policy";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { nameMatches } from "@/lib/search/keys";

export type ScopeChoices = { choices: { id: string; name: string; detail: string | null }[]; isCut: boolean };

/** More places than this are found by part of their name. */
const most = 50;

/**
 * Where a role can act: open committees, live branches, or instructors without an account. For administrators, who
 * see names only. `accountId` adds the profile that account already has. Null for a role that acts nowhere in
 * particular, and for everybody else.
 */
export async function scopeChoices(
  actor: Actor,
  role: Role,
  find: string,
  accountId?: string,
): Promise<ScopeChoices | null> {
  if (!canManageAccounts(actor)) return null;
  switch (role) {
    case "STAFF":
      return cut(await committees(find));
    case "SECRETARY":
      return cut(await branches(actor, find));
    case "INSTRUCTOR":
      return cut(await instructors(actor, find, accountId));
    case "ADMIN":
    case "AUDITOR":
      return null;
  }
}

function cut(found: ScopeChoices["choices"]): ScopeChoices {
  return { choices: found.slice(0, most), isCut: found.length > most };
}

async function committees(find: string) {
  const text = find.normalize("NFKC").trim();
  const found = await db.committee.findMany({
    where: { closedOn: null, ...(text ? { OR: [{ name: { contains: text } }, { code: text.toLowerCase() }] } : {}) },
    orderBy: { nameSort: "asc" },
    take: most + 1,
    select: { id: true, name: true, parent: { select: { name: true } } },
  });
  return found.map(({ id, name, parent }) => ({ id, name, detail: parent?.name ?? null }));
}

const withCommittee = { id: true, name: true, committee: { select: { name: true } } };

async function branches(actor: Actor, find: string) {
  const live = { OR: [{ dissolvedOn: null }, { dissolvedOn: { gt: toDate(actor.day) } }] };
  const found = await db.branch.findMany({
    where: { AND: [live, nameMatches(find) ?? {}] },
    orderBy: { nameSort: "asc" },
    take: most + 1,
    select: withCommittee,
  });
  return found.map(({ id, name, committee }) => ({ id, name, detail: committee.name }));
}

async function instructors(actor: Actor, find: string, accountId: string | undefined) {
  const free = { OR: [{ userId: null }, ...(accountId ? [{ userId: accountId }] : [])] };
  const serving = { OR: [{ endedOn: null }, { endedOn: { gt: toDate(actor.day) } }] };
  const found = await db.instructor.findMany({
    where: { AND: [free, serving, nameMatches(find) ?? {}] },
    orderBy: { nameSort: "asc" },
    take: most + 1,
    select: withCommittee,
  });
  return found.map(({ id, name, committee }) => ({ id, name, detail: committee.name }));
}
