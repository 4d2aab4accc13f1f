import { FilterSelect } from "@/components/shell/filter-fields";
import type { ListParams } from "@/components/shell/list-address";
import { SortHeader } from "@/components/shell/sort-header";
import { statusTones, timelinessTones } from "@/components/summaries/status-badge";
import { type TableCell, type TableColumn, TableRows } from "@/components/ui/table-rows";
import { summaryStatusLabels, timelinessLabels } from "@/lib/summaries/labels";
import type { SummaryRow, summarizeQuarter } from "@/lib/summaries/queries/list-summaries";
import { type SummaryList, summaryStates } from "@/lib/summaries/schema";

/** The summaries of a quarter, by name; never by result. */
export function SummaryTable(props: { rows: SummaryRow[]; params: ListParams; sort: string; showsCommittee: boolean }) {
  const { showsCommittee } = props;
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <SortHeader path="/summaries" params={props.params} sort={props.sort} column="name" label="党支部" />
          {showsCommittee && <th scope="col">所属党委</th>}
          <th scope="col">状态</th>
          <th scope="col">首次报送</th>
          <th scope="col">是否按时</th>
        </tr>
      </thead>
      <TableRows columns={columnsOf(showsCommittee)} rows={props.rows.map((row) => cellsOf(row, showsCommittee))} />
    </table>
  );
}

function columnsOf(showsCommittee: boolean): TableColumn[] {
  const committee = showsCommittee ? [{ label: "所属党委" }] : [];
  return [{}, ...committee, { label: "状态" }, { label: "首次报送", look: "nowrap" }, { label: "是否按时" }];
}

function cellsOf(row: SummaryRow, showsCommittee: boolean): TableCell[] {
  return [
    { text: row.branchName, href: `/summaries/${row.planId}/${row.branchId}` },
    ...(showsCommittee ? [row.committeeName] : []),
    { text: null, badge: { tone: statusTones[row.status], text: summaryStatusLabels[row.status] } },
    row.firstSubmittedOn,
    { text: null, badge: { tone: timelinessTones[row.timeliness], text: timelinessLabels[row.timeliness] } },
  ];
}

const times = [
  ["on-time", timelinessLabels.ON_TIME],
  ["late", timelinessLabels.LATE],
  ["waiting", timelinessLabels.WAITING],
] as const;

export function SummaryFilters(props: { list: SummaryList; committees: { id: string; name: string }[] }) {
  const { list, committees } = props;
  return (
    <>
      <FilterSelect
        name="status"
        all="状态：全部"
        value={list.status}
        choices={summaryStates.map((status) => [status, summaryStatusLabels[status]] as const)}
      />
      <FilterSelect name="time" all="是否按时：全部" value={list.time} choices={times} />
      {committees.length > 1 && (
        <FilterSelect
          name="committee"
          all="所属党委：全部"
          value={list.committee}
          choices={committees.map(({ id, name }) => [id, name] as const)}
        />
      )}
    </>
  );
}

/** Where the quarter stands, in one line. */
export function QuarterFigures({ figures }: { figures: Awaited<ReturnType<typeof summarizeQuarter>> }) {
  return (
    <p className="mb-3">
      应报 {figures.expected} 个支部，已报送 {figures.submitted} 个，其中按时 {figures.onTime} 个；待审核{" "}
      {figures.waiting} 个，已通过 {figures.accepted} 个。
    </p>
  );
}
