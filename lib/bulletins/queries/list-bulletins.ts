import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { visibleBulletins } from "@/lib/bulletins/policy";
import type { BulletinList } from "@/lib/bulletins/schema";
import { readHead, type SnapshotHead } from "@/lib/bulletins/schema/snapshot";
import type { Quarter } from "@/lib/calendar";
import { visibleCommittees } from "@/lib/committees/policy";
import { db } from "@/lib/db/client";
import { pageWindow } from "@/lib/forms/list-params";

export type ListedBulletin = Awaited<ReturnType<typeof exportBulletins>>[number];

function bulletinsWhere(actor: Actor, list: BulletinList): Prisma.BulletinWhereInput {
  const text = list.q.normalize("NFKC").trim();
  const filters: Prisma.BulletinWhereInput[] = [visibleBulletins(actor)];
  if (text) filters.push({ OR: [{ title: { contains: text } }, { documentNumber: { contains: text } }] });
  if (list.quarter) filters.push({ plan: { year: list.quarter.year, quarter: list.quarter.quarter } });
  if (list.status) filters.push({ status: list.status });
  if (list.committee) filters.push({ plan: { committeeId: list.committee } });
  return { AND: filters };
}

/** The bulletins in scope, the newest quarter first, then the committees in pinyin order, with the figures of those published. */
export async function listBulletins(actor: Actor, list: BulletinList) {
  const where = bulletinsWhere(actor, list);
  const [rows, total] = await Promise.all([read(where, pageWindow(list.page)), db.bulletin.count({ where })]);
  return { rows, total };
}

/** The whole list under the same filters, for the Excel file: some four a year and committee. */
export function exportBulletins(actor: Actor, list: BulletinList) {
  return read(bulletinsWhere(actor, list), { take: 2_000 });
}

async function read(where: Prisma.BulletinWhereInput, window: { skip?: number; take: number }) {
  const bulletins = await db.bulletin.findMany({
    where,
    orderBy: [
      { plan: { year: "desc" } },
      { plan: { quarter: "desc" } },
      { plan: { committee: { nameSort: "asc" } } },
      { id: "asc" },
    ],
    ...window,
    select: {
      id: true,
      title: true,
      documentNumber: true,
      status: true,
      plan: { select: { year: true, quarter: true, committee: { select: { name: true } } } },
    },
  });
  const heads = await headsOf(bulletins.map(({ id }) => id));
  return bulletins.map(({ plan, ...bulletin }) => ({
    ...bulletin,
    quarter: { year: plan.year, quarter: plan.quarter } as Quarter,
    // A published bulletin stays the paper of the committee as it was called then.
    committeeName: heads.get(bulletin.id)?.committeeName ?? plan.committee.name,
    publishedOn: heads.get(bulletin.id)?.takenOn ?? null,
    figures: heads.get(bulletin.id)?.figures ?? null,
  }));
}

/** The frozen figures of the published ones, without the lists. */
async function headsOf(ids: string[]): Promise<Map<string, SnapshotHead>> {
  const kept = await db.$queryRaw<{ id: string; head: unknown }[]>`
    SELECT id::text, "snapshot" - 'lists' AS head FROM "Bulletin"
    WHERE id = ANY(${ids}::uuid[]) AND "status" = 'PUBLISHED' AND "snapshot" IS NOT NULL`;
  return new Map(kept.map(({ id, head }) => [id, readHead(head)]));
}

/** The plans a bulletin can be drafted for: published or closed, without one, the newest first. */
export function plansWithoutBulletin(actor: Actor) {
  return db.quarterlyPlan.findMany({
    where: { AND: [{ committee: visibleCommittees(actor) }, { status: { not: "DRAFT" }, bulletin: null }] },
    orderBy: [{ year: "desc" }, { quarter: "desc" }, { committee: { nameSort: "asc" } }],
    take: 200,
    select: { id: true, title: true, committee: { select: { name: true } } },
  });
}
