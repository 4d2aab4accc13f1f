import { TextArea, TextField } from "@/components/ui/field";

export type NamingFacts = {
  name: string;
  districtName: string;
  regionCode: string | null;
  superiorBodies: string[];
  documentPrefix: string | null;
};

/** What a committee is called and what changes together with it. */
export function NamingFields(props: { naming?: NamingFacts | null }) {
  const { naming } = props;
  return (
    <>
      <TextField name="name" label="党委名称" isRequired initial={naming?.name} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="districtName" label="行政区" isRequired initial={naming?.districtName} hint="如 渝北区" />
        <TextField
          name="regionCode"
          label="行政区划代码"
          inputMode="numeric"
          initial={naming?.regionCode ?? ""}
          hint="6 位数字，可不填"
        />
      </div>
      <TextArea
        name="superiorBodies"
        label="上级机关"
        rows={2}
        initial={naming?.superiorBodies.join("\n") ?? ""}
        hint="每行一个，可以有两个，如两新工委、网信办"
      />
      <TextField name="documentPrefix" label="发文机关代字" initial={naming?.documentPrefix ?? ""} hint="可不填" />
    </>
  );
}
