"use client";

import { useState } from "react";
import { FactFields } from "@/components/field/forms/fact-fields";
import { Choose, Line, Lines, Restored, SaveBar, Tap } from "@/components/field/forms/form-parts";
import { PlaceField } from "@/components/field/forms/place-field";
import { RequestRows } from "@/components/field/forms/request-rows";
import { type FormDraft, type Save, useDraft } from "@/components/field/forms/use-draft";
import {
  missingInVisit,
  towards,
  usualFindings,
  type VisitFields,
  withFinding,
} from "@/components/field/forms/visit-fields";
import { TargetFacts } from "@/components/field/views/target-facts";
import { today } from "@/lib/calendar";
import type { FieldPack } from "@/lib/field/queries/field-pack";
import { visitKindLabels } from "@/lib/visits/labels";

type Props = {
  /** Under which the half-filled form is kept. */
  name: string;
  pack: FieldPack;
  fresh: () => FormDraft<VisitFields>;
  /** The refused one may go elsewhere. */
  canChangeTarget?: true;
  onSave: Save;
};

/** A visit in a few taps: what was there last, what was found, what is still true, what is asked for. */
export function VisitForm({ name, pack, fresh, canChangeTarget, onSave }: Props) {
  const { draft, type, chooseDay, forget, isRestored, startOver } = useDraft(pack.userId, `visit:${name}`, fresh);
  const [problem, setProblem] = useState<string | null>(null);
  if (!draft) return null;
  const fields = draft.payload;
  const goal = fields.enterpriseId ?? fields.branchId;
  const target = pack.targets.find(({ id }) => id === goal);

  async function save() {
    const missing = missingInVisit(fields);
    setProblem(missing);
    if (missing || !draft) return;
    const { id, recordedAt, dayIsDefault, payload } = draft;
    const title = target?.name ?? "走访";
    await onSave({ id, userId: pack.userId, kind: "VISIT", title, recordedAt, dayIsDefault, payload }, forget);
  }

  return (
    <div className="grid gap-3">
      <Restored isRestored={isRestored} onStartOver={startOver} />
      {target && <TargetFacts target={target} />}
      {(canChangeTarget || !target) && (
        <Choose
          label="走访对象"
          value={target ? target.id : ""}
          choices={[
            ...(target ? [] : [["", "请选择"] as const]),
            ...pack.targets.map((one) => [one.id, one.name] as const),
          ]}
          onChange={(id) => {
            const chosen = pack.targets.find((one) => one.id === id);
            if (chosen) type(towards(chosen));
          }}
        />
      )}
      <section className="panel grid gap-3" aria-label="了解到的情况">
        <div className="flex flex-wrap gap-2">
          {usualFindings.map((word) => (
            <Tap
              key={word}
              isOn={fields.found.split("；").includes(word)}
              onTap={() => type({ found: withFinding(fields.found, word) })}
            >
              {word}
            </Tap>
          ))}
        </div>
        <Lines label="了解到的情况" value={fields.found} onChange={(found) => type({ found })} />
      </section>
      {target?.facts && <FactFields target={target} fields={fields} onChange={type} />}
      {target?.kind !== "branch" && (
        <RequestRows requests={fields.requests} onChange={(requests) => type({ requests })} />
      )}
      <details className="panel" open={canChangeTarget}>
        <summary className="min-h-8 cursor-pointer font-medium">
          日期与更多（{fields.visitedOn}
          {fields.visitedOn === today() && "，今天"}）
        </summary>
        <div className="mt-3 grid gap-3">
          <Line
            label="走访日期"
            type="date"
            value={fields.visitedOn}
            onChange={(visitedOn) => chooseDay({ visitedOn })}
          />
          <Choose
            label="走访方式"
            value={fields.kind}
            choices={Object.entries(visitKindLabels)}
            onChange={(kind) => type({ kind })}
          />
          <Line label="见到的人" value={fields.peopleMet} onChange={(peopleMet) => type({ peopleMet })} />
          <Lines label="做了什么" value={fields.done} onChange={(done) => type({ done })} />
          <Line
            label="下次走访日期"
            type="date"
            value={fields.nextVisitOn}
            onChange={(nextVisitOn) => type({ nextVisitOn })}
          />
          <PlaceField place={fields} onChange={type} />
        </div>
      </details>
      <SaveBar label="保存走访" problem={problem} onSave={save} />
    </div>
  );
}
