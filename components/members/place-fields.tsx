import { CheckField, SelectField, TextField } from "@/components/ui/field";
import { SuggestField } from "@/components/ui/suggest-field";

type Named = { id: string; name: string };

/** One of the live branches of the committee. */
export function BranchField(props: {
  name?: string;
  label: string;
  branches: Named[];
  isRequired?: boolean;
  empty?: string;
  initial?: string | undefined;
}) {
  return (
    <SelectField
      name={props.name ?? "branchId"}
      label={props.label}
      isRequired={props.isRequired ?? false}
      empty={props.empty ?? "请选择"}
      choices={props.branches.map(({ id, name }) => ({ value: id, label: name }))}
      initial={props.initial}
    />
  );
}

/** The enterprise a member works for, by name or credit code, and the post there. */
export function EmploymentFields(props: {
  isRequired?: boolean;
  hint?: string;
  employer?: string | undefined;
  post?: string | null | undefined;
  isManagement?: boolean;
}) {
  return (
    <>
      <SuggestField
        name="employer"
        label="工作单位"
        isRequired={props.isRequired ?? false}
        source="/api/members/employers?q="
        initial={props.employer}
        placeholder="企业名称、拼音首字母或信用代码"
        hint={props.hint}
      />
      <TextField name="post" label="职务" initial={props.post ?? ""} />
      <CheckField
        name="isManagement"
        label="任企业管理层（双向进入、交叉任职）"
        initial={props.isManagement ?? false}
      />
    </>
  );
}
