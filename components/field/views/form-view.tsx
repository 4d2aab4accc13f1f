"use client";

import { useEffect, useRef, useState } from "react";
import { type DutyFields, DutyForm, freshLog, mendedLog } from "@/components/field/forms/duty-form";
import { freshRequest, mendedRequest, RequestForm } from "@/components/field/forms/request-form";
import type { Save } from "@/components/field/forms/use-draft";
import { freshVisit, mendedVisit } from "@/components/field/forms/visit-fields";
import { VisitForm } from "@/components/field/forms/visit-form";
import type { QueueItem } from "@/components/field/queue/item";
import { heldBack, isMendable } from "@/components/field/queue/queue";
import type { Field } from "@/components/field/use-field";
import type { Place } from "@/components/field/use-place";
import type { FieldPack, FieldTarget } from "@/lib/field/queries/field-pack";

type Props = { field: Field; place: Place; onSave: Save };

/** The form the place asks for: a new one, or a refused item opened again with everything that was typed. */
export function FormView({ field, place, onSave }: Props) {
  const { pack } = field;
  const common = { name: place.id, pack, onSave };
  switch (place.view) {
    case "visit":
      return <VisitForm {...common} fresh={() => freshVisit(targetOf(pack, place.id))} />;
    case "duty":
      return <NewLog {...common} />;
    case "request":
      return <RequestForm {...common} fresh={() => freshRequest(place.id)} />;
    case "shift-request":
      return <ShiftRequest {...common} />;
    default:
      return <Mend field={field} place={place} onSave={onSave} />;
  }
}

/** Whom a visit goes to. One that has left the pack meanwhile may still have been visited while it was looked after. */
function targetOf({ targets }: FieldPack, id: string): Pick<FieldTarget, "id" | "kind"> {
  return targets.find((target) => target.id === id) ?? { id, kind: "enterprise" };
}

/** Stays open with what was typed, even when the shift leaves the pack meanwhile. */
function NewLog(props: { name: string; pack: FieldPack; onSave: Save }) {
  const [shift] = useState(() => props.pack.shifts.find(({ id }) => id === props.name));
  if (!shift) return <Gone />;
  return <DutyForm {...props} title={`${shift.pointName} ${shift.dutyOn}`} fresh={() => freshLog(shift)} />;
}

/** In a duty shift anybody may come in: the enterprise is still to be chosen. */
function ShiftRequest(props: { name: string; pack: FieldPack; onSave: Save }) {
  const [shift] = useState(() => props.pack.shifts.find(({ id }) => id === props.name));
  return shift ? <RequestForm {...props} fresh={() => freshRequest("", shift)} /> : <Gone />;
}

function Mend({ field, place, onSave }: Props) {
  const item = field.queue.find(({ id }) => id === place.id);
  if (!item) return <Gone />;
  if (!isMendable(item)) return <p className="panel">这条记录正在送出或已送出，不能在这里修改。</p>;
  return <MendForm field={field} item={item} onSave={onSave} />;
}

function MendForm({ field, item, onSave }: { field: Field; item: QueueItem; onSave: Save }) {
  const { pack, change } = field;
  // It must not leave while it is being changed.
  const hold = useRef(() => change((queue) => heldBack(queue, item.id)));
  useEffect(() => void hold.current(), []);
  const common = { name: item.id, pack, onSave };
  const reason = item.message && (
    <p role="alert" className="panel text-bad">
      {item.message}
    </p>
  );
  switch (item.kind) {
    case "VISIT":
      return (
        <>
          {reason}
          <VisitForm {...common} canChangeTarget fresh={() => mendedVisit(item)} />
        </>
      );
    case "DUTY_LOG": {
      const shift = pack.shifts.find(({ id }) => id === (item.payload as DutyFields).id);
      return (
        <>
          {reason}
          {!shift && <p className="panel">这个班次已不在您待填的驻点中，可能已改期、换班或已填写。</p>}
          <DutyForm {...common} title={item.title} fresh={() => mendedLog(item, pack.shifts)} />
        </>
      );
    }
    case "REQUEST":
      return (
        <>
          {reason}
          <RequestForm {...common} fresh={() => mendedRequest(item)} />
        </>
      );
  }
}

function Gone() {
  return <p className="panel">这一项不在您现在的安排中。请返回外勤重新选择。</p>;
}
