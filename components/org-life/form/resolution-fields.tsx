"use client";

import { TextArea, TextField } from "@/components/ui/field";
import { useFormState } from "@/components/ui/form";

export type WrittenResolution = {
  text: string;
  entitledCount: number | null;
  presentCount: number | null;
  forCount: number | null;
};

/** What was decided, and the votes where a vote was taken: one number is enough, the others come from the attendance. */
export function ResolutionFields(props: { slots: number; resolutions: WrittenResolution[] }) {
  const { values } = useFormState();
  const slots = Array.from({ length: props.slots }, (_, index) => index + 1);
  const isUsed = (slot: number) =>
    props.resolutions[slot - 1] !== undefined ||
    ["resolution", "entitled", "present", "for"].some((name) => Boolean(values[`${name}${slot}`]));
  const numbered = (count: number | null | undefined) => (count === null || count === undefined ? "" : String(count));
  return (
    <div className="grid gap-2">
      {slots.map((slot) => {
        const written = props.resolutions[slot - 1];
        return (
          <details key={slot} open={isUsed(slot)} className="rounded-md border border-line px-3 py-1">
            <summary className="cursor-pointer leading-8">决议 {slot}（选填）</summary>
            <div className="grid gap-3 pb-3">
              <TextArea name={`resolution${slot}`} label="决议内容" initial={written?.text} rows={2} />
              <div className="grid grid-cols-3 items-end gap-2">
                <TextField
                  name={`for${slot}`}
                  label="赞成票"
                  inputMode="numeric"
                  initial={numbered(written?.forCount)}
                  placeholder="未表决留空"
                />
                <TextField
                  name={`present${slot}`}
                  label="实到有表决权"
                  inputMode="numeric"
                  initial={numbered(written?.presentCount)}
                  placeholder="同出席情况"
                />
                <TextField
                  name={`entitled${slot}`}
                  label="应到有表决权"
                  inputMode="numeric"
                  initial={numbered(written?.entitledCount)}
                  placeholder="同出席情况"
                />
              </div>
            </div>
          </details>
        );
      })}
    </div>
  );
}
