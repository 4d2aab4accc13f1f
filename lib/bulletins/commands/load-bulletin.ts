import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { canManageBulletin, visibleBulletins } from "@/lib/bulletins/policy";
import { allows, type BulletinAct } from "@/lib/bulletins/workflow";
import { type Quarter, toDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound, StaleError } from "@/lib/errors";

export type LoadedBulletin = Awaited<ReturnType<typeof loadBulletin>>;

const texts = {
  title: true,
  documentNumber: true,
  recipients: true,
  opening: true,
  goodPractice: true,
  shortfalls: true,
  requirements: true,
} as const;

/** The bulletin a command is about, in the actor's scope and in a state that allows the act. */
export async function loadBulletin(tx: Tx, actor: Actor, id: string, act: BulletinAct) {
  const bulletin = await tx.bulletin.findFirst({
    where: { AND: [visibleBulletins(actor), { id }] },
    select: {
      id: true,
      status: true,
      ...texts,
      version: true,
      plan: { select: { id: true, committeeId: true, year: true, quarter: true, summaryDueOn: true } },
    },
  });
  if (!bulletin || !canManageBulletin(actor, bulletin.plan)) throw notFound("通报");
  if (!allows(bulletin.status, act)) {
    throw new DomainError("WRONG_STATE", "通报已印发，内容和数据都不能再改。如有新情况，请在下一季度的通报中说明。");
  }
  const { plan, ...rest } = bulletin;
  const quarter = { year: plan.year, quarter: plan.quarter } as Quarter;
  return { ...rest, plan: { ...plan, quarter, summaryDueOn: toDay(plan.summaryDueOn) } };
}

/** The texts of a bulletin, for its trail and for a form. */
export function textsOf(bulletin: LoadedBulletin) {
  const { title, documentNumber, recipients, opening, goodPractice, shortfalls, requirements } = bulletin;
  return { title, documentNumber, recipients, opening, goodPractice, shortfalls, requirements };
}

/** Somebody saved the bulletin meanwhile: what stands there now. */
export function staleBulletin(bulletin: LoadedBulletin): StaleError {
  const texts = textsOf(bulletin);
  return new StaleError(bulletin.version, { ...texts, documentNumber: texts.documentNumber ?? "" });
}

/** How a bulletin stands in the trail. */
export function auditSubject({ id, title, plan }: { id: string; title: string; plan: { committeeId: string } }) {
  return { subjectType: "Bulletin", subjectId: id, subjectName: title, committeeId: plan.committeeId };
}
