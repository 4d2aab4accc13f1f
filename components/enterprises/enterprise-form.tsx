import { CheckField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { categoryLabels } from "@/lib/enterprises/labels";
import type { formValuesOf } from "@/lib/enterprises/rules/facts";

const categories = Object.entries(categoryLabels).map(([value, label]) => ({ value, label }));
const yesOrNo = [
  { value: "yes", label: "是" },
  { value: "no", label: "否" },
];

type Values = ReturnType<typeof formValuesOf>;

/** The facts of an enterprise, for a new one and for a correction. */
export function EnterpriseFields(props: { initial?: Values; nameHint?: string }) {
  const { initial } = props;
  return (
    <>
      <TextField name="name" label="企业名称" isRequired initial={initial?.name} hint={props.nameHint} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="creditCode"
          label="统一社会信用代码"
          initial={initial?.creditCode}
          hint="18 位；暂时没有可不填，列表中标为“信用代码待补”"
        />
        <SelectField
          name="category"
          label="企业类别"
          isRequired
          choices={categories}
          initial={initial?.category ?? "OTHER"}
        />
        <TextField name="legalRepresentative" label="法定代表人" initial={initial?.legalRepresentative} />
        <TextField name="registeredOn" label="成立日期" type="date" initial={initial?.registeredOn} />
        <TextField name="investorName" label="出资人" initial={initial?.investorName} hint="实际控制人或控股股东" />
        <SelectField
          name="isInvestorMember"
          label="出资人是否党员"
          choices={yesOrNo}
          empty="不详"
          initial={initial?.isInvestorMember}
        />
        <TextField name="capitalWan" label="注册资本（万元）" inputMode="decimal" initial={initial?.capitalWan} />
        <TextField name="employeeCount" label="从业人数" inputMode="numeric" initial={initial?.employeeCount} />
        <TextField
          name="declaredMemberCount"
          label="申报党员数"
          inputMode="numeric"
          initial={initial?.declaredMemberCount}
          hint="企业自己报的数；党员名册中的人数由平台统计"
        />
      </div>
      <TextField name="address" label="地址" initial={initial?.address} />
    </>
  );
}

/** The contact. A number on file is never sent to the form: it stays unless a new one is typed. */
export function ContactFields(props: { contactName?: string; maskedPhone: string | null }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField name="contactName" label="联系人" initial={props.contactName} />
      <div>
        <TextField
          name="contactPhone"
          label="联系电话"
          type="tel"
          inputMode="tel"
          hint={props.maskedPhone ? `现为 ${props.maskedPhone}；不改就不填` : "手机号，或带区号的座机"}
        />
        {props.maskedPhone && <CheckField name="isPhoneRemoved" label="删除现在的号码" />}
      </div>
    </div>
  );
}

/** Why there is no branch yet, and when there will be one. */
export function NoBranchFields(props: { reason?: string; plannedOn?: string }) {
  return (
    <>
      <TextArea name="noBranchReason" label="未建支部原因" rows={2} initial={props.reason} hint="已建支部的不填" />
      <TextField name="plannedBranchOn" label="计划建支部日期" type="date" initial={props.plannedOn} />
    </>
  );
}
