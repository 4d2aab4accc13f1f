import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { MeetingFields, type MeetingOpening } from "@/components/org-life/form/meeting-fields";
import { ResolutionFields, type WrittenResolution } from "@/components/org-life/form/resolution-fields";
import { TextArea, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { SuggestField } from "@/components/ui/suggest-field";
import type { Day } from "@/lib/calendar";
import type { FormState } from "@/lib/forms/form-state";
import type { OpenForm } from "@/lib/org-life/queries/open-form";
import { resolutionSlots } from "@/lib/org-life/schema";

type Texts = Partial<Record<"topic" | "place" | "host" | "recorder" | "content", string | undefined>>;

/** The form of one meeting: what must be said first, who was there, and below a fold what need not be said. */
export function RecordForm(props: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  path: string;
  asked: Record<string, string>;
  day: Day;
  open: OpenForm;
  opening: MeetingOpening;
  texts: Texts;
  resolutions: WrittenResolution[];
  cancelHref: string;
  /** Hidden fields: the branch, or the record and its version. */
  children: ReactNode;
}) {
  const { open, texts } = props;
  const { roster, tasks, groups, held } = open;
  return (
    <ActionForm action={props.action} requestKey={randomUUID()} submitLabel="保存记录" cancelHref={props.cancelHref}>
      {props.children}
      <MeetingFields
        path={props.path}
        asked={props.asked}
        earliest={open.branch.foundedOn}
        latest={props.day}
        opening={props.opening}
        choices={{ roster, tasks, groups, held }}
      >
        <TextField name="topic" label="主题" isRequired initial={texts.topic} placeholder="如：学习贯彻……精神" />
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField name="place" label="地点" initial={texts.place} />
          <SuggestField name="host" label="主持人" initial={texts.host} suggestions={open.officers} />
          <SuggestField name="recorder" label="记录人" initial={texts.recorder} suggestions={open.officers} />
        </div>
      </MeetingFields>
      <TextArea
        name="content"
        label="内容（选填）"
        initial={texts.content}
        rows={4}
        hint="学了什么、议了什么、做了什么，简要写几句即可。"
      />
      <ResolutionFields slots={resolutionSlots} resolutions={props.resolutions} />
    </ActionForm>
  );
}
