import type { Metadata } from "next";
import { ImportTable } from "@/components/imports/import-table";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { requireActor } from "@/lib/auth/session";
import { listParams, pageSize } from "@/lib/forms/list-params";
import { listImports } from "@/lib/imports/queries/list-imports";

export const metadata: Metadata = { title: "导入中心" };

export default async function ImportsPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  const params = await props.searchParams;
  const { page } = listParams.parse(params);
  const { rows, total } = await listImports(actor, page);
  return (
    <>
      <PageHeader
        title="导入中心"
        note="直接使用手头的表格：列的顺序、名称都不限，先核对、再写入，写入后还可以整批撤回。"
        actions={
          <a className="button button-primary" href="/imports/new">
            导入文件
          </a>
        }
      />
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="还没有导入过文件">
            <a href="/imports/new">导入企业名录或党员名册</a>
          </EmptyState>
        ) : (
          <ImportTable rows={rows} />
        )}
        <Pagination path="/imports" params={params} page={page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}
