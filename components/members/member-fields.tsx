import { CheckField, SelectField, TextField } from "@/components/ui/field";
import { SuggestField } from "@/components/ui/suggest-field";
import type { Gender, MemberStage } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import { commonEducations, genderLabels, memberStageLabels } from "@/lib/members/labels";

const choices = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

type Facts = {
  name: string;
  gender: Gender | null;
  ethnicity: string | null;
  education: string | null;
  stage: MemberStage;
  joinedOn: Day | null;
  becameFullOn: Day | null;
  isMobile: boolean;
  idNumberMasked: string;
  phoneMasked: string | null;
};

/** The facts of a person, for a new member and for a correction. Numbers on file are never filled in. */
export function MemberFields(props: { member?: Facts }) {
  const { member } = props;
  return (
    <>
      <TextField name="name" label="姓名" isRequired initial={member?.name} />
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberFields member={member} />
        <SelectField
          name="gender"
          label="性别"
          empty={member ? "不详" : "按身份证号"}
          choices={choices(genderLabels)}
          initial={member?.gender ?? ""}
        />
        <TextField name="ethnicity" label="民族" initial={member?.ethnicity ?? ""} placeholder="如 汉族" />
        <SuggestField
          name="education"
          label="学历"
          suggestions={commonEducations}
          initial={member?.education ?? ""}
          placeholder="如 大学本科"
        />
        <SelectField
          name="stage"
          label="人员类别"
          isRequired
          choices={choices(memberStageLabels)}
          initial={member?.stage ?? "FULL"}
        />
        <TextField
          name="joinedOn"
          label="入党日期"
          type="date"
          initial={member?.joinedOn ?? ""}
          hint="支部大会通过为预备党员之日"
        />
        <TextField name="becameFullOn" label="转正日期" type="date" initial={member?.becameFullOn ?? ""} />
      </div>
      <CheckField
        name="isMobile"
        label="流动党员（不在组织关系所在地居住或工作）"
        initial={member?.isMobile ?? false}
      />
    </>
  );
}

function NumberFields({ member }: { member: Facts | undefined }) {
  return (
    <>
      <TextField
        name="idNumber"
        label="身份证号"
        isRequired={!member}
        hint={member ? `现登记 ${member.idNumberMasked}；留空不改` : "加密保存，页面上只显示前三位和后四位"}
      />
      <div>
        <TextField
          name="phone"
          label="手机号"
          type="tel"
          hint={member?.phoneMasked ? `现登记 ${member.phoneMasked}；留空不改` : "可不填"}
        />
        {member?.phoneMasked && <CheckField name="isPhoneRemoved" label="删除登记的手机号" />}
      </div>
    </>
  );
}
