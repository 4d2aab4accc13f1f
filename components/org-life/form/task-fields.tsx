"use client";

import { useState } from "react";
import type { MeetingOpening } from "@/components/org-life/form/meeting-fields";
import { useFormState } from "@/components/ui/form";
import type { OrgLifeKind } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import { orgLifeKindLabels } from "@/lib/org-life/labels";
import { fittingTasks, type PlanTaskChoice } from "@/lib/org-life/rules";

/** The tasks of the plan that the meeting fulfils: they tick themselves, and can be unticked. */
export function TaskFields(props: {
  kinds: OrgLifeKind[];
  heldOn: Day;
  tasks: PlanTaskChoice[];
  opening: MeetingOpening;
}) {
  const { opening, tasks } = props;
  const { values } = useFormState();
  const [unticked, setUnticked] = useState<string[]>(() => {
    const [shown, ticked] = [values.shownTaskIds, values.taskIds];
    if (Array.isArray(shown)) return shown.filter((id) => !Array.isArray(ticked) || !ticked.includes(id));
    const linked = opening.taskIds;
    return linked ? fittingTasks(tasks, opening).flatMap(({ id }) => (linked.includes(id) ? [] : [id])) : [];
  });
  const fitting = fittingTasks(tasks, props);
  const wanted = tasks.find(({ id }) => id === opening.wantedTaskId);
  const isWantedMissing = wanted !== undefined && !fitting.some(({ id }) => id === wanted.id);
  const toggle = (id: string, isOn: boolean) =>
    setUnticked((now) => (isOn ? now.filter((other) => other !== id) : [...now, id]));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">完成的计划任务</legend>
      {fitting.map(({ id, title }) => (
        <div key={id}>
          <input type="hidden" name="shownTaskIds[]" value={id} />
          <label className="flex min-h-9 items-center gap-2">
            <input
              type="checkbox"
              name="taskIds[]"
              value={id}
              checked={!unticked.includes(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
              className="size-4 flex-none accent-primary"
            />
            {title}
          </label>
        </div>
      ))}
      {fitting.length === 0 && <p className="text-ink-2">{whyNone(tasks, props.kinds)}</p>}
      {isWantedMissing && (
        <p className="text-attention">
          “{wanted.title}”需要：{wanted.recordKinds.map((kind) => orgLifeKindLabels[kind]).join("、")}。
        </p>
      )}
    </fieldset>
  );
}

function whyNone(tasks: PlanTaskChoice[], kinds: OrgLifeKind[]): string {
  if (tasks.length === 0) return "这个季度没有需要用组织生活记录完成的计划任务。";
  if (kinds.length === 0) return "选好类型后，符合的计划任务会自动勾选。";
  return "所选类型不对应本季度的计划任务。";
}
