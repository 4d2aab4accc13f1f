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

/** One entry for a rule and its subject: what it says of the running period and of those before stands together. */
function FindingList({ branchId, findings }: ListProps) {
  const entries = [...Map.groupBy(findings, ({ rule, subject }) => `${rule} ${subject.id}`)];
  return (
    <ul>
      {entries.map(([key, said]) => (
        <Entry key={key} branchId={branchId} said={said} />
      ))}
    </ul>
  );
}

function Entry({ branchId, said }: { branchId: string; said: BranchFinding[] }) {
  const [first] = said;
  if (!first) return null;
  const { rule, silence } = first;
  return (
    <li className="border-b border-line py-2 last:border-0">
      <p className="flex flex-wrap items-baseline justify-between gap-x-2">
        <a href={`/rulebook#${rule}`}>{ruleOf(rule).title}</a>
        <SilenceWay branchId={branchId} finding={first} />
      </p>
      {said.map(({ outcome, text }) => (
        <p key={text} className="mt-1 flex items-baseline gap-2">
          <Badge tone={outcomeTones[outcome]}>{outcomeLabels[outcome]}</Badge>
          <span className="min-w-0">{text}</span>
        </p>
      ))}
      {silence && (
        <p className="muted mt-1 text-xs">
          {silence.byName}暂缓到 {silence.until}：{silence.reason}
        </p>
      )}
    </li>
  );
}

/** Both periods of a rule are put aside together. */
function SilenceWay({ branchId, finding }: { branchId: string; finding: BranchFinding }) {
  const { silence, rule, subject } = finding;
  if (!finding.can.silence || !isOpen({ ...finding, silencedUntil: null })) return null;
  const name = `${ruleOf(rule).title}${subject.kind === "MEMBER" ? `（${subject.name}）` : ""}`;
  const [words, way] = silence
    ? ["恢复提示", `silences/${silence.id}/end`]
    : ["暂缓", `findings/${rule}/${subject.id}/silence`];
  return (
    <a className="no-print text-xs leading-6" href={`/branches/${branchId}/${way}`} aria-label={`${words}：${name}`}>
      {words}
    </a>
  );
}
