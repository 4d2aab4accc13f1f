import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MemberFilters } from "@/components/members/member-filters";
import { MemberTable } from "@/components/members/member-table";
import { EmptyState } from "@/components/shell/empty-state";
import { listHref } from "@/components/shell/list-address";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { requireActor } from "@/lib/auth/session";
import { pageSize } from "@/lib/forms/list-params";
import { canCreateMember, canListMembers } from "@/lib/members/policy";
import { namesOfFilter } from "@/lib/members/queries/choices";
import { listMembers } from "@/lib/members/queries/list-members";
import { memberList } from "@/lib/members/schema";

export const metadata: Metadata = { title: "党员" };

export default async function MembersPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canListMembers(actor)) notFound();
  const params = await props.searchParams;
  const list = memberList.parse(params);
  const [{ rows, total }, names] = await Promise.all([listMembers(actor, list), namesOfFilter(actor, list)]);
  const place = names.branchName ?? names.enterpriseName;
  return (
    <>
      <PageHeader
        title="党员"
        note={
          place && (
            <>
              只看“{place}”的党员，
              <a href={listHref("/members", params, { branch: undefined, enterprise: undefined })}>看全部党员</a>
            </>
          )
        }
        actions={
          canCreateMember(actor) && (
            <a className="button button-primary" href="/members/new">
              登记党员
            </a>
          )
        }
      />
      <MemberFilters params={params} list={list} />
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有符合条件的党员">
            <a href="/members">清除筛选</a>
            {canCreateMember(actor) && <a href="/imports">导入党员名册</a>}
          </EmptyState>
        ) : (
          <MemberTable rows={rows} params={params} sort={list.sort} />
        )}
        <Pagination path="/members" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}
