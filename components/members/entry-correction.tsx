import { randomUUID } from "node:crypto";
import { MemberKey } from "@/components/members/member-form-page";
import { BranchField, EmploymentFields } from "@/components/members/place-fields";
import { TextArea, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import {
  correctDutyAction,
  correctEmploymentAction,
  correctMembershipAction,
  removeEntryAction,
} from "@/lib/members/actions";
import type { MemberEntry, MemberFile } from "@/lib/members/queries/find-member";

type Named = { id: string; name: string };

const actions = {
  MEMBERSHIP: correctMembershipAction,
  EMPLOYMENT: correctEmploymentAction,
  DUTY: correctDutyAction,
};

/** The form that rights one dated entry; offices are righted on the branch's page. */
export function EntryCorrection(props: { member: MemberFile; entry: MemberEntry; branches: Named[] }) {
  const { member, entry } = props;
  if (entry.kind === "OFFICE") return null;
  return (
    <ActionForm
      action={actions[entry.kind]}
      requestKey={randomUUID()}
      submitLabel="保存更正"
      cancelHref={`/members/${member.id}`}
    >
      <MemberKey member={member} />
      <input type="hidden" name="entryId" value={entry.id} />
      <WhatField entry={entry} branches={props.branches} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="validFrom" label="起始日期" type="date" isRequired initial={entry.validFrom} />
        <TextField
          name="validTo"
          label="结束日期"
          type="date"
          initial={entry.validTo ?? ""}
          hint="从这一天起不再成立；至今的留空"
        />
      </div>
      <TextArea name="reason" label="更正原因" isRequired />
    </ActionForm>
  );
}

function WhatField({ entry, branches }: { entry: MemberEntry; branches: Named[] }) {
  if (entry.kind === "DUTY") return <TextField name="duty" label="职责" isRequired initial={entry.detail ?? ""} />;
  if (entry.kind === "EMPLOYMENT") {
    return (
      <EmploymentFields
        isRequired
        employer={entry.placeName ?? ""}
        post={entry.detail}
        isManagement={entry.isManagement}
      />
    );
  }
  // A branch dissolved since stands among the choices too: the entry may speak of its days.
  const own = { id: entry.placeId ?? "", name: entry.placeName ?? "" };
  const choices = branches.some(({ id }) => id === own.id) ? branches : [own, ...branches];
  return <BranchField label="党支部" isRequired branches={choices} initial={own.id} />;
}

/** Taking out an entry that should never have been there. */
export function EntryRemoval({ member, entry }: { member: MemberFile; entry: MemberEntry }) {
  return (
    <details className="panel mt-4 max-w-2xl">
      <summary className="cursor-pointer">这条记录根本不该有</summary>
      <p className="my-3">删除后不再出现在历史里，审计记录保留删除前的内容和原因。</p>
      <ActionForm action={removeEntryAction} requestKey={randomUUID()} submitLabel="删除这条记录" isDanger>
        <MemberKey member={member} />
        <input type="hidden" name="entryId" value={entry.id} />
        <input type="hidden" name="kind" value={entry.kind} />
        <TextArea name="reason" label="删除原因" isRequired />
      </ActionForm>
    </details>
  );
}
