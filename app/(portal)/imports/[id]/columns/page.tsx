import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { SelectField, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { remapImportAction } from "@/lib/imports/actions";
import { columnLabels } from "@/lib/imports/labels";
import { findImport } from "@/lib/imports/queries/find-import";

export const metadata: Metadata = { title: "更正列的含义" };

export default async function ImportColumnsPage(props: { params: Promise<{ id: string }> }) {
  const found = await findImport(await requireActor(), (await props.params).id);
  if (!found?.can.remap) notFound();
  const back = `/imports/${found.id}`;
  const choices = Object.entries(columnLabels[found.kind]).map(([value, label]) => ({ value, label: label ?? value }));
  return (
    <>
      <PageHeader
        title="更正列的含义"
        trail={[
          { href: "/imports", label: "导入中心" },
          { href: back, label: found.fileName },
        ]}
        note="更正后重新核对整份文件；下次同名的列会照此识别。"
      />
      <div className="panel max-w-2xl">
        <ActionForm action={remapImportAction} requestKey={randomUUID()} submitLabel="按此重新核对" cancelHref={back}>
          <input type="hidden" name="id" value={found.id} />
          <input type="hidden" name="kind" value={found.kind} />
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              name="sheetName"
              label="工作表"
              choices={found.summary.sheetNames.map((name) => ({ value: name, label: name }))}
              initial={found.sheetName}
            />
            <TextField name="headerLine" label="表头所在行" inputMode="numeric" initial={String(found.headerLine)} />
          </div>
          <div className="grid gap-4 sm:grid-cols-2">
            {found.columns.map(({ index, key, header, field }) => (
              <div key={index}>
                <input type="hidden" name={`key-${index}`} value={key} />
                <SelectField
                  name={`field-${index}`}
                  label={header || `第 ${index + 1} 列`}
                  empty="不导入"
                  choices={choices}
                  initial={field ?? ""}
                />
              </div>
            ))}
          </div>
        </ActionForm>
      </div>
    </>
  );
}
