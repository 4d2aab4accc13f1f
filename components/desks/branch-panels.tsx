import { KindBadge } from "@/components/agenda/kind-badge";
import { outcomeTones } from "@/components/rulebook/outcome-tones";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { writeDistance } from "@/lib/agenda/labels";
import { branchKindLabels } from "@/lib/branches/labels";
import type { Day } from "@/lib/calendar";
import type { SecretaryBranch } from "@/lib/desks/queries/secretary-desk";
import { ruleOf } from "@/lib/rulebook/rules/rulebook";

type Shown = { branch: SecretaryBranch; day: Day };

export function AheadPanel({ branch, day }: Shown) {
  return (
    <Panel title="未来 90 天" more={<a href={`/branches/${branch.id}/ahead`}>打印</a>}>
      {branch.deadlines.length === 0 ? (
        <p className="muted">没有到期事项。</p>
      ) : (
        <ul className="grid gap-2">
          {branch.deadlines.map((deadline) => (
            <li key={deadline.kind + deadline.href + deadline.words} className="flex items-start justify-between gap-3">
              <span className="min-w-0">
                <KindBadge kind={deadline.kind} /> <a href={deadline.href}>{deadline.words}</a>
              </span>
              <span className="flex-none text-right">
                <span className="muted text-xs">{deadline.day} </span>
                <Badge tone={deadline.isOverdue ? "bad" : "plain"}>{writeDistance(day, deadline.day)}</Badge>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** What the rulebook finds and no deadline says. */
export function FindingPanel({ branch }: { branch: SecretaryBranch }) {
  if (branch.findings.length === 0) return null;
  return (
    <Panel title="规则提示" more={<a href={`/branches/${branch.id}#findings`}>全部提示</a>}>
      <ul className="grid gap-2">
        {branch.findings.map(({ rule, outcome, subject, text }) => (
          <li key={`${rule} ${subject.id} ${text}`}>
            <Badge tone={outcomeTones[outcome]}>{ruleOf(rule).title}</Badge> {text}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** My members, my term. */
export function BranchPanel({ branch, day }: Shown) {
  return (
    <Panel title="我的支部" more={<a href={`/branches/${branch.id}`}>支部详情</a>}>
      <Facts
        items={[
          { label: "名称", value: branch.name },
          { label: "类型", value: branchKindLabels[branch.kind] },
          {
            label: "党员",
            value: <a href={`/members?branch=${branch.id}`}>{branch.memberCount} 名</a>,
            note: branch.stages.map(({ label, count }) => `${label} ${count}`).join("，"),
          },
          { label: "支部委员", value: branch.officers.join("、") },
          {
            label: "任期届满",
            value: branch.termEndsOn,
            note: branch.termEndsOn && writeDistance(day, branch.termEndsOn),
          },
          { label: "活动场所", value: branch.meetingPlace },
        ]}
      />
    </Panel>
  );
}

export function CoveredPanel({ branch }: { branch: SecretaryBranch }) {
  return (
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
  );
}
