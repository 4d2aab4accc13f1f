import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { type Day, toDate } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { notFound } from "@/lib/errors";
import { refuseFuture } from "@/lib/members/commands/member-facts";
import { idNumberColumns, phoneColumns } from "@/lib/members/commands/personal-columns";
import { branchToJoin, enterpriseNamed } from "@/lib/members/commands/target-places";
import { canEditMember } from "@/lib/members/policy";
import type { NewMember } from "@/lib/members/schema";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";

/**
 * Registers a member under a committee in the actor's scope, with branch and employer from their days on. Birth date,
 * and gender unless chosen, come from the ID number. Refuses an ID number the committee has already.
 */
export function createMember(actor: Actor, input: NewMember): Promise<{ id: string }> {
  return command(actor, "member.create", input, async (tx, record) => {
    if (!canEditMember(actor, input)) throw notFound("党委");
    refuseFuture(actor, input);
    const { name, ethnicity, education, stage, isMobile, committeeId, idNumber } = input;
    const facts = { ethnicity, education, stage, isMobile, gender: input.gender ?? idNumber.gender };
    const member = await tx.member.create({
      data: {
        ...facts,
        committeeId,
        name,
        nameSort: pinyinSortKey(name, true),
        searchKeys: searchKeysOf(name, true),
        birthOn: toDate(idNumber.birthOn),
        joinedOn: input.joinedOn && toDate(input.joinedOn),
        becameFullOn: input.becameFullOn && toDate(input.becameFullOn),
        ...idNumberColumns(idNumber.idNumber),
        ...phoneColumns(input.phone),
      },
      select: { id: true },
    });
    const branch =
      input.branchId && (await joinBranch(tx, actor, member.id, committeeId, input.branchId, input.branchFrom));
    const employer = input.employer && (await employ(tx, actor, member.id, input, input.employer, input.employedFrom));
    await record({
      subjectType: "Member",
      subjectId: member.id,
      subjectName: name,
      committeeId,
      after: {
        ...facts,
        birthOn: idNumber.birthOn,
        joinedOn: input.joinedOn,
        becameFullOn: input.becameFullOn,
        hasPhone: input.phone !== null,
        branch: branch || null,
        employer: employer || null,
      },
    });
    return member;
  });
}

async function joinBranch(
  tx: Tx,
  actor: Actor,
  memberId: string,
  committeeId: string,
  branchId: string,
  from: Day | null,
) {
  const validFrom = from ?? actor.day;
  const branch = await branchToJoin(tx, actor, committeeId, branchId, validFrom);
  await tx.membership.create({ data: { memberId, branchId, validFrom: toDate(validFrom) }, select: { id: true } });
  return { branchId, name: branch.name, validFrom };
}

async function employ(tx: Tx, actor: Actor, memberId: string, input: NewMember, typed: string, from: Day | null) {
  const validFrom = from ?? actor.day;
  const enterprise = await enterpriseNamed(tx, actor, input.committeeId, typed, validFrom);
  const { post, isManagement } = input;
  await tx.employment.create({
    data: { memberId, enterpriseId: enterprise.id, post, isManagement, validFrom: toDate(validFrom) },
    select: { id: true },
  });
  return { enterpriseId: enterprise.id, name: enterprise.name, post, isManagement, validFrom };
}
