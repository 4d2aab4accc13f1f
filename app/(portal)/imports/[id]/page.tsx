import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ImportActions } from "@/components/imports/import-actions";
import { ImportProgress } from "@/components/imports/import-progress";
import { ImportRows, OutcomeWays } from "@/components/imports/import-rows";
import { ImportUnderstood } from "@/components/imports/import-understood";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { Panel } from "@/components/ui/panel";
import { ImportOutcome } from "@/generated/prisma/enums";
import { requireActor } from "@/lib/auth/session";
import { formatInstant } from "@/lib/calendar";
import { listParams, pageSize } from "@/lib/forms/list-params";
import { importKindLabels } from "@/lib/imports/labels";
import { findImport, listImportRows } from "@/lib/imports/queries/find-import";

export const metadata: Metadata = { title: "导入" };

const asked = listParams.extend({ outcome: z.enum(ImportOutcome).optional().catch(undefined) });

export default async function ImportPage(props: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string>>;
}) {
  const actor = await requireActor();
  const { id } = await props.params;
  const params = await props.searchParams;
  const { page, outcome } = asked.parse(params);
  const found = (await findImport(actor, id)) ?? notFound();
  const rows = await listImportRows(actor, id, { outcome, page });
  const all = Object.values(found.counts).reduce((sum, count) => sum + count, 0);
  const path = `/imports/${id}`;
  return (
    <>
      <PageHeader
        title={found.fileName}
        trail={[{ href: "/imports", label: "导入中心" }]}
        note={`${importKindLabels[found.kind]}，${found.committee.name}${found.park ? `，${found.park.name}` : ""}；${found.createdByName} ${formatInstant(found.createdAt)} 上传`}
      />
      <div className="grid gap-4">
        <ImportProgress found={found} />
        <ImportUnderstood found={found} />
        <ImportActions found={found} />
        <Panel title="逐行结果">
          <OutcomeWays path={path} counts={found.counts} outcome={outcome} />
          <ImportRows kind={found.kind} rows={rows} />
          <Pagination
            path={path}
            params={params}
            page={page}
            pageSize={pageSize}
            total={outcome ? (found.counts[outcome] ?? 0) : all}
          />
        </Panel>
      </div>
    </>
  );
}
