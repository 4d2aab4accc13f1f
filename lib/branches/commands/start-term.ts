import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { auditSubject, lockLiveBranch, refuseOutside } from "@/lib/branches/commands/load-branch";
import type { NewTerm } from "@/lib/branches/schema";
import { formatDayInText, toDate, toDay } from "@/lib/calendar";
import { DomainError } from "@/lib/errors";
import { termEnd } from "@/lib/rulebook/rules/term";

/**
 * Records an election (换届): a new term from a day on, three years unless the end is given. An early election ends the
 * term that still runs on the same day; `endsOfficers` ends the posts held until then.
 * Refuses a start that is not after the start of the last term.
 */
export function startTerm(actor: Actor, input: NewTerm): Promise<{ id: string }> {
  return command(actor, "branch.start-term", input, async (tx, record) => {
    const branch = await lockLiveBranch(tx, actor, input.branchId);
    const { startsOn } = input;
    const endsOn = input.endsOn ?? termEnd(startsOn);
    refuseOutside(branch, actor, "任期开始日期", startsOn);
    const last = await tx.branchTerm.findFirst({
      where: { branchId: branch.id },
      orderBy: { endsOn: "desc" },
      select: { id: true, startsOn: true, endsOn: true },
    });
    if (last && toDay(last.startsOn) >= startsOn) {
      const day = formatDayInText(toDay(last.startsOn));
      throw new DomainError("CONFLICT", `已登记自${day}开始的任期，新任期应晚于它。如那一届登记有误，请先更正。`);
    }
    if (last && toDay(last.endsOn) > startsOn) {
      await tx.branchTerm.update({ where: { id: last.id }, data: { endsOn: toDate(startsOn) }, select: { id: true } });
    }
    await tx.branchTerm.create({
      data: { branchId: branch.id, startsOn: toDate(startsOn), endsOn: toDate(endsOn) },
      select: { id: true },
    });
    const ended = input.endsOfficers
      ? await tx.branchOfficer.updateMany({
          where: { branchId: branch.id, validFrom: { lt: toDate(startsOn) }, validTo: null },
          data: { validTo: toDate(startsOn) },
        })
      : { count: 0 };
    await record({
      ...auditSubject(branch),
      ...(last ? { before: { startsOn: toDay(last.startsOn), endsOn: toDay(last.endsOn) } } : {}),
      after: { startsOn, endsOn, officersEnded: ended.count },
    });
    return { id: branch.id };
  });
}
