import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CoverageTable } from "@/components/coverage/coverage-table";
import { QuestionBar } from "@/components/coverage/question-bar";
import { EmptyState } from "@/components/shell/empty-state";
import { listHref } from "@/components/shell/list-address";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { requireActor } from "@/lib/auth/session";
import { formatDayInText } from "@/lib/calendar";
import { baseLabels, stateLabels } from "@/lib/coverage/labels";
import { canSeeCoverage } from "@/lib/coverage/policy";
import { completeQuestion } from "@/lib/coverage/queries/complete-question";
import { listCoverage } from "@/lib/coverage/queries/list-coverage";
import { coverageList, coverageStates } from "@/lib/coverage/schema";
import { pageSize } from "@/lib/forms/list-params";

export const metadata: Metadata = { title: "覆盖名单" };

export default async function CoverageListPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canSeeCoverage(actor)) notFound();
  const params = await props.searchParams;
  const list = await completeQuestion(actor, coverageList.parse(params));
  const { rows, total } = await listCoverage(actor, list);
  const { state, day, base, committee, ...kept } = params;
  return (
    <>
      <PageHeader
        title={list.state ? `${stateLabels[list.state]}企业名单` : "企业覆盖名单"}
        trail={[{ href: listHref("/coverage", { day, base, committee }, {}), label: "组织覆盖" }]}
        note={`截至 ${formatDayInText(list.day)}，分母为${baseLabels[list.base]}，共 ${total} 家`}
        actions={
          <a className="button" href={listHref("/api/coverage/export", params, { page: undefined })} download>
            导出 Excel
          </a>
        }
      />
      <QuestionBar
        path="/coverage/enterprises"
        day={list.day}
        base={list.base}
        committees={[]}
        committeeId={undefined}
        hidden={{ ...kept, committee, page: "" }}
      >
        <label className="grid gap-1">
          <span className="muted text-xs">覆盖情况</span>
          <select name="state" defaultValue={list.state ?? ""} className="input">
            <option value="">全部</option>
            {coverageStates.map((value) => (
              <option key={value} value={value}>
                {stateLabels[value]}
              </option>
            ))}
          </select>
        </label>
      </QuestionBar>
      <div className="panel">
        {rows.length === 0 ? <EmptyState title="没有符合条件的企业" /> : <CoverageTable rows={rows} />}
        <Pagination path="/coverage/enterprises" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}
