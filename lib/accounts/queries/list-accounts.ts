import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { visibleAccounts } from "@/lib/accounts/policy";
import { accountState } from "@/lib/accounts/rules";
import type { AccountList } from "@/lib/accounts/schema";
import type { Actor } from "@/lib/auth/actor";
import { validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { pageWindow } from "@/lib/forms/list-params";

type Filters = Omit<AccountList, "page">;

/** One page of the accounts, with the roles that hold today. */
export async function listAccounts(actor: Actor, list: AccountList) {
  const now = new Date();
  const where = whereOf(actor, list, now);
  const [rows, total] = await Promise.all([
    findRows(actor, where, list, now, pageWindow(list.page)),
    db.user.count({ where }),
  ]);
  return { rows, total };
}

/** All accounts under the same filters, for the export. */
export function exportAccounts(actor: Actor, list: Filters) {
  const now = new Date();
  return findRows(actor, whereOf(actor, list, now), list, now, {});
}

async function findRows(
  actor: Actor,
  where: Prisma.UserWhereInput,
  list: Filters,
  now: Date,
  window: { skip?: number; take?: number },
) {
  const accounts = await db.user.findMany({ where, orderBy: orderOf(list.sort), ...window, select: rowOf(actor) });
  return accounts.map(({ grants, disabledAt, lockedUntil, passwordHash, ...account }) => ({
    ...account,
    state: accountState({ disabledAt, lockedUntil, passwordHash }, now),
    grants: grants.map(({ role, committee, branch }) => ({ role, place: committee?.name ?? branch?.name ?? null })),
  }));
}

function whereOf(actor: Actor, list: Filters, now: Date): Prisma.UserWhereInput {
  return { AND: [visibleAccounts(actor), ...filtersOf(actor, list, now)] };
}

function rowOf(actor: Actor) {
  return {
    id: true,
    username: true,
    name: true,
    disabledAt: true,
    lockedUntil: true,
    passwordHash: true,
    lastLoginAt: true,
    grants: {
      where: validOn(actor.day),
      select: { role: true, committee: { select: { name: true } }, branch: { select: { name: true } } },
    },
  } satisfies Prisma.UserSelect;
}

function orderOf(sort: AccountList["sort"]): Prisma.UserOrderByWithRelationInput[] {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  if (sort === "username" || sort === "-username") return [{ username: direction }];
  return [{ lastLoginAt: { sort: direction, nulls: "last" } }, { id: direction }];
}

function filtersOf(actor: Actor, list: Filters, now: Date): Prisma.UserWhereInput[] {
  const text = list.q.normalize("NFKC").trim();
  const filters: Prisma.UserWhereInput[] = [];
  if (text) filters.push({ OR: [{ username: { contains: text.toLowerCase() } }, { name: { contains: text } }] });
  if (list.role) filters.push({ grants: { some: { role: list.role, ...validOn(actor.day) } } });
  if (list.state) filters.push(stateFilter(list.state, now));
  return filters;
}

function stateFilter(state: NonNullable<AccountList["state"]>, now: Date): Prisma.UserWhereInput {
  const open = { OR: [{ lockedUntil: null }, { lockedUntil: { lte: now } }] };
  switch (state) {
    case "DISABLED":
      return { disabledAt: { not: null } };
    case "LOCKED":
      return { disabledAt: null, lockedUntil: { gt: now } };
    case "WAITING":
      return { disabledAt: null, passwordHash: null, ...open };
    case "ACTIVE":
      return { disabledAt: null, passwordHash: { not: null }, ...open };
  }
}
