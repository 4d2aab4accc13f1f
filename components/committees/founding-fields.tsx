import { NamingFields } from "@/components/committees/naming-fields";
import { TextField } from "@/components/ui/field";

/** The fields of a new committee. */
export function FoundingFields() {
  return (
    <>
      <NamingFields />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="code" label="党委代码" isRequired hint="小写字母、数字，如 yubei；用于导入命令" />
        <TextField name="foundedOn" label="成立日期" type="date" isRequired />
      </div>
    </>
  );
}
