"use client";

import { Line, Lines, Restored, SaveBar, Tap } from "@/components/field/forms/form-parts";
import { type FormDraft, type Save, useDraft } from "@/components/field/forms/use-draft";
import type { QueueItem } from "@/components/field/queue/item";
import { newId } from "@/components/field/queue/new-id";
import { dutyServiceLabels } from "@/lib/duty/labels";
import type { FieldPack, FieldShift } from "@/lib/field/queries/field-pack";

export type DutyFields = { id: string; version: number; servedCount: string; services: string[]; matters: string };

/** A log that begins now, for a shift as the phone knows it. */
export function freshLog(shift: FieldShift): FormDraft<DutyFields> {
  const payload = { id: shift.id, version: shift.version, servedCount: "", services: [], matters: "" };
  return { id: newId(), recordedAt: new Date().toISOString(), dayIsDefault: true, payload };
}

/** What was refused, as it was typed, on the shift as it is known now. */
export function mendedLog(item: QueueItem, shifts: readonly FieldShift[]): FormDraft<DutyFields> {
  const { id, recordedAt, dayIsDefault } = item;
  const payload = item.payload as DutyFields;
  const version = shifts.find((shift) => shift.id === payload.id)?.version ?? payload.version;
  return { id, recordedAt, dayIsDefault, payload: { ...payload, version } };
}

type Props = {
  name: string;
  title: string;
  pack: FieldPack;
  fresh: () => FormDraft<DutyFields>;
  onSave: Save;
};

/** The short log that fulfils a shift. */
export function DutyForm({ name, title, pack, fresh, onSave }: Props) {
  const { draft, type, forget, isRestored, startOver } = useDraft(pack.userId, `duty:${name}`, fresh);
  if (!draft) return null;
  const { servedCount, services, matters } = draft.payload;
  const toggle = (service: string) =>
    type({ services: services.includes(service) ? services.filter((one) => one !== service) : [...services, service] });

  async function save() {
    if (!draft) return;
    const { id, recordedAt, dayIsDefault, payload } = draft;
    await onSave({ id, userId: pack.userId, kind: "DUTY_LOG", title, recordedAt, dayIsDefault, payload }, forget);
  }

  return (
    <div className="grid gap-3">
      <Restored isRestored={isRestored} onStartOver={startOver} />
      <section className="panel grid gap-3" aria-label="驻点记录">
        <Line
          label="服务人次"
          inputMode="numeric"
          value={servedCount}
          onChange={(count) => type({ servedCount: count })}
        />
        <fieldset>
          <legend className="mb-1 font-medium">服务内容</legend>
          <div className="flex flex-wrap gap-2">
            {Object.entries(dutyServiceLabels).map(([service, label]) => (
              <Tap key={service} isOn={services.includes(service)} onTap={() => toggle(service)}>
                {label}
              </Tap>
            ))}
          </div>
        </fieldset>
        <Lines label="反映的事项" value={matters} onChange={(text) => type({ matters: text })} />
        <div className="grid gap-1">
          <a className="button" href={`#shift-request/${draft.payload.id}`}>
            登记企业诉求
          </a>
          <p className="muted">可登记由您联系的企业的诉求；其他企业来访的，请写在上面。填写的内容会保留。</p>
        </div>
      </section>
      <SaveBar label="保存驻点记录" problem={null} onSave={save} />
    </div>
  );
}
