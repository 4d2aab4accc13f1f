import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { factSourceLabels, sourcedFieldLabels } from "@/lib/enterprises/labels";
import type { findEnterprise } from "@/lib/enterprises/queries/find-enterprise";
import type { DescribedFact } from "@/lib/enterprises/rules/facts";
import type { SourcedField } from "@/lib/enterprises/rules/sources";

export type Enterprise = NonNullable<Awaited<ReturnType<typeof findEnterprise>>>;

const shown: SourcedField[] = [
  "registration",
  "creditCode",
  "category",
  "legalRepresentative",
  "registeredOn",
  "investorName",
  "isInvestorMember",
  "capitalWan",
  "employeeCount",
  "declaredMemberCount",
  "address",
  "contactName",
  "contactPhone",
];

/** Where the full label does not fit beside a value. */
const shortLabels: Partial<Record<SourcedField, string>> = { creditCode: "信用代码", capitalWan: "注册资本" };

/** What is known of an enterprise: each value with who said it and when, what has grown old, and what others say. */
export function EnterpriseFacts({ enterprise }: { enterprise: Enterprise }) {
  const former = enterprise.formerNames.map(({ name, validTo }) => `${name}（至 ${validTo}）`).join("、");
  return (
    <Panel title="基本情况" more={<span className="muted">超过 {enterprise.staleDays} 天没有更新的标“待更新”</span>}>
      <Facts
        items={[
          { label: "所属党委", value: enterprise.committeeName },
          { label: "曾用名", value: former },
          ...shown.map((field) => ({
            label: shortLabels[field] ?? sourcedFieldLabels[field],
            value: factValue(enterprise, field),
            note: <Origin fact={enterprise.facts[field]} />,
          })),
        ]}
      />
    </Panel>
  );
}

function factValue(enterprise: Enterprise, field: SourcedField): React.ReactNode {
  const { text } = enterprise.facts[field];
  if (field === "creditCode" && text === null) return <Badge tone="attention">信用代码待补</Badge>;
  if (field === "contactPhone" && text !== null && enterprise.can.reveal) {
    return (
      <>
        {text} <a href={`/enterprises/${enterprise.id}/contact`}>查看完整号码</a>
      </>
    );
  }
  return field === "capitalWan" && text !== null ? `${text} 万元` : text;
}

/** `园区 2026-03-05`, the mark of age, and the other sources' values. */
export function Origin({ fact }: { fact: DescribedFact }) {
  const { origin, others } = fact;
  if (!origin && !fact.isStale && others.length === 0) return null;
  return (
    <>
      {origin && `${factSourceLabels[origin.source]} ${origin.on} `}
      {fact.isStale && <Badge tone="attention">待更新</Badge>}
      {others.map(({ source, on, text }) => (
        <span key={source} className="block">
          {factSourceLabels[source]} {on} 为 {text}
        </span>
      ))}
    </>
  );
}
