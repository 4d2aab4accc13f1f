import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { type Day, formatDayInText, toDate } from "@/lib/calendar";
import { DomainError } from "@/lib/errors";
import { auditSubject, claimMember, type EditableMember } from "@/lib/members/commands/editable-member";
import { refuseLaterThanToday } from "@/lib/members/commands/member-facts";
import { memberStageLabels } from "@/lib/members/labels";
import { probationEndsOn } from "@/lib/members/rules";
import type { AdvancedMember } from "@/lib/members/schema";
import { stageAfter } from "@/lib/members/workflow";

/**
 * Takes a person to the next stage on a day: a probationary member has joined then, a full member has become full then.
 * Refuses a stage that does not follow, and becoming full before one year of probation (发展党员工作细则).
 */
export function advanceMember(actor: Actor, input: AdvancedMember): Promise<{ id: string }> {
  return command(actor, "member.advance", input, async (tx, record) => {
    const member = await claimMember(tx, actor, input);
    const { stage, on } = input;
    if (stageAfter(member.stage) !== stage) {
      throw new DomainError(
        "WRONG_STATE",
        `“${member.name}”现为${memberStageLabels[member.stage]}，不能直接登记为${memberStageLabels[stage]}。请返回党员页面核对。`,
      );
    }
    refuseLaterThanToday(actor, "日期", on);
    if (stage === "FULL") refuseBeforeProbationEnds(member, on);
    await tx.member.update({
      where: { id: member.id },
      data: {
        stage,
        ...(stage === "PROBATIONARY" ? { joinedOn: toDate(on) } : {}),
        ...(stage === "FULL" ? { becameFullOn: toDate(on) } : {}),
      },
      select: { id: true },
    });
    await record({ ...auditSubject(member), before: { stage: member.stage }, after: { stage, on } });
    return { id: member.id };
  });
}

function refuseBeforeProbationEnds(member: EditableMember, on: Day): void {
  if (member.joinedOn === null) return;
  const endsOn = probationEndsOn(member.joinedOn);
  if (on >= endsOn) return;
  throw new DomainError(
    "WRONG_STATE",
    `预备期一年，“${member.name}”最早 ${formatDayInText(endsOn)}转正。如果入党日期（${member.joinedOn}）登记有误，请先更正。`,
  );
}
