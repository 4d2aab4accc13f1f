import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { toDate } from "@/lib/calendar";
import {
  auditSubject,
  claimVersion,
  type EditableMember,
  editableMember,
} from "@/lib/members/commands/editable-member";
import { refuseFuture } from "@/lib/members/commands/member-facts";
import { idNumberColumns, phoneColumns } from "@/lib/members/commands/personal-columns";
import { genderLabels, memberStageLabels } from "@/lib/members/labels";
import type { EditedMember } from "@/lib/members/schema";
import { searchKeysOf } from "@/lib/search/keys";
import { pinyinSortKey } from "@/lib/search/pinyin";

/**
 * Corrects a member's facts; changes with a day of their own (branch, employer, stage) are other acts. An empty ID
 * number or phone stays as recorded. Refuses when somebody saved the file after the form was opened.
 */
export function updateMember(actor: Actor, input: EditedMember): Promise<{ id: string }> {
  return command(actor, "member.update", input, async (tx, record) => {
    const before = await editableMember(tx, actor, input.id);
    await claimVersion(tx, before, input.version, formValues(before));
    refuseFuture(actor, input);
    const { name, ethnicity, education, stage, isMobile, joinedOn, becameFullOn, idNumber, phone } = input;
    const gender = input.gender ?? idNumber?.gender ?? before.gender;
    await tx.member.update({
      where: { id: before.id },
      data: {
        name,
        nameSort: pinyinSortKey(name, true),
        searchKeys: searchKeysOf(name, true),
        gender,
        ethnicity,
        education,
        stage,
        isMobile,
        joinedOn: joinedOn && toDate(joinedOn),
        becameFullOn: becameFullOn && toDate(becameFullOn),
        ...(idNumber ? { ...idNumberColumns(idNumber.idNumber), birthOn: toDate(idNumber.birthOn) } : {}),
        ...(phone !== null || input.isPhoneRemoved ? phoneColumns(input.isPhoneRemoved ? null : phone) : {}),
      },
      select: { id: true },
    });
    await record({
      ...auditSubject({ ...before, name }),
      before: factsOf(before),
      after: {
        ...factsOf({ ...input, gender, birthOn: idNumber?.birthOn ?? before.birthOn }),
        isIdNumberChanged: idNumber !== null,
        isPhoneChanged: phone !== null || input.isPhoneRemoved,
      },
    });
    return { id: before.id };
  });
}

type Facts = Pick<
  EditableMember,
  "name" | "gender" | "ethnicity" | "birthOn" | "education" | "stage" | "joinedOn" | "becameFullOn" | "isMobile"
>;

function factsOf(facts: Facts) {
  const { name, gender, ethnicity, birthOn, education, stage, joinedOn, becameFullOn, isMobile } = facts;
  return { name, gender, ethnicity, birthOn, education, stage, joinedOn, becameFullOn, isMobile };
}

/** What stands now, in the words of the form. */
function formValues(member: EditableMember): Record<string, string> {
  return {
    name: member.name,
    gender: member.gender ? genderLabels[member.gender] : "",
    ethnicity: member.ethnicity ?? "",
    education: member.education ?? "",
    stage: memberStageLabels[member.stage],
    joinedOn: member.joinedOn ?? "",
    becameFullOn: member.becameFullOn ?? "",
  };
}
