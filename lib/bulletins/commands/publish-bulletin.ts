import "server-only";
import { secretariesOf, staffOfCommittee } from "@/lib/accounts/queries/recipients";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { auditSubject, type LoadedBulletin, loadBulletin, staleBulletin } from "@/lib/bulletins/commands/load-bulletin";
import { findBulletinRow } from "@/lib/bulletins/queries/find-bulletin";
import { takeFigures } from "@/lib/bulletins/queries/take-figures";
import { publishGate } from "@/lib/bulletins/rules/publish-gate";
import type { PublishedBulletin } from "@/lib/bulletins/schema";
import { checkSnapshot } from "@/lib/bulletins/schema/snapshot";
import { formatDayInText, quarterDays } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound } from "@/lib/errors";
import { notify } from "@/lib/outbox/notify";

/**
 * Publishes a bulletin: every figure is frozen with the list behind it, and the secretaries of the expected branches and the
 * committee's other staff learn it. Refuses while the quarter runs, until the summary deadline without `confirmsEarly`, and
 * with a document number that another bulletin of the committee bears.
 */
export async function publishBulletin(actor: Actor, input: PublishedBulletin): Promise<{ id: string }> {
  const bulletin = await findBulletinRow(actor, input.id);
  const snapshot = bulletin && (await takeFigures(actor, bulletin.plan.id));
  return command(actor, "bulletin.publish", input, async (tx, record) => {
    const before = await loadBulletin(tx, actor, input.id, "publish");
    if (!snapshot) throw notFound("通报");
    refuseTooEarly(actor, before, input.confirmsEarly);
    await refuseTakenNumber(tx, before);
    const written = await tx.bulletin.updateMany({
      where: { id: before.id, version: input.version, status: "DRAFT" },
      data: {
        status: "PUBLISHED",
        snapshot: checkSnapshot(snapshot),
        publishedAt: new Date(),
        publishedById: actor.userId,
        publishedByName: actor.name,
        version: { increment: 1 },
      },
    });
    if (written.count !== 1) throw staleBulletin(before);
    await tell(tx, actor, before);
    const figures = Object.fromEntries(
      snapshot.figures.map(({ label, count, base }) => [label, base === null ? count : `${count}/${base}`]),
    );
    await record({ ...auditSubject(before), after: { documentNumber: before.documentNumber, figures } });
    return { id: before.id };
  });
}

function refuseTooEarly(actor: Actor, { plan }: LoadedBulletin, confirmsEarly: boolean): void {
  switch (publishGate(plan.quarter, plan.summaryDueOn, actor.day)) {
    case "RUNNING": {
      const end = formatDayInText(quarterDays(plan.quarter).to);
      throw new DomainError("WRONG_STATE", `本季度${end}结束，季度末的数据还没有形成。请在季度结束后印发。`);
    }
    case "EARLY":
      if (confirmsEarly) return;
      throw new DomainError(
        "WRONG_STATE",
        `总结报送${formatDayInText(plan.summaryDueOn)}截止，此前报送的支部仍属按时。如确需提前印发，请勾选“提前印发”后再次提交。`,
      );
    case "OPEN":
      return;
  }
}

async function refuseTakenNumber(tx: Tx, { id, documentNumber, plan }: LoadedBulletin): Promise<void> {
  if (!documentNumber) return;
  const taken = await tx.bulletin.findFirst({
    where: { documentNumber, id: { not: id }, status: "PUBLISHED", plan: { committeeId: plan.committeeId } },
    select: { title: true },
  });
  if (!taken) return;
  throw new DomainError(
    "CONFLICT",
    `发文字号“${documentNumber}”已用于《${taken.title}》。请先在“修改”中换一个字号，再印发。`,
  );
}

async function tell(tx: Tx, actor: Actor, { id, title, plan }: LoadedBulletin): Promise<void> {
  const expected = await tx.planBranch.findMany({ where: { planId: plan.id }, select: { branchId: true } });
  const branchIds = expected.map(({ branchId }) => branchId);
  const people = [
    ...(await secretariesOf(branchIds, actor.day, tx)),
    ...(await staffOfCommittee(plan.committeeId, actor.day, tx)),
  ];
  await notify(tx, {
    kind: "BULLETIN_PUBLISHED",
    userIds: people.filter((userId) => userId !== actor.userId),
    text: `《${title}》已印发，请查看本支部的情况。`,
    href: `/bulletins/${id}`,
    dedupeKey: `bulletin-published:${id}`,
  });
}
