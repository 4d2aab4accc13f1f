import { Panel } from "@/components/ui/panel";
import { branchKindLabels } from "@/lib/branches/labels";
import { categoryLabels } from "@/lib/enterprises/labels";
import { closeWord } from "@/lib/enterprises/rules/facts";
import type { searchEverything } from "@/lib/global-search/queries";
import { memberStageLabels } from "@/lib/members/labels";

type Found = NonNullable<Awaited<ReturnType<typeof searchEverything>>>;
type Props<Kind extends keyof Found> = Found[Kind] & { q: string };

export function EnterpriseResults({ rows, hasMore, q }: Props<"enterprises">) {
  return (
    <Results
      title="企业"
      count={rows.length}
      hasMore={hasMore}
      all={`/enterprises?status=all&q=${encodeURIComponent(q)}`}
    >
      {rows.map(({ id, name, creditCode, category, closedOn, closeReason, formerNames }) => (
        <li key={id}>
          <a href={`/enterprises/${id}`}>{name}</a>
          <span className="muted ml-2">
            {[
              creditCode ?? "信用代码待补",
              categoryLabels[category],
              formerNames.length > 0 && `曾用名：${formerNames.join("、")}`,
              closedOn && `${closedOn} ${closeWord(closeReason)}`,
            ]
              .filter(Boolean)
              .join("，")}
          </span>
        </li>
      ))}
    </Results>
  );
}

export function BranchResults({ rows, hasMore, q }: Props<"branches">) {
  return (
    <Results title="党支部" count={rows.length} hasMore={hasMore} all={`/branches?q=${encodeURIComponent(q)}`}>
      {rows.map(({ id, name, kind, dissolvedOn }) => (
        <li key={id}>
          <a href={`/branches/${id}`}>{name}</a>
          <span className="muted ml-2">
            {branchKindLabels[kind]}
            {dissolvedOn && `，${dissolvedOn} 撤销`}
          </span>
        </li>
      ))}
    </Results>
  );
}

export function MemberResults({ rows, hasMore, q }: Props<"members">) {
  return (
    <Results title="党员" count={rows.length} hasMore={hasMore} all={`/members?q=${encodeURIComponent(q)}`}>
      {rows.map(({ id, name, stage, branchName, leftOn }) => (
        <li key={id}>
          <a href={`/members/${id}`}>{name}</a>
          <span className="muted ml-2">
            {memberStageLabels[stage]}，{branchName ?? "未编入支部"}
            {leftOn && `，${leftOn} 离开`}
          </span>
        </li>
      ))}
    </Results>
  );
}

/** One kind of result; a kind without any is left out. */
function Results(props: { title: string; count: number; hasMore: boolean; all: string; children: React.ReactNode }) {
  if (props.count === 0) return null;
  const more = props.hasMore ? (
    <a href={props.all}>在列表中查看全部</a>
  ) : (
    <span className="muted">共 {props.count} 条</span>
  );
  return (
    <Panel title={props.title} more={more}>
      <ul className="grid gap-1">{props.children}</ul>
    </Panel>
  );
}
