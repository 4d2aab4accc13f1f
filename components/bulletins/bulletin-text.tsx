import { EmptyState } from "@/components/shell/empty-state";
import { Panel } from "@/components/ui/panel";
import { TableRows } from "@/components/ui/table-rows";
import type { BulletinFile } from "@/lib/bulletins/queries/find-bulletin";
import type { CatchUpGroup } from "@/lib/bulletins/schema/snapshot";

/** What a person wrote, part by part. */
export function BulletinText({ bulletin }: { bulletin: BulletinFile }) {
  const parts = [
    { title: "主送机关", text: bulletin.recipients },
    { title: "开头", text: bulletin.opening },
    { title: "好的做法", text: bulletin.goodPractice },
    { title: "存在的不足", text: bulletin.shortfalls },
    { title: "工作要求", text: bulletin.requirements },
  ];
  return (
    <Panel title="正文">
      <dl className="grid gap-4">
        {parts.map(({ title, text }) => (
          <div key={title}>
            <dt className="muted">{title}</dt>
            <dd className="whitespace-pre-line break-words">{text || <span className="muted">（空）</span>}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** Who must catch up and why: by status, in name order. */
export function CatchUpPanel({ groups }: { groups: CatchUpGroup[] }) {
  return (
    <Panel title="需要补上工作的党支部" more={<span className="muted">按情况分列，同一情况内按支部名称音序排列</span>}>
      {groups.length === 0 ? (
        <EmptyState title="没有需要补上工作的党支部" />
      ) : (
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">党支部</th>
              <th scope="col">情况</th>
              <th scope="col">原因</th>
            </tr>
          </thead>
          <TableRows
            columns={[{ isHeader: true }, { label: "情况" }, { label: "原因" }]}
            rows={groups.flatMap(({ status, branches }) =>
              branches.map(({ name, reasons }) => [name, status, reasons.join("；")]),
            )}
          />
        </table>
      )}
    </Panel>
  );
}
