import "server-only";
import { among, type Span } from "@/lib/agenda/queries/deadlines";
import type { AgendaFact } from "@/lib/agenda/rules/entries";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { orgLifeKindLabels } from "@/lib/org-life/labels";
import { heldMeetings } from "@/lib/org-life/queries/held-meetings";
import { visibleFindings } from "@/lib/rulebook/policy";

/** The meetings held between two days, both included: all those of a day are one matter. */
export async function meetingsHeld(actor: Actor, asked: Span): Promise<AgendaFact[]> {
  const [meetings, branches] = await Promise.all([
    heldMeetings(actor, asked),
    db.branch.findMany({
      where: { AND: [visibleFindings(actor), among(asked.branchIds)] },
      select: { id: true, name: true },
    }),
  ]);
  const names = new Map(branches.map(({ id, name }) => [id, name]));
  return meetings.map((meeting) => ({
    kind: "MEETING",
    day: meeting.heldOn,
    about: "",
    title: meeting.kinds.map((kind) => orgLifeKindLabels[kind]).join("、"),
    detail: meeting.topic,
    branch: { id: meeting.branchId, name: names.get(meeting.branchId) ?? "" },
    href: `/org-life/${meeting.id}`,
    isDone: true,
  }));
}
