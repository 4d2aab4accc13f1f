import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { type Day, formatDayInText, toDate, toDay } from "@/lib/calendar";
import {
  namingColumns,
  refuseFuture,
  showPresentName,
  subjectOf,
  takeCommittee,
  takeOpenCommittee,
} from "@/lib/committees/commands/committee-in-hand";
import type { CorrectedName, RenamedCommittee } from "@/lib/committees/schema";
import type { Tx } from "@/lib/db/transaction";
import { DomainError, notFound, StaleError } from "@/lib/errors";

/**
 * Gives a committee a new name, district, superior bodies or document prefix from a day on, up to today; what held
 * before is kept with its days. Refuses a day not after the last change.
 */
export function renameCommittee(actor: Actor, input: RenamedCommittee): Promise<{ id: string }> {
  return command(actor, "committee.rename", input, async (tx, record) => {
    const committee = await takeOpenCommittee(tx, actor, input.id);
    await takeVersion(tx, committee, input.version);
    refuseFuture(actor, "变更日期", input.validFrom);
    const last = (await namesOf(tx, committee.id)).at(-1);
    if (last && input.validFrom <= last.validFrom) {
      const since = formatDayInText(last.validFrom);
      throw new DomainError("CONFLICT", `现名称自${since}起使用，变更日期应晚于这一天。登记有误时请更正那一条。`);
    }
    if (last) await setDays(tx, last.id, { validTo: input.validFrom });
    await tx.committeeName.create({
      data: { committeeId: committee.id, ...namingColumns(input), validFrom: toDate(input.validFrom) },
      select: { id: true },
    });
    await showPresentName(tx, committee.id, actor.day);
    await record({
      ...subjectOf({ ...committee, name: input.name }),
      ...(last ? { before: { ...namingColumns(last), validFrom: last.validFrom } } : {}),
      after: { ...namingColumns(input), validFrom: input.validFrom },
    });
    return { id: committee.id };
  });
}

/**
 * Corrects what was recorded wrongly in one of a committee's names: words, or the day it began; the name before it
 * then ends on that day. It is no change of the committee itself.
 */
export function correctCommitteeName(actor: Actor, input: CorrectedName): Promise<{ id: string }> {
  return command(actor, "committee.correct", input, async (tx, record) => {
    const kept = await tx.committeeName.findUnique({ where: { id: input.id }, select: { committeeId: true } });
    if (!kept) throw notFound("名称记录");
    const committee = await takeCommittee(tx, actor, kept.committeeId);
    await takeVersion(tx, committee, input.version);
    const names = await namesOf(tx, committee.id);
    const index = names.findIndex(({ id }) => id === input.id);
    const before = names[index];
    if (!before) throw notFound("名称记录");
    await moveBegin(tx, actor, before, names[index - 1], input.validFrom);
    await tx.committeeName.update({ where: { id: input.id }, data: namingColumns(input), select: { id: true } });
    await showPresentName(tx, committee.id, actor.day);
    await record({
      ...subjectOf(committee),
      reason: input.reason,
      before: { ...namingColumns(before), validFrom: before.validFrom },
      after: { ...namingColumns(input), validFrom: input.validFrom },
    });
    return { id: committee.id };
  });
}

type KeptName = Awaited<ReturnType<typeof namesOf>>[number];

/** Moves the day a name began, and with it the end of the one before; no gap and no overlap at any moment. */
async function moveBegin(tx: Tx, actor: Actor, name: KeptName, earlier: KeptName | undefined, validFrom: Day) {
  if (validFrom === name.validFrom) return;
  refuseFuture(actor, "起始日期", validFrom);
  const isInside = (!earlier || validFrom > earlier.validFrom) && (!name.validTo || validFrom < name.validTo);
  if (!isInside) {
    throw new DomainError("CONFLICT", "起始日期应在前一个名称的起始日期之后、本名称的结束日期之前。请核对日期。");
  }
  const touches = earlier?.validTo === name.validFrom;
  if (earlier && touches && validFrom < name.validFrom) await setDays(tx, earlier.id, { validTo: validFrom });
  await setDays(tx, name.id, { validFrom });
  if (earlier && touches && validFrom > name.validFrom) await setDays(tx, earlier.id, { validTo: validFrom });
}

/** Claims the version the form was opened on. */
async function takeVersion(tx: Tx, committee: { id: string; name: string; version: number }, version: number) {
  const taken = await tx.committee.updateMany({
    where: { id: committee.id, version },
    data: { version: { increment: 1 } },
  });
  if (taken.count !== 1) throw new StaleError(committee.version, { name: committee.name });
}

/** The names in the order they were held, days as written in forms. */
async function namesOf(tx: Tx, committeeId: string) {
  const names = await tx.committeeName.findMany({ where: { committeeId }, orderBy: { validFrom: "asc" } });
  return names.map(({ validFrom, validTo, ...name }) => ({
    ...name,
    validFrom: toDay(validFrom),
    validTo: validTo && toDay(validTo),
  }));
}

function setDays(tx: Tx, id: string, days: { validFrom?: Day; validTo?: Day }) {
  const { validFrom, validTo } = days;
  return tx.committeeName.update({
    where: { id },
    data: {
      ...(validFrom ? { validFrom: toDate(validFrom) } : {}),
      ...(validTo ? { validTo: toDate(validTo) } : {}),
    },
    select: { id: true },
  });
}
