import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { refuseFuture, subjectOf, takeOpenCommittee } from "@/lib/committees/commands/committee-in-hand";
import type { EditedCommittee } from "@/lib/committees/schema";
import { StaleError } from "@/lib/errors";

/** Corrects a committee's code and founding day. Refuses when somebody saved it after the form was opened. */
export function updateCommittee(actor: Actor, input: EditedCommittee): Promise<{ id: string }> {
  return command(actor, "committee.update", input, async (tx, record) => {
    const before = await takeOpenCommittee(tx, actor, input.id);
    if (input.foundedOn) refuseFuture(actor, "成立日期", input.foundedOn);
    const written = await tx.committee.updateMany({
      where: { id: input.id, version: input.version, closedOn: null },
      data: {
        code: input.code,
        foundedOn: input.foundedOn && toDate(input.foundedOn),
        version: { increment: 1 },
      },
    });
    if (written.count !== 1) {
      throw new StaleError(before.version, { code: before.code, foundedOn: before.foundedOn ?? "" });
    }
    await record({
      ...subjectOf(before),
      before: { code: before.code, foundedOn: before.foundedOn },
      after: { code: input.code, foundedOn: input.foundedOn },
    });
    return { id: input.id };
  });
}
