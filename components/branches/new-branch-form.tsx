import { randomUUID } from "node:crypto";
import { AttachFields, BranchFields } from "@/components/branches/branch-form";
import { describe } from "@/components/branches/enterprise-picker";
import { CheckList, type Choice, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { createBranchAction } from "@/lib/branches/actions";
import type { PickedEnterprise } from "@/lib/branches/queries/pick-enterprises";
import { suggestedName } from "@/lib/branches/rules";

/** The second step of registering a branch: its facts, its first term, and the enterprises chosen before. */
export function NewBranchForm(props: {
  committee: { id: string; name: string };
  enterprises: PickedEnterprise[];
  buildings: Choice[];
}) {
  const { committee, enterprises } = props;
  const chosen = enterprises.map(({ id }) => id);
  const address = new URLSearchParams([["committee", committee.id], ...chosen.map((id) => ["enterprises", id])]);
  const kind = chosen.length > 1 ? "JOINT" : "SINGLE";
  return (
    <div className="panel max-w-2xl">
      <p className="mb-4">
        所属党委：{committee.name}。
        <a className="underline" href={`/branches/new?${address}`}>
          重新选择企业
        </a>
      </p>
      <ActionForm action={createBranchAction} requestKey={randomUUID()} submitLabel="登记支部" cancelHref="/branches">
        <input type="hidden" name="committeeId" value={committee.id} />
        <BranchFields branch={{ kind, name: suggestedName(enterprises) }} buildings={props.buildings} />
        {chosen.length > 0 && (
          <CheckList
            name="enterpriseIds"
            label="覆盖企业"
            choices={enterprises.map((one) => ({ value: one.id, label: one.name, detail: describe(one) }))}
            initial={chosen}
          />
        )}
        <div className="grid gap-4 sm:grid-cols-3">
          {chosen.length > 0 && (
            <TextField name="coveredFrom" label="覆盖起始日期" type="date" hint="不填则为成立日期。" />
          )}
          <TextField name="termStartsOn" label="本届任期开始" type="date" hint="不填则为成立日期。" />
          <TextField name="termEndsOn" label="本届任期届满" type="date" hint="不填则为开始后满 3 年。" />
        </div>
        {chosen.length > 0 && <AttachFields />}
      </ActionForm>
    </div>
  );
}
