"use client";

import { useId } from "react";
import { Frame, useField } from "@/components/ui/field";
import type { Day } from "@/lib/calendar";

/** The day of the meeting, and a button that fetches the list of members of that day. */
export function DateField(props: {
  path: string;
  earliest: Day;
  latest: Day;
  value: Day;
  isLoading: boolean;
  onChange: (day: Day) => void;
  onReload: () => void;
}) {
  const field = useField("heldOn", props.value);
  const hintId = useId();
  return (
    <Frame
      name="heldOn"
      label="日期"
      isRequired
      id={field.id}
      {...(field.error ? { error: field.error } : {})}
      {...(field.their === undefined ? {} : { their: field.their })}
    >
      <div className="flex gap-2">
        <input
          {...field.attributes}
          type="date"
          className="input min-w-0"
          value={props.value}
          min={props.earliest}
          max={props.latest}
          onChange={(event) => props.onChange(event.currentTarget.value)}
          required
        />
        <button
          type="submit"
          className="button"
          formMethod="get"
          formAction={props.path}
          formNoValidate
          aria-describedby={hintId}
          disabled={props.isLoading}
          onClick={(event) => {
            event.preventDefault();
            props.onReload();
          }}
        >
          更新名单
        </button>
      </div>
      <p id={hintId} className="mt-1 text-xs text-ink-2" aria-live="polite">
        {props.isLoading ? "正在更新名单…" : "下面列出这一天在册的党员；改日期后名单随之更新。"}
      </p>
    </Frame>
  );
}
