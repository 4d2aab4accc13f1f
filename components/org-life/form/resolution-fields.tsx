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
  const isUsed = (slot: number) =>
    props.resolutions[slot - 1] !== undefined ||
    ["resolution", "entitled", "present", "for"].some((name) => Boolean(values[`${name}${slot}`]));
  const further = Array.from({ length: props.slots - 1 }, (_, index) => index + 2);
  return (
    <details open={isUsed(1)} className="rounded-md border border-line px-3 py-1">
      <summary className="cursor-pointer leading-8">决议和表决（选填）</summary>
      <Slot number={1} written={props.resolutions[0]} />
      <details open={further.some(isUsed)}>
        <summary className="cursor-pointer leading-8">更多决议</summary>
        {further.map((number) => (
          <Slot key={number} number={number} written={props.resolutions[number - 1]} />
        ))}
      </details>
    </details>
  );
}

function Slot({ number, written }: { number: number; written: WrittenResolution | undefined }) {
  const inDigits = (count: number | null | undefined) => (count === null || count === undefined ? "" : String(count));
  return (
    <div className="grid gap-3 pb-4">
      <TextArea name={`resolution${number}`} label={`决议 ${number}`} initial={written?.text} rows={2} />
      <div className="grid grid-cols-3 items-end gap-2">
        <TextField
          name={`for${number}`}
          label="赞成票"
          inputMode="numeric"
          initial={inDigits(written?.forCount)}
          placeholder="未表决"
        />
        <TextField
          name={`present${number}`}
          label="有表决权实到"
          inputMode="numeric"
          initial={inDigits(written?.presentCount)}
          placeholder="自动"
        />
        <TextField
          name={`entitled${number}`}
          label="有表决权应到"
          inputMode="numeric"
          initial={inDigits(written?.entitledCount)}
          placeholder="自动"
        />
      </div>
      <p className="text-xs text-ink-2">进行了表决的，填赞成票即可；实到和应到留空，按上面的出席情况计算。</p>
    </div>
  );
}
