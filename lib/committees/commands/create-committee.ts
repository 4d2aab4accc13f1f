import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import { namingColumns, refuseFuture, subjectOf, takeOpenCommittee } from "@/lib/committees/commands/committee-in-hand";
import { canCreateCommittee } from "@/lib/committees/policy";
import type { NewCommittee } from "@/lib/committees/schema";
import { notFound } from "@/lib/errors";
import { pinyinSortKey } from "@/lib/search/pinyin";

/** Founds a committee below one in the actor's scope, or, for an administrator, at the top. */
export function createCommittee(actor: Actor, input: NewCommittee): Promise<{ id: string }> {
  return command(actor, "committee.create", input, async (tx, record) => {
    const { parentId, code, foundedOn, name } = input;
    if (!canCreateCommittee(actor, parentId)) throw notFound("上级党委");
    if (parentId) await takeOpenCommittee(tx, actor, parentId);
    refuseFuture(actor, "成立日期", foundedOn);
    const begun = { ...namingColumns(input), validFrom: toDate(foundedOn) };
    const committee = await tx.committee.create({
      data: {
        parentId,
        code,
        name,
        nameSort: pinyinSortKey(name),
        foundedOn: toDate(foundedOn),
        names: { create: begun },
      },
      select: { id: true, name: true },
    });
    await record({ ...subjectOf(committee), after: input });
    return { id: committee.id };
  });
}
