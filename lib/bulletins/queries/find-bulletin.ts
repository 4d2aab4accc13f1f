import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { canManageBulletin, canOpenList, visibleBulletins } from "@/lib/bulletins/policy";
import { takeFigures } from "@/lib/bulletins/queries/take-figures";
import { publishGate } from "@/lib/bulletins/rules/publish-gate";
import { type Figure, type ListRow, readHead, readList, type SnapshotHead } from "@/lib/bulletins/schema/snapshot";
import { allows } from "@/lib/bulletins/workflow";
import { type Quarter, toDay } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { isRecordId } from "@/lib/db/record-id";

export type Bulletin = NonNullable<Awaited<ReturnType<typeof findBulletinRow>>>;
export type BulletinFile = NonNullable<Awaited<ReturnType<typeof findBulletin>>>;

/** A bulletin's texts and what the actor may do with it, without its figures; null when missing or out of scope. */
export async function findBulletinRow(actor: Actor, id: string) {
  if (!isRecordId(id)) return null;
  const bulletin = await db.bulletin.findFirst({
    where: { AND: [visibleBulletins(actor), { id }] },
    select: {
      id: true,
      status: true,
      documentNumber: true,
      title: true,
      recipients: true,
      opening: true,
      goodPractice: true,
      shortfalls: true,
      requirements: true,
      publishedAt: true,
      publishedByName: true,
      version: true,
      plan: { select: { id: true, committeeId: true, year: true, quarter: true, title: true, summaryDueOn: true } },
    },
  });
  if (!bulletin) return null;
  const { plan } = bulletin;
  const quarter = { year: plan.year, quarter: plan.quarter } as Quarter;
  const summaryDueOn = toDay(plan.summaryDueOn);
  const isManaged = canManageBulletin(actor, plan);
  const gate = publishGate(quarter, summaryDueOn, actor.day);
  return {
    ...bulletin,
    quarter,
    summaryDueOn,
    gate,
    can: {
      edit: isManaged && allows(bulletin.status, "edit"),
      redraft: isManaged && allows(bulletin.status, "redraft"),
      publish: isManaged && allows(bulletin.status, "publish"),
      openPlan: isManaged,
    },
  };
}

/** The same with its figures: frozen ones as they were published, those of a draft as they stand now. */
export async function findBulletin(actor: Actor, id: string) {
  const bulletin = await findBulletinRow(actor, id);
  if (!bulletin) return null;
  const figures = await figuresOf(actor, bulletin);
  const opens = (figure: Figure) => canOpenList(actor, bulletin.plan, figure.group);
  return (
    figures && {
      ...bulletin,
      figures,
      /** The day it bears. */
      publishedOn: bulletin.status === "PUBLISHED" ? figures.takenOn : null,
      openKeys: figures.figures.filter(opens).map(({ key }) => key),
    }
  );
}

async function figuresOf(actor: Actor, { id, status, plan }: Bulletin): Promise<SnapshotHead | null> {
  if (status === "DRAFT") return takeFigures(actor, plan.id);
  // Without the lists, which can be long.
  const [kept] = await db.$queryRaw<{ head: unknown }[]>`
    SELECT "snapshot" - 'lists' AS head FROM "Bulletin" WHERE id = ${id}::uuid`;
  return readHead(kept?.head);
}

/** One figure of a bulletin with the list behind it; null when the actor may not open it or there is none of that key. */
export async function findFigure(actor: Actor, bulletinId: string, key: string) {
  const bulletin = await findBulletin(actor, bulletinId);
  const figure = bulletin?.figures.figures.find((each) => each.key === key);
  if (!bulletin || !figure || !bulletin.openKeys.includes(key)) return null;
  const rows = await listOf(actor, bulletin, figure.list);
  const inBase = rows.filter(({ isOutside }) => !isOutside);
  return {
    bulletin,
    figure,
    counted: inBase.filter(({ counts }) => counts.includes(key)),
    rest: inBase.filter(({ counts }) => !counts.includes(key)),
    outside: rows.filter(({ isOutside }) => isOutside),
  };
}

async function listOf(actor: Actor, { id, status, plan }: BulletinFile, list: string): Promise<ListRow[]> {
  if (status === "DRAFT") return (await takeFigures(actor, plan.id))?.lists[list] ?? [];
  const [kept] = await db.$queryRaw<{ rows: unknown }[]>`
    SELECT "snapshot" -> 'lists' -> ${list} AS rows FROM "Bulletin" WHERE id = ${id}::uuid`;
  return readList(kept?.rows ?? null);
}
