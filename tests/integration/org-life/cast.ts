import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/calendar";
import { db } from "@/lib/db/client";
import { createRecord } from "@/lib/org-life/commands/create-record";
import type { NewRecord } from "@/lib/org-life/schema";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";
import { assignment, branch, committee, instructor, member } from "@/tests/support/factories/registers";

/** The day of these tests, in the last quarter of 2026. */
export const day: Day = "2026-11-23";

export type Cast = {
  committeeId: string;
  branchId: string;
  branchName: string;
  /** Three full members and one on probation, in the branch since 2024. */
  memberIds: string[];
  probationerId: string;
  secretary: Actor;
  staff: Actor;
  strangers: [string, Actor][];
};

/** A branch with four members, who keeps its records, and everybody who may not. */
export async function castOf(): Promise<Cast> {
  const committeeId = (await committee()).id;
  const { id: branchId, name: branchName } = await branch({ committeeId });
  const full = await Promise.all([1, 2, 3].map(() => member({ branchId })));
  const probationer = await member({ branchId, stage: "PROBATIONARY", joinedOn: "2026-05-01" });
  const { id: instructorId } = await instructor({ committeeId });
  await assignment({ instructorId, branchId });
  const elsewhere = await branch({ committeeId });
  return {
    committeeId,
    branchId,
    branchName,
    memberIds: full.map(({ id }) => id),
    probationerId: probationer.id,
    secretary: secretaryOf(branchId, { day }),
    staff: staffOf(committeeId, { day }),
    strangers: [
      ["staff of another committee", staffOf((await committee()).id, { day })],
      ["secretary of another branch", secretaryOf(elsewhere.id, { day })],
      ["the branch's instructor", instructorOf(instructorId, { day })],
      ["administrator", administrator({ day })],
      ["auditor", auditor({ day })],
      ["no role", anonymousOf({ committeeIds: [committeeId], branchIds: [branchId] })],
    ],
  };
}

/** What the form sends when nothing but the kind and the topic was touched. */
export function meeting(cast: Cast, more: Partial<NewRecord> = {}): NewRecord {
  const present = (memberId: string) => ({ memberId, state: "PRESENT" as const, reason: null });
  return {
    branchId: cast.branchId,
    kinds: ["THEME_DAY"],
    groupId: null,
    heldOn: "2026-11-05",
    topic: "学习交流",
    place: "会议室",
    host: "王明",
    recorder: null,
    content: "",
    marks: [...cast.memberIds, cast.probationerId].map(present),
    resolutions: [],
    taskIds: [],
    shownTaskIds: [],
    isSeparate: false,
    ...more,
  };
}

/** A meeting recorded by the secretary; its id. */
export async function recorded(cast: Cast, more: Partial<NewRecord> = {}): Promise<string> {
  return (await createRecord(cast.secretary, meeting(cast, more))).id;
}

/** The trail of a record, oldest first. */
export function trailOf(subjectId: string) {
  return db.auditEntry.findMany({ where: { subjectId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
}
