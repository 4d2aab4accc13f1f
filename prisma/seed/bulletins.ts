import type { Prisma } from "@/generated/prisma/client";
import { mintActor } from "@/lib/auth/actor";
import { takeFigures } from "@/lib/bulletins/queries/take-figures";
import { nextDocumentNumber } from "@/lib/bulletins/rules/document-number";
import { proposeTexts } from "@/lib/bulletins/rules/texts";
import { addDays, today, validOn } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { newId } from "@/lib/db/new-id";
import { transact } from "@/lib/db/transaction";
import { type Doer, staffOf } from "@/prisma/seed/actors";
import { typedInOn } from "@/prisma/seed/chance/people";
import type { Rows } from "@/prisma/seed/world";

type Closed = { id: string; committeeId: string; publishedOn: string; staff: Doer };

/**
 * The bulletins of the quarters that are closed, published shortly before. Their figures are those the portal itself takes,
 * so they are taken when all other samples stand in the database.
 */
export async function seedBulletins(rows: Rows): Promise<void> {
  const numbers = new Map<string, string[]>();
  for (const plan of closedPlans(rows)) {
    const used = numbers.get(plan.committeeId) ?? [];
    const bulletin = await bulletinOf(plan, used);
    if (!bulletin) continue;
    numbers.set(plan.committeeId, [...used, bulletin.documentNumber ?? ""]);
    await transact(async (tx) => {
      await tx.bulletin.create({ data: bulletin, select: { id: true } });
      await tx.notification.createMany({ data: newsOf(rows, plan, bulletin) });
      await tx.auditEntry.create({ data: entryOf(plan, bulletin), select: { id: true } });
    });
  }
}

function closedPlans(rows: Rows): Closed[] {
  return rows.plans.flatMap(({ id, committeeId, closedAt }) => {
    if (!id || !closedAt) return [];
    const publishedOn = addDays(today(new Date(closedAt)), -2);
    return { id, committeeId, publishedOn, staff: staffOf({ rows }, committeeId) };
  });
}

async function bulletinOf({ id, committeeId, publishedOn, staff }: Closed, used: string[]) {
  const scope = { roles: ["STAFF" as const], committeeIds: [committeeId], branchIds: [], instructorId: null };
  const actor = mintActor({ userId: staff.id, name: staff.name, ...scope, day: publishedOn });
  const snapshot = await takeFigures(actor, id);
  if (!snapshot) return null;
  const naming = await db.committeeName.findFirst({
    where: { committeeId, ...validOn(publishedOn) },
    select: { documentPrefix: true },
  });
  const publishedAt = typedInOn(publishedOn);
  return {
    id: newId(),
    planId: id,
    status: "PUBLISHED" as const,
    documentNumber: nextDocumentNumber(naming?.documentPrefix ?? null, Number(publishedOn.slice(0, 4)), used),
    ...proposeTexts(snapshot),
    snapshot,
    publishedAt,
    publishedById: staff.id,
    publishedByName: staff.name,
    createdAt: publishedAt,
    version: 2,
  };
}

type Made = NonNullable<Awaited<ReturnType<typeof bulletinOf>>>;

/** Read long ago by those who lead a branch that was expected. */
function newsOf(rows: Rows, plan: Closed, { id, title, publishedAt }: Made): Prisma.NotificationCreateManyInput[] {
  const expected = new Set(rows.planBranches.filter(({ planId }) => planId === plan.id).map((row) => row.branchId));
  const told = rows.grants.filter(({ branchId }) => branchId && expected.has(branchId));
  return told.map(({ userId }) => ({
    userId,
    kind: "BULLETIN_PUBLISHED",
    text: `《${title}》已印发，请查看本支部的情况。`,
    href: `/bulletins/${id}`,
    dedupeKey: `bulletin-published:${id}`,
    createdAt: publishedAt,
    readAt: publishedAt,
  }));
}

function entryOf({ committeeId, staff }: Closed, { id, title, documentNumber, publishedAt }: Made) {
  return {
    at: publishedAt,
    actorId: staff.id,
    actorName: staff.name,
    actorRoles: ["STAFF"],
    action: "bulletin.publish",
    subjectType: "Bulletin",
    subjectId: id,
    subjectName: title,
    committeeId,
    after: { documentNumber },
  };
}
