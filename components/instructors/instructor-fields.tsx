import { CheckField, SelectField, TextField } from "@/components/ui/field";
import { SuggestField } from "@/components/ui/suggest-field";
import type { InstructorKind } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import { commonTitles, instructorKindLabels } from "@/lib/instructors/labels";

type Profile = {
  name: string;
  kind: InstructorKind;
  professionalTitle: string | null;
  titleOn: Day | null;
  phoneMasked: string | null;
  startedOn: Day;
};

/** The fields of a profile, for a new instructor and for a change. */
export function InstructorFields(props: { instructor?: Profile; day?: Day }) {
  const { instructor } = props;
  return (
    <>
      <TextField name="name" label="姓名" isRequired initial={instructor?.name} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="kind"
          label="类型"
          isRequired
          choices={Object.entries(instructorKindLabels).map(([value, label]) => ({ value, label }))}
          initial={instructor?.kind ?? "FULL_TIME"}
        />
        <TextField
          name="startedOn"
          label="上岗日期"
          type="date"
          isRequired
          initial={instructor?.startedOn ?? props.day ?? ""}
        />
        <SuggestField
          name="professionalTitle"
          label="专业技术职务"
          suggestions={commonTitles}
          initial={instructor?.professionalTitle ?? ""}
          placeholder="如 助理政工师"
        />
        <TextField name="titleOn" label="取得日期" type="date" initial={instructor?.titleOn ?? ""} />
        <div>
          <TextField
            name="phone"
            label="手机号"
            type="tel"
            hint={instructor?.phoneMasked ? `现登记 ${instructor.phoneMasked}；留空不改` : "可不填"}
          />
          {instructor?.phoneMasked && <CheckField name="isPhoneRemoved" label="删除登记的手机号" />}
        </div>
      </div>
    </>
  );
}
