"use client";

import { CheckField, TextArea, TextField } from "@/components/ui/field";
import { useFormState } from "@/components/ui/form";
import type { Day } from "@/lib/calendar";

type Task = { id: string; title: string; detail: string; dueOn: Day };

/** A standing task in the form of an amendment: closed until it is to be changed, open where something is to be mended. */
export function AmendedTask({ task, number, days }: { task: Task; number: number; days: { from: Day; to: Day } }) {
  const { values, fieldErrors } = useFormState();
  const names = { title: `title-${task.id}`, detail: `detail-${task.id}`, dueOn: `dueOn-${task.id}` };
  const isTouched =
    values[`isWithdrawn-${task.id}`] !== undefined ||
    Object.entries(names).some(
      ([field, name]) =>
        fieldErrors[name] !== undefined || (values[name] ?? task[field as keyof Task]) !== task[field as keyof Task],
    );
  return (
    <details open={isTouched} className="rounded-md border border-line px-3 py-2">
      <summary className="cursor-pointer break-words">
        {number}. {task.title} <span className="muted">{task.dueOn} 前完成</span>
      </summary>
      <div className="grid gap-4 pt-3">
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_11rem]">
          <TextField name={names.title} label="任务名称" isRequired initial={task.title} />
          <TextField
            name={names.dueOn}
            label="完成期限"
            type="date"
            isRequired
            initial={task.dueOn}
            hint={`${days.from} 至 ${days.to}`}
          />
        </div>
        <TextArea name={names.detail} label="任务要求" rows={2} initial={task.detail} />
        <CheckField
          name={`isWithdrawn-${task.id}`}
          label="取消这项任务"
          hint="支部的任务清单和完成情况不再包括它；已有的记录不受影响。"
        />
      </div>
    </details>
  );
}
