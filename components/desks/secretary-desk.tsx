import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { writeDistance } from "@/lib/agenda/labels";
import type { Actor } from "@/lib/auth/actor";
import { branchKindLabels } from "@/lib/branches/labels";
import { secretaryBranches } from "@/lib/desks/queries/secretary-desk";

/** The own branch: its people, its enterprises, its term and the next 90 days. */
export async function SecretaryDesk({ actor }: { actor: Actor }) {
  const branches = await secretaryBranches(actor);
  return branches.map((branch) => (
    <div key={branch.id} className="mb-4 grid gap-4 lg:grid-cols-2">
      <Panel title={branch.name} more={<a href={`/branches/${branch.id}`}>支部详情</a>}>
        <Facts
          items={[
            { label: "类型", value: branchKindLabels[branch.kind] },
            {
              label: "党员",
              value: <a href={`/members?branch=${branch.id}`}>{branch.memberCount} 名</a>,
              note: stagesInWords(branch.stages),
            },
            { label: "支部委员", value: branch.officers.join("、") },
            {
              label: "任期届满",
              value: branch.termEndsOn,
              note: branch.termEndsOn && writeDistance(actor.day, branch.termEndsOn),
            },
            { label: "活动场所", value: branch.meetingPlace },
          ]}
        />
      </Panel>
      <Panel title="未来 90 天" more={<a href={`/branches/${branch.id}/ahead`}>打印</a>}>
        {branch.deadlines.length === 0 ? (
          <p className="muted">没有到期事项。</p>
        ) : (
          <ul className="grid gap-2">
            {branch.deadlines.map((deadline) => (
              <li key={deadline.kind + deadline.href + deadline.words}>
                {deadline.day} <a href={deadline.href}>{deadline.words}</a>{" "}
                <Badge tone={deadline.isOverdue ? "bad" : "attention"}>{writeDistance(actor.day, deadline.day)}</Badge>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title="覆盖企业">
        {branch.enterprises.length === 0 ? (
          <p className="muted">还没有登记覆盖企业，请联系党委工作人员。</p>
        ) : (
          <ul className="grid gap-1">
            {branch.enterprises.map((enterprise) => (
              <li key={enterprise.id}>
                <a href={`/enterprises/${enterprise.id}`}>{enterprise.name}</a>
                {enterprise.employeeCount !== null && (
                  <span className="muted">（员工 {enterprise.employeeCount} 人）</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </div>
  ));
}

function stagesInWords(stages: { label: string; count: number }[]): string {
  return stages.map(({ label, count }) => `${label} ${count}`).join("，");
}
