import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { committeeChoices } from "@/lib/committees/queries";
import { requestKeyField } from "@/lib/forms/form-state";
import { importKindLabels } from "@/lib/imports/labels";
import { canImportAtAll } from "@/lib/imports/policy";
import { parkChoices } from "@/lib/parks/queries";

export const metadata: Metadata = { title: "导入文件" };

/** A plain form with a file: it posts to a route, since a file may be larger than an action takes. */
export default async function NewImportPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canImportAtAll(actor)) notFound();
  const { kind, committee, park, refusal } = await props.searchParams;
  const [committees, parks] = await Promise.all([committeeChoices(actor), parkChoices(actor)]);
  return (
    <>
      <PageHeader title="导入文件" trail={[{ href: "/imports", label: "导入中心" }]} />
      <form method="post" action="/api/imports" encType="multipart/form-data" className="panel grid max-w-2xl gap-4">
        <input type="hidden" name={requestKeyField} value={randomUUID()} />
        {refusal && (
          <p role="alert" className="rounded-md border border-bad bg-primary-tint px-3 py-2 text-bad">
            {refusal.slice(0, 500)}
          </p>
        )}
        <fieldset className="flex flex-wrap gap-6">
          <legend className="mb-1 font-medium">导入什么</legend>
          {Object.entries(importKindLabels).map(([value, label]) => (
            <label key={value} className="flex min-h-9 items-center gap-2">
              <input
                type="radio"
                name="kind"
                value={value}
                defaultChecked={(kind ?? "ENTERPRISES") === value}
                className="size-4 accent-primary"
              />
              {label}
            </label>
          ))}
        </fieldset>
        <label className="grid gap-1">
          <span className="font-medium">归入党委</span>
          <select name="committeeId" defaultValue={committee ?? committees.at(0)?.id} className="input">
            {committees.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1">
          <span className="font-medium">企业所在园区</span>
          <select name="parkId" defaultValue={park ?? ""} className="input">
            <option value="">文件里有园区列，或不登记园区</option>
            {parks.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <span className="muted text-xs">整份文件都在同一园区时选择；导入党员时不用选。</span>
        </label>
        <label className="grid gap-1">
          <span className="font-medium">文件</span>
          <input type="file" name="file" accept=".xlsx,.xls,.xlsm,.csv" required className="input" />
          <span className="muted text-xs">
            XLSX、XLS 或 CSV，不超过 20 MB。表头上方有标题、说明也可以，列的顺序和名称不限。
          </span>
        </label>
        <div className="flex gap-3">
          <button type="submit" className="button button-primary">
            上传并核对
          </button>
          <a href="/imports" className="button">
            取消
          </a>
        </div>
        <p className="muted text-xs">上传后先显示核对结果，确认之前不会写入任何数据。</p>
      </form>
    </>
  );
}
