import { CheckField, type Choice, SelectField, TextField } from "@/components/ui/field";
import type { BranchKind } from "@/generated/prisma/enums";
import { branchKindLabels } from "@/lib/branches/labels";
import type { Day } from "@/lib/calendar";

const kindChoices: Choice[] = Object.entries(branchKindLabels).map(([value, label]) => ({ value, label }));

type Shown = {
  kind: BranchKind;
  name: string;
  foundedOn: Day;
  approvingPaper: string | null;
  meetingPlace: string | null;
  buildingId: string | null;
  isDemonstration: boolean;
};

/** The fields of a branch, for a new one and for a correction. */
export function BranchFields(props: {
  branch?: Partial<Shown>;
  buildings: Choice[];
  kindHint?: string;
  nameHint?: string;
}) {
  const { branch = {} } = props;
  return (
    <>
      <TextField name="name" label="支部名称" isRequired initial={branch.name} hint={props.nameHint} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="kind"
          label="支部类型"
          isRequired
          choices={kindChoices}
          initial={branch.kind}
          hint={props.kindHint}
        />
        <TextField name="foundedOn" label="成立日期" type="date" isRequired initial={branch.foundedOn} />
        <TextField name="approvingPaper" label="批准文号" initial={branch.approvingPaper ?? ""} />
        <TextField name="meetingPlace" label="活动场所" initial={branch.meetingPlace ?? ""} />
      </div>
      <SelectField
        name="buildingId"
        label="所在楼宇"
        choices={props.buildings}
        empty="不在园区楼宇"
        initial={branch.buildingId ?? ""}
      />
      <CheckField name="isDemonstration" label="示范点" initial={branch.isDemonstration ?? false} />
    </>
  );
}

/** What happens with enterprises of other branches and with members who have no branch yet. */
export function AttachFields() {
  return (
    <div>
      <CheckField
        name="takesOver"
        label="从原支部转入"
        hint="所选企业已由其他支部覆盖时，原支部的覆盖在同一天结束；党员的组织关系请在党员页另行转接。"
      />
      <CheckField
        name="joinsMembers"
        label="一并编入尚无支部的党员"
        hint="在这些企业工作、还没有支部的正式党员和预备党员，从覆盖起始日期起编入本支部。"
      />
    </div>
  );
}
