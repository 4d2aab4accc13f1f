"use client";

import { useState } from "react";
import { useFormState } from "@/components/ui/form";
import type { OrgLifeKind } from "@/generated/prisma/enums";
import { attendanceStateLabels } from "@/lib/org-life/labels";
import {
  calledTo,
  countAttendance,
  type Mark,
  type MarkState,
  mayLeaveOut,
  type RosterMember,
} from "@/lib/org-life/rules";

const states = Object.entries(attendanceStateLabels) as [MarkState, string][];
const withLeftOut: [MarkState, string][] = [...states, ["NOT_CALLED", "不列入"]];

/** Who was there: everybody, until one tap says otherwise. Full members, who may vote, are counted apart. */
export function RosterFields(props: {
  kinds: OrgLifeKind[];
  roster: RosterMember[];
  marks: Mark[];
  /** Who was called to the group's last meeting; null when that is not known, or it is no group meeting. */
  groupMemberIds: string[] | null;
}) {
  const { values } = useFormState();
  const typed = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  const kept = new Map(props.marks.map((mark) => [mark.memberId, mark]));
  const [chosen, setChosen] = useState<Record<string, MarkState>>({});
  const called = calledTo(props.kinds, props.roster);
  const canLeaveOut = mayLeaveOut(props.kinds);
  const stateOf = (id: string): MarkState => {
    const known = chosen[id] ?? (typed(`state-${id}`) as MarkState | undefined) ?? kept.get(id)?.state;
    if (known && (canLeaveOut || known !== "NOT_CALLED")) return known;
    if (kept.size > 0 && canLeaveOut) return "NOT_CALLED";
    return props.groupMemberIds && !props.groupMemberIds.includes(id) ? "NOT_CALLED" : "PRESENT";
  };
  const counts = countAttendance(
    called.flatMap(({ id, isEntitled }) => {
      const state = stateOf(id);
      return state === "NOT_CALLED" ? [] : [{ state, isEntitled }];
    }),
  );
  if (props.roster.length === 0) {
    return <p className="text-attention">这一天支部没有在册党员，请核对日期；党员的组织关系由党委工作人员登记。</p>;
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">
        出席情况<span className="ml-1 font-normal text-ink-2">（默认全部出席，只改请假和缺席的）</span>
      </legend>
      <p className="mb-1 text-ink-2" aria-live="polite">
        应到 {counts.called} 人，实到 {counts.present} 人；其中有表决权的正式党员应到 {counts.entitled} 人，实到{" "}
        {counts.entitledPresent} 人
      </p>
      {canLeaveOut && <p className="mb-1 text-xs text-ink-2">不属于这次会议应到范围的，选“不列入”。</p>}
      <div className="roster">
        {called.map(({ id, name, isEntitled }) => (
          <div key={id} role="group" aria-label={name} className="roster-row">
            <span className="min-w-0 break-words">
              {name}
              {!isEntitled && <span className="muted text-xs"> 预备党员</span>}
            </span>
            <span className="marks">
              {(canLeaveOut ? withLeftOut : states).map(([state, label]) => (
                <label key={state}>
                  <input
                    type="radio"
                    className="mark-box"
                    name={`state-${id}`}
                    value={state}
                    checked={stateOf(id) === state}
                    onChange={() => setChosen((now) => ({ ...now, [id]: state }))}
                  />
                  {label}
                </label>
              ))}
            </span>
            <input
              name={`reason-${id}`}
              className="input"
              aria-label={`${name}的请假原因`}
              placeholder="请假原因（选填）"
              maxLength={100}
              defaultValue={typed(`reason-${id}`) ?? kept.get(id)?.reason ?? ""}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
