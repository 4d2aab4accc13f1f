"use client";

import { useState } from "react";
import { Choose, Line, Lines, Restored, SaveBar } from "@/components/field/forms/form-parts";
import { categories } from "@/components/field/forms/request-rows";
import { type FormDraft, type Save, useDraft } from "@/components/field/forms/use-draft";
import type { QueueItem } from "@/components/field/queue/item";
import { newId } from "@/components/field/queue/new-id";
import { today } from "@/lib/calendar";
import type { FieldPack, FieldShift } from "@/lib/field/queries/field-pack";

/** One begun on an older page names no shift. */
export type RequestFields = {
  enterpriseId: string;
  category: string;
  text: string;
  raisedOn: string;
  shiftId?: string;
};

/** A request that begins now: today, or in a duty shift, whose day the portal knows whatever the phone's clock says. */
export function freshRequest(enterpriseId: string, shift?: FieldShift): FormDraft<RequestFields> {
  const when = { raisedOn: shift?.dutyOn ?? today(), shiftId: shift?.id ?? "" };
  const payload = { enterpriseId, category: "OTHER", text: "", ...when };
  return { id: newId(), recordedAt: new Date().toISOString(), dayIsDefault: !shift, payload };
}

/** What was refused, as it was typed. */
export function mendedRequest({ id, recordedAt, dayIsDefault, payload }: QueueItem): FormDraft<RequestFields> {
  return { id, recordedAt, dayIsDefault, payload: payload as RequestFields };
}

type Props = {
  name: string;
  pack: FieldPack;
  fresh: () => FormDraft<RequestFields>;
  onSave: Save;
};

/** What an enterprise asks for outside a visit: at the duty desk, on the telephone. */
export function RequestForm({ name, pack, fresh, onSave }: Props) {
  const { draft, type, chooseDay, forget, isRestored, startOver } = useDraft(pack.userId, `request:${name}`, fresh);
  const [problem, setProblem] = useState<string | null>(null);
  if (!draft) return null;
  const { enterpriseId, category, text, raisedOn, shiftId = "" } = draft.payload;
  const enterprises = pack.targets.filter(({ kind }) => kind === "enterprise");
  const enterprise = enterprises.find(({ id }) => id === enterpriseId);
  const shifts = shiftChoices(pack, shiftId);

  async function save() {
    const missing = !enterprise ? "请选择企业。" : !text.trim() ? "请填写诉求内容。" : null;
    setProblem(missing);
    if (missing || !draft || !enterprise) return;
    const { id, recordedAt, dayIsDefault, payload } = draft;
    const title = enterprise.name;
    await onSave({ id, userId: pack.userId, kind: "REQUEST", title, recordedAt, dayIsDefault, payload }, forget);
  }

  return (
    <div className="grid gap-3">
      <Restored isRestored={isRestored} onStartOver={startOver} />
      <section className="panel grid gap-3" aria-label="企业诉求">
        <Choose
          label="企业"
          value={enterprise ? enterpriseId : ""}
          choices={[["", "请选择"] as const, ...enterprises.map((one) => [one.id, one.name] as const)]}
          onChange={(id) => type({ enterpriseId: id })}
        />
        <Choose label="类别" value={category} choices={categories} onChange={(chosen) => type({ category: chosen })} />
        <Lines label="内容" rows={3} value={text} onChange={(words) => type({ text: words })} />
        {shifts.length > 0 && (
          <Choose
            label="驻点班次"
            value={shiftId}
            choices={[["", "不是驻点时提出"] as const, ...shifts]}
            onChange={(id) => type({ shiftId: id })}
          />
        )}
        <Line label="提出日期" type="date" value={raisedOn} onChange={(day) => chooseDay({ raisedOn: day })} />
      </section>
      <SaveBar label="保存诉求" problem={problem} onSave={save} />
    </div>
  );
}

/** The own shifts whose day has come. One that has left the pack since, logged or cancelled, stays the choice it was. */
function shiftChoices({ shifts, day }: FieldPack, chosen: string): (readonly [string, string])[] {
  const begun = shifts.filter(({ dutyOn }) => dutyOn <= day);
  const known = begun.map(({ id, dutyOn, pointName }) => [id, `${dutyOn} ${pointName}`] as const);
  const isKnown = !chosen || begun.some(({ id }) => id === chosen);
  return isKnown ? known : [...known, [chosen, "原先选择的班次"] as const];
}
