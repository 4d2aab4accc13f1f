import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BranchResults, EnterpriseResults, MemberResults } from "@/components/search/results";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { requireActor } from "@/lib/auth/session";
import { canListEnterprises } from "@/lib/enterprises/policy";
import { listParams } from "@/lib/forms/list-params";
import { searchEverything } from "@/lib/global-search/queries";

export const metadata: Metadata = { title: "搜索" };

export default async function SearchPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canListEnterprises(actor)) notFound();
  const { q } = listParams.parse(await props.searchParams);
  const found = await searchEverything(actor, q);
  const isEmpty = !found || [found.enterprises, found.branches, found.members].every(({ rows }) => rows.length === 0);
  return (
    <>
      <PageHeader title="搜索" note={found ? `“${q}”的结果` : undefined} />
      {isEmpty ? (
        <div className="panel">
          <EmptyState title={found ? "没有找到" : "请在上方输入要找的内容"}>
            可以输入名称中的几个字、拼音首字母（如 ydkj）、信用代码或它的前几位、手机后四位。只在您的管理范围内搜索。
          </EmptyState>
        </div>
      ) : (
        <div className="grid gap-4">
          <EnterpriseResults {...found.enterprises} q={q} />
          <BranchResults {...found.branches} q={q} />
          <MemberResults {...found.members} q={q} />
        </div>
      )}
    </>
  );
}
