"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState, useTransition } from "react";
import { DateField } from "@/components/org-life/form/date-field";
import { GroupField } from "@/components/org-life/form/group-field";
import { KindFields } from "@/components/org-life/form/kind-fields";
import { RosterFields } from "@/components/org-life/form/roster-fields";
import { TaskFields } from "@/components/org-life/form/task-fields";
import { TwinWarning } from "@/components/org-life/form/twin-warning";
import { useFormState } from "@/components/ui/form";
import type { OrgLifeKind } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import type { Mark, PlanTaskChoice, RosterMember } from "@/lib/org-life/rules";

export type MeetingOpening = {
  kinds: OrgLifeKind[];
  heldOn: Day;
  groupId: string | null;
  marks: Mark[];
  /** The tasks linked so far; null for a new record, which links whatever fits. */
  taskIds: string[] | null;
  /** The task somebody came from. */
  wantedTaskId: string | null;
};

export type MeetingChoices = {
  roster: RosterMember[];
  tasks: PlanTaskChoice[];
  groups: { id: string; name: string; memberIds: string[] | null }[];
  /** What the branch already has of that day. */
  held: { id: string; topic: string; kinds: OrgLifeKind[]; groupId: string | null }[];
};

/**
 * Kinds and day decide together who was called, which tasks are fulfilled and whether the meeting is there already.
 * Another day brings its own roster; what was typed elsewhere stays. Without JavaScript the button asks for it by GET.
 */
export function MeetingFields(props: {
  /** The page of the form, and what of its question stays. */
  path: string;
  asked: Record<string, string>;
  earliest: Day;
  latest: Day;
  opening: MeetingOpening;
  choices: MeetingChoices;
  /** What is typed between the day and the roster. */
  children: ReactNode;
}) {
  const { opening, choices } = props;
  const { values } = useFormState();
  const typedKinds = values.kinds as OrgLifeKind[] | undefined;
  const [kinds, setKinds] = useState<OrgLifeKind[]>(typedKinds ?? opening.kinds);
  const [heldOn, setHeldOn] = useState<Day>(typeof values.heldOn === "string" ? values.heldOn : opening.heldOn);
  const typedGroup = values.groupId;
  const [groupId, setGroupId] = useState(typeof typedGroup === "string" ? typedGroup : (opening.groupId ?? ""));
  const [isLoading, startLoading] = useTransition();
  const router = useRouter();
  const reload = (day: Day) => {
    if (day < props.earliest || day > props.latest) return;
    const query = new URLSearchParams({ ...props.asked, heldOn: day });
    startLoading(() => router.replace(`${props.path}?${query}`, { scroll: false }));
  };
  const changeDay = (day: Day) => {
    setHeldOn(day);
    reload(day);
  };
  const isGroupMeeting = kinds.includes("GROUP_MEETING");
  const [onlyGroup] = choices.groups.length === 1 ? choices.groups : [];
  const group = onlyGroup ?? choices.groups.find(({ id }) => id === groupId);
  return (
    <>
      <KindFields kinds={kinds} onChange={setKinds} />
      <DateField
        path={props.path}
        earliest={props.earliest}
        latest={props.latest}
        value={heldOn}
        isLoading={isLoading}
        onChange={changeDay}
        onReload={() => reload(heldOn)}
      />
      {isGroupMeeting && <GroupField groups={choices.groups} value={groupId} onChange={setGroupId} />}
      <TwinWarning held={choices.held} kinds={kinds} groupId={group?.id ?? null} />
      {props.children}
      <RosterFields
        kinds={kinds}
        roster={choices.roster}
        marks={opening.marks}
        groupMemberIds={isGroupMeeting ? (group?.memberIds ?? null) : null}
      />
      <TaskFields kinds={kinds} heldOn={heldOn} tasks={choices.tasks} opening={opening} />
    </>
  );
}
