import { outcomeTones } from "@/components/rulebook/outcome-tones";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { outcomeLabels } from "@/lib/rulebook/labels";
import type { BranchFinding } from "@/lib/rulebook/queries/branch-findings";
import { isOpen, ruleOf } from "@/lib/rulebook/rules/rulebook";

/** What the rulebook says of a branch: what is open first, the rest folded away. Nothing for who reads no findings. */
export function FindingsPanel({ branchId, findings }: { branchId: string; findings: BranchFinding[] }) {
  if (findings.length === 0) return null;
  const open = findings
    .filter(isOpen)
    .toSorted((a, b) => Number(b.outcome === "BREACHED") - Number(a.outcome === "BREACHED"));
  const silenced = findings.filter((finding) => finding.silence && isOpen({ ...finding, silencedUntil: null }));
  const of = (outcome: BranchFinding["outcome"]) => findings.filter((finding) => finding.outcome === outcome);
  return (
    <Panel title={`规则提示 ${open.length} 条`} id="findings" more={<a href="/rulebook">规则手册</a>}>
      {open.length === 0 ? (
        <p className="muted">没有需要办理的事项。</p>
      ) : (
        <FindingList branchId={branchId} findings={open} />
      )}
      <Folded title="已暂缓" branchId={branchId} findings={silenced} />
      <Folded title="符合" branchId={branchId} findings={of("FULFILLED")} />
      <Folded title="不适用" branchId={branchId} findings={of("NOT_APPLICABLE")} />
    </Panel>
  );
}

type ListProps = { branchId: string; findings: BranchFinding[] };

function Folded({ title, ...list }: ListProps & { title: string }) {
  if (list.findings.length === 0) return null;
  return (
    <details className="mt-2">
      <summary className="muted cursor-pointer leading-8">
        {title} {list.findings.length} 条
      </summary>
      <FindingList {...list} />
    </details>
  );
}

function FindingList({ branchId, findings }: ListProps) {
  return (
    <ul>
      {findings.map((finding) => (
        <li
          key={`${finding.rule} ${finding.subject.id} ${finding.text}`}
          className="border-b border-line py-2 last:border-0"
        >
          <p className="flex flex-wrap items-baseline gap-x-2">
            <Badge tone={outcomeTones[finding.outcome]}>{outcomeLabels[finding.outcome]}</Badge>
            <a href={`/rulebook#${finding.rule}`}>{ruleOf(finding.rule).title}</a>
            <SilenceWay branchId={branchId} finding={finding} />
          </p>
          <p className="mt-1">{finding.text}</p>
          {finding.silence && (
            <p className="muted text-xs">
              {finding.silence.byName}暂缓到 {finding.silence.until}：{finding.silence.reason}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function SilenceWay({ branchId, finding }: { branchId: string; finding: BranchFinding }) {
  const { silence, rule, subject } = finding;
  if (!finding.can.silence) return null;
  const name = `${ruleOf(rule).title}${subject.kind === "MEMBER" ? `（${subject.name}）` : ""}`;
  if (silence) {
    return (
      <a
        className="no-print ml-auto text-xs leading-6"
        href={`/branches/${branchId}/silences/${silence.id}/end`}
        aria-label={`恢复提示：${name}`}
      >
        恢复提示
      </a>
    );
  }
  if (!isOpen(finding)) return null;
  return (
    <a
      className="no-print ml-auto text-xs leading-6"
      href={`/branches/${branchId}/findings/${rule}/${subject.id}/silence`}
      aria-label={`暂缓提示：${name}`}
    >
      暂缓
    </a>
  );
}
