"use client";

import { CheckField } from "@/components/ui/field";
import { useFormState } from "@/components/ui/form";
import type { OrgLifeKind } from "@/generated/prisma/enums";
import { separateMeetingLabel } from "@/lib/org-life/labels";
import { sharedKinds } from "@/lib/org-life/rules";

/** Says that the branch already has a meeting of that day and kind, and takes the word that this is another one. */
export function TwinWarning(props: {
  held: { id: string; topic: string; kinds: OrgLifeKind[]; groupId: string | null }[];
  kinds: OrgLifeKind[];
  groupId: string | null;
}) {
  const { message } = useFormState();
  const twin = props.held.find((record) => sharedKinds(record, props).length > 0);
  // Without JavaScript the twin is only found when the form is sent.
  if (!twin && !message?.includes(separateMeetingLabel)) return null;
  return (
    <div className="rounded-md border border-attention px-3 py-2" role="status">
      {twin && (
        <p>
          这一天已记过同类的一次：
          <a className="underline" href={`/org-life/${twin.id}`}>
            {twin.topic}
          </a>
          。如果是同一次，请修改那条记录。
        </p>
      )}
      <CheckField name="isSeparate" label={separateMeetingLabel} />
    </div>
  );
}
