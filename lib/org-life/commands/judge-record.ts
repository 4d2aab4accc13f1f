import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { formatDayInText, validOn } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";
import { DomainError } from "@/lib/errors";
import { type BranchInHand, refuseAcceptedQuarter, refuseOutsideLife } from "@/lib/org-life/commands/record-in-hand";
import { orgLifeKindLabels, separateMeetingLabel } from "@/lib/org-life/labels";
import { planTasksOn } from "@/lib/org-life/queries/plan-tasks";
import { rosterOn } from "@/lib/org-life/queries/roster-on";
import { recordsOfDay } from "@/lib/org-life/queries/similar-records";
import {
  type AttendanceRow,
  areVotesPossible,
  attendanceOf,
  countAttendance,
  fittingTasks,
  linkedTaskIds,
  sharedKinds,
  votesOf,
} from "@/lib/org-life/rules";
import type { RecordFacts } from "@/lib/org-life/schema";

/**
 * What is to be written of a meeting, from what the form says and what the registers know of that day.
 * Refuses a day outside the branch's life or in an accepted quarter, a list of members of another day, votes that
 * cannot be, a group that was not there, and a meeting that looks entered already, unless the person says it is not.
 */
export async function judgeRecord(
  tx: Tx,
  actor: Actor,
  branch: BranchInHand,
  input: RecordFacts,
  exceptId?: string | undefined,
) {
  refuseOutsideLife(branch, actor, input.heldOn);
  await refuseAcceptedQuarter(tx, branch, input.heldOn);
  const attendance = await judgeAttendance(tx, branch, input);
  const groupId = await judgeGroup(tx, branch, input);
  if (!input.isSeparate) await refuseTwin(tx, branch, { ...input, groupId }, exceptId);
  const fitting = fittingTasks(await planTasksOn(tx, branch.id, input.heldOn), input);
  return {
    groupId,
    attendance,
    resolutions: judgeResolutions(input, attendance),
    taskIds: linkedTaskIds(fitting, { tickedIds: input.taskIds, shownIds: input.shownTaskIds }),
  };
}

async function judgeAttendance(tx: Tx, branch: BranchInHand, input: RecordFacts): Promise<AttendanceRow[]> {
  const roster = await rosterOn(tx, branch.id, input.heldOn);
  const on = formatDayInText(input.heldOn);
  if (roster.length === 0) {
    throw new DomainError("CONFLICT", `${on}本支部没有登记在册的党员。请核对日期，或请党委工作人员先转入组织关系。`);
  }
  const attendance = attendanceOf(input.kinds, roster, input.marks);
  if (!attendance) {
    throw new DomainError("CONFLICT", `表中的名单不是${on}的党员名单。请点“更新名单”，核对出席情况后再保存。`);
  }
  if (!attendance.some(({ state }) => state === "PRESENT")) {
    throw new DomainError("CONFLICT", "没有一人出席，不能算作一次组织生活。请核对出席情况。");
  }
  return attendance;
}

/** A group meeting is one group's; other meetings are nobody's in particular. */
async function judgeGroup(tx: Tx, branch: BranchInHand, input: RecordFacts): Promise<string | null> {
  if (!input.kinds.includes("GROUP_MEETING")) return null;
  const groups = await tx.partyGroup.findMany({
    where: { branchId: branch.id, ...validOn(input.heldOn) },
    select: { id: true },
  });
  if (groups.length === 0) {
    throw new DomainError(
      "CONFLICT",
      `${formatDayInText(input.heldOn)}本支部没有设党小组，不能记党小组会。请选择其他类型，或请党委工作人员先登记党小组。`,
    );
  }
  const [only] = groups;
  const chosen = input.groupId ?? (groups.length === 1 && only ? only.id : null);
  if (!groups.some(({ id }) => id === chosen)) throw new DomainError("CONFLICT", "请选择召开会议的党小组。");
  return chosen;
}

async function refuseTwin(tx: Tx, branch: BranchInHand, input: RecordFacts, exceptId?: string): Promise<void> {
  const { heldOn } = input;
  const held = await recordsOfDay(tx, { branchId: branch.id, heldOn, exceptId });
  const twin = held.find((record) => sharedKinds(record, input).length > 0);
  if (!twin) return;
  const shared = sharedKinds(twin, input).map((kind) => orgLifeKindLabels[kind]);
  throw new DomainError(
    "CONFLICT",
    `本支部${formatDayInText(heldOn)}已有一次${shared.join("、")}：“${twin.topic}”。如果是同一次，请打开那条记录修改；如果不是，请勾选“${separateMeetingLabel}”再保存。`,
  );
}

function judgeResolutions(input: RecordFacts, attendance: AttendanceRow[]) {
  const counts = countAttendance(attendance);
  return input.resolutions.map((written, index) => {
    const votes = votesOf(written, counts);
    if (!votes && (written.entitledCount !== null || written.presentCount !== null)) {
      throw new DomainError("CONFLICT", `决议 ${index + 1}：表决了请填赞成票数，没有表决请把人数留空。`);
    }
    if (votes && !areVotesPossible(votes)) {
      const { entitledCount, presentCount, forCount } = votes;
      throw new DomainError(
        "CONFLICT",
        `决议 ${index + 1} 的票数不对：应到 ${entitledCount}、实到 ${presentCount}、赞成 ${forCount}。赞成票不能多于实到人数，实到不能多于应到。`,
      );
    }
    const none = { entitledCount: null, presentCount: null, forCount: null };
    return { position: index + 1, text: written.text, ...(votes ?? none) };
  });
}
