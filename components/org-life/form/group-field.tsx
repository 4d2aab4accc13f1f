"use client";

import type { MeetingChoices } from "@/components/org-life/form/meeting-fields";
import { Frame, useField } from "@/components/ui/field";

/** Which group met. A branch with one group is not asked; without groups there is no such meeting. */
export function GroupField(props: { groups: MeetingChoices["groups"]; value: string; onChange: (id: string) => void }) {
  const field = useField("groupId", props.value);
  if (props.groups.length === 1) return null;
  if (props.groups.length === 0) {
    return <p className="text-attention">本支部这一天没有设党小组，不能记党小组会。请选择其他类型。</p>;
  }
  return (
    <Frame name="groupId" label="党小组" isRequired id={field.id} {...(field.error ? { error: field.error } : {})}>
      <select
        {...field.attributes}
        className="input"
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        required
      >
        <option value="">请选择</option>
        {props.groups.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Frame>
  );
}
