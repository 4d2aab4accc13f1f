import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visibleBulletins } from "@/lib/bulletins/policy";
import { nextDocumentNumber } from "@/lib/bulletins/rules/document-number";
import { takeSnapshot } from "@/lib/bulletins/rules/take-snapshot";
import { proposeTexts } from "@/lib/bulletins/rules/texts";
import type { Snapshot } from "@/lib/bulletins/schema/snapshot";
import { quarterDays, validOn } from "@/lib/calendar";
import { visibleCommittees } from "@/lib/committees/policy";
import { baseLabels } from "@/lib/coverage/labels";
import { completeQuestion } from "@/lib/coverage/queries/complete-question";
import { exportCoverage } from "@/lib/coverage/queries/list-coverage";
import { coverageList } from "@/lib/coverage/schema";
import { db } from "@/lib/db/client";
import { findPlanProgress } from "@/lib/plans/queries/plan-progress";
import { orgLifeCompliance } from "@/lib/rulebook/queries/org-life-compliance";

/** A committee as it is called on the actor's day, with the prefix of its papers; it keeps its earlier names with their days. */
async function committeeNaming(actor: Actor, committeeId: string) {
  const committee = await db.committee.findFirst({
    where: { AND: [visibleCommittees(actor), { id: committeeId }] },
    select: { name: true, names: { where: validOn(actor.day), take: 1, select: { name: true, documentPrefix: true } } },
  });
  const [naming] = committee?.names ?? [];
  return { name: naming?.name ?? committee?.name ?? "", documentPrefix: naming?.documentPrefix ?? null };
}

/**
 * The figures of a plan's quarter with the lists behind them, as they stand on the actor's day: coverage at the quarter's
 * end, or on that day while the quarter runs. For staff of the committee; null for everybody else and for a draft plan.
 */
export async function takeFigures(actor: Actor, planId: string): Promise<Snapshot | null> {
  const progress = await findPlanProgress(actor, planId);
  if (!progress) return null;
  const { committeeId, quarter } = progress;
  const [day] = [quarterDays(quarter).to, actor.day].toSorted();
  const asked = coverageList.parse({ day, committee: committeeId });
  const [naming, compliance, coverage] = await Promise.all([
    committeeNaming(actor, committeeId),
    orgLifeCompliance(actor, { branchIds: progress.branches.map(({ branchId }) => branchId), quarter }),
    completeQuestion(actor, asked).then(async (question) => ({
      day: question.day,
      baseLabel: baseLabels[question.base],
      rows: await exportCoverage(actor, question),
    })),
  ]);
  return takeSnapshot({ day: actor.day, committeeName: naming.name, progress, compliance, coverage });
}

/** What a new bulletin of a plan's quarter starts with; null where `takeFigures` is null. */
export async function proposeBulletin(actor: Actor, planId: string) {
  const figures = await takeFigures(actor, planId);
  return figures && { ...proposeTexts(figures), documentNumber: await proposeDocumentNumber(actor, planId) };
}

/** The next number after those the committee's bulletins bear; null without a prefix. */
async function proposeDocumentNumber(actor: Actor, planId: string): Promise<string | null> {
  const { committeeId } = await db.quarterlyPlan.findUniqueOrThrow({
    where: { id: planId },
    select: { committeeId: true },
  });
  const [naming, earlier] = await Promise.all([
    committeeNaming(actor, committeeId),
    db.bulletin.findMany({
      where: { AND: [visibleBulletins(actor), { plan: { committeeId } }] },
      select: { documentNumber: true },
    }),
  ]);
  const used = earlier.map(({ documentNumber }) => documentNumber);
  return nextDocumentNumber(naming.documentPrefix, Number(actor.day.slice(0, 4)), used);
}
