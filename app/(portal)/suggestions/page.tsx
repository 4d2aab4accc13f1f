import type { Metadata } from "next";
import { EmptyState } from "@/components/shell/empty-state";
import { FilterBar } from "@/components/shell/filter-bar";
import { FilterSelect } from "@/components/shell/filter-fields";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { SuggestionTable } from "@/components/suggestions/suggestion-table";
import { requireActor } from "@/lib/auth/session";
import { pageSize } from "@/lib/forms/list-params";
import { suggestionKindLabels } from "@/lib/suggestions/labels";
import { answersSuggestions } from "@/lib/suggestions/policy";
import { listSuggestions } from "@/lib/suggestions/queries";
import { suggestionList } from "@/lib/suggestions/schema";

export const metadata: Metadata = { title: "意见建议" };

const states = [
  ["open", "待答复"],
  ["answered", "已答复"],
] as const;

export default async function SuggestionsPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  const params = await props.searchParams;
  const list = suggestionList.parse(params);
  const { rows, total } = await listSuggestions(actor, list);
  return (
    <>
      <PageHeader
        title="意见建议"
        note={answersSuggestions(actor) ? "本单位人员提出的意见和投诉，请逐条答复。" : "您提出的意见和投诉及其答复。"}
        actions={
          <a className="button button-primary" href="/suggestions/new">
            提意见
          </a>
        }
      />
      <FilterBar
        path="/suggestions"
        params={params}
        search={{ label: "内容", value: list.q }}
        exportPath="/api/suggestions/export"
      >
        <FilterSelect name="kind" all="全部类型" value={list.kind} choices={Object.entries(suggestionKindLabels)} />
        <FilterSelect name="state" all="全部状态" value={list.state} choices={states} />
      </FilterBar>
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有意见">对平台或工作有意见、建议，都可以在这里提。</EmptyState>
        ) : (
          <SuggestionTable rows={rows} />
        )}
        <Pagination path="/suggestions" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}
