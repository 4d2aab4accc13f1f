"use client";

import { useFormState } from "@/components/ui/form";
import type { OrgLifeKind } from "@/generated/prisma/enums";
import { orgLifeKindLabels } from "@/lib/org-life/labels";

const kindChoices = Object.entries(orgLifeKindLabels) as [OrgLifeKind, string][];

/** What kind of meeting it was; one meeting may have been several at once. */
export function KindFields(props: { kinds: OrgLifeKind[]; onChange: (kinds: OrgLifeKind[]) => void }) {
  const { fieldErrors, theirs } = useFormState();
  const toggle = (kind: OrgLifeKind, isOn: boolean) =>
    props.onChange(isOn ? [...props.kinds, kind] : props.kinds.filter((other) => other !== kind));
  return (
    <fieldset>
      <legend className="mb-1 font-medium">
        类型<span className="ml-1 font-normal text-ink-2">（必填，可多选：一次活动可以同时是主题党日和党课）</span>
      </legend>
      <div className="flex flex-wrap gap-2">
        {kindChoices.map(([kind, label]) => (
          <label key={kind} className="pick">
            <input
              type="checkbox"
              className="pick-box"
              name="kinds[]"
              value={kind}
              checked={props.kinds.includes(kind)}
              onChange={(event) => toggle(kind, event.currentTarget.checked)}
            />
            {label}
          </label>
        ))}
      </div>
      {fieldErrors.kinds && <p className="mt-1 text-xs text-bad">{fieldErrors.kinds}</p>}
      {theirs.kinds && <p className="mt-1 text-xs text-attention">现在的内容：{theirs.kinds}</p>}
    </fieldset>
  );
}
