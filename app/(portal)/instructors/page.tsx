import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InstructorTable } from "@/components/instructors/instructor-table";
import { EmptyState } from "@/components/shell/empty-state";
import { FilterBar } from "@/components/shell/filter-bar";
import { FilterSelect, FilterTick } from "@/components/shell/filter-fields";
import { PageHeader } from "@/components/shell/page-header";
import { Pagination } from "@/components/shell/pagination";
import { requireActor } from "@/lib/auth/session";
import { pageSize } from "@/lib/forms/list-params";
import { instructorKindLabels } from "@/lib/instructors/labels";
import { canCreateInstructor, canListInstructors } from "@/lib/instructors/policy";
import { listInstructors } from "@/lib/instructors/queries/list-instructors";
import { instructorList } from "@/lib/instructors/schema";

export const metadata: Metadata = { title: "党建指导员" };

export default async function InstructorsPage(props: { searchParams: Promise<Record<string, string>> }) {
  const actor = await requireActor();
  if (!canListInstructors(actor)) notFound();
  const params = await props.searchParams;
  const list = instructorList.parse(params);
  const { rows, total } = await listInstructors(actor, list);
  const create = (
    <a className="button button-primary" href="/instructors/new">
      登记党建指导员
    </a>
  );
  return (
    <>
      <PageHeader title="党建指导员" actions={canCreateInstructor(actor) && create} />
      <FilterBar
        path="/instructors"
        params={params}
        search={{ label: "姓名或拼音首字母", value: list.q }}
        exportPath="/api/instructors/export"
      >
        <FilterSelect name="kind" all="专职和兼职" value={list.kind} choices={Object.entries(instructorKindLabels)} />
        <FilterTick name="idle" label="没有联系安排" value={list.idle} />
        <FilterTick name="ended" label="含已离岗" value={list.ended} />
      </FilterBar>
      <div className="panel">
        {rows.length === 0 ? (
          <EmptyState title="没有符合条件的党建指导员">
            <a href="/instructors">清除筛选</a>
          </EmptyState>
        ) : (
          <InstructorTable rows={rows} params={params} sort={list.sort} />
        )}
        <Pagination path="/instructors" params={params} page={list.page} pageSize={pageSize} total={total} />
      </div>
    </>
  );
}
