import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EnterpriseFilters } from "@/components/enterprises/enterprise-filters";
import { EnterpriseTable } from "@/components/enterprises/enterprise-table";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { requireActor } from "@/lib/auth/session";
import { canCreateEnterprise, canListEnterprises } from "@/lib/enterprises/policy";
import { listEnterprises } from "@/lib/enterprises/queries/list-enterprises";
import { placeFilterChoices } from "@/lib/enterprises/queries/place-choices";
import { enterpriseList } from "@/lib/enterprises/schema";
import { pageSize } from "@/lib/forms/list-params";

export const metadata: Metadata = { title: "企业" };

export default async function EnterprisesPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canListEnterprises(actor)) notFound();
  const params = await props.searchParams;
  const list = enterpriseList.parse(params);
  const [{ rows, total }, places] = await Promise.all([listEnterprises(actor, list), placeFilterChoices(actor, list)]);
  const canCreate = canCreateEnterprise(actor);
  return (
    <>
      <PageHeader
        title="企业"
        actions={
          canCreate && (
            <>
              <a className="button" href="/imports">
                导入
              </a>
              <a className="button button-primary" href="/enterprises/new">
                登记企业
              </a>
            </>
          )
        }
      />
      <EnterpriseFilters params={params} list={list} {...places} canAskDue={canCreate} />
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有符合条件的企业">
            <a href="/enterprises">清除筛选</a>
            {canCreate && <a href="/enterprises/new">登记企业</a>}
          </EmptyState>
        ) : (
          <EnterpriseTable rows={rows} params={params} sort={list.sort} />
        )}
        <Pagination path="/enterprises" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}
