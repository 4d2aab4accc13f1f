import { DatedFacts } from "@/components/branches/dated-facts";
import { TermBadge } from "@/components/branches/term-badge";
import { Panel } from "@/components/ui/panel";
import { officerPostLabels } from "@/lib/branches/labels";
import type { findBranchFile } from "@/lib/branches/queries/find-branch";
import { type Day, holdsOn } from "@/lib/calendar";
import { termState } from "@/lib/rulebook/rules/term";

export type BranchFile = NonNullable<Awaited<ReturnType<typeof findBranchFile>>>;

type Props = { branch: BranchFile; day: Day };

/** What stands in an empty panel: a dissolved branch has nothing that still holds. */
function emptyText({ dissolvedOn }: BranchFile, text: string): string {
  return dissolvedOn ? "支部已撤销，没有现行记录。" : text;
}

/** Where a kind of fact is ended and corrected; nowhere for who may only read. */
function factsPath({ can, id }: BranchFile, part: string): string | undefined {
  return can.correct ? `/branches/${id}/facts/${part}` : undefined;
}

export function CoveragePanel({ branch, day }: Props) {
  const count = branch.coverages.filter((coverage) => holdsOn(day, coverage)).length;
  const more = branch.can.edit && <a href={`/branches/${branch.id}/coverages/new`}>登记覆盖企业</a>;
  return (
    <Panel title={`覆盖企业 ${count} 家`} more={more} id="coverages">
      <DatedFacts
        facts={branch.coverages}
        day={day}
        empty={emptyText(branch, "还没有登记覆盖的企业。")}
        path={factsPath(branch, "coverage")}
        canEnd={branch.can.edit}
      >
        {(coverage) => (
          <span className="flex flex-wrap items-baseline gap-x-2">
            {coverage.isLinked ? (
              <a href={`/enterprises/${coverage.enterprise.id}`}>{coverage.enterprise.name}</a>
            ) : (
              coverage.enterprise.name
            )}
            {holdsOn(day, coverage) && <span className="muted text-xs">正式党员 {coverage.fullCount} 名</span>}
          </span>
        )}
      </DatedFacts>
    </Panel>
  );
}

export function OfficersPanel({ branch, day }: Props) {
  const more = branch.can.edit && <a href={`/branches/${branch.id}/officers/new`}>登记任职</a>;
  return (
    <Panel title="支部委员" more={more} id="officers">
      <DatedFacts
        facts={branch.officers}
        day={day}
        empty={emptyText(branch, "还没有登记书记和委员。")}
        path={factsPath(branch, "officer")}
        canEnd={branch.can.edit}
      >
        {({ post, memberId, memberName }) => (
          <span className="flex gap-2">
            <span className="muted min-w-16">{officerPostLabels[post]}</span>
            {branch.can.seeMembers ? <a href={`/members/${memberId}`}>{memberName}</a> : memberName}
          </span>
        )}
      </DatedFacts>
    </Panel>
  );
}

export function TermsPanel({ branch, day }: Props) {
  const [last, ...earlier] = branch.terms;
  const more = branch.can.edit && <a href={`/branches/${branch.id}/terms/new`}>{last ? "登记换届" : "登记任期"}</a>;
  const correct = (id: string) =>
    branch.can.correct && (
      <a className="no-print ml-3 text-xs underline" href={`/branches/${branch.id}/facts/term/${id}/correct`}>
        更正
      </a>
    );
  return (
    <Panel title="任期" more={more} id="terms">
      {last ? (
        <p>
          本届自 {last.startsOn}，届满{" "}
          {branch.dissolvedOn ? last.endsOn : <TermBadge endsOn={last.endsOn} state={termState(last.endsOn, day)} />}
          {correct(last.id)}
        </p>
      ) : (
        <p className="muted">还没有登记任期。</p>
      )}
      {earlier.length > 0 && (
        <details className="mt-2">
          <summary className="muted cursor-pointer">往届 {earlier.length} 届</summary>
          <ul>
            {earlier.map((term) => (
              <li key={term.id} className="py-1">
                {term.startsOn} 至 {term.endsOn}
                {correct(term.id)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

export function GroupsPanel({ branch, day }: Props) {
  const more = branch.can.edit && <a href={`/branches/${branch.id}/groups/new`}>登记党小组</a>;
  return (
    <Panel title="党小组" more={more} id="groups">
      <DatedFacts
        facts={branch.groups}
        day={day}
        empty={emptyText(branch, "没有设党小组。")}
        path={factsPath(branch, "group")}
        canEnd={branch.can.edit}
      >
        {({ name }) => name}
      </DatedFacts>
    </Panel>
  );
}

/** Assigned on the instructor's own page; shown here with their days. */
export function InstructorsPanel({ branch, day }: Props) {
  return (
    <Panel title="联系本支部的党建指导员" id="instructors">
      <DatedFacts
        facts={branch.assignments}
        day={day}
        empty={emptyText(branch, "还没有指派党建指导员。")}
        canEnd={false}
      >
        {({ instructor }) =>
          branch.can.correct ? <a href={`/instructors/${instructor.id}`}>{instructor.name}</a> : instructor.name
        }
      </DatedFacts>
    </Panel>
  );
}
