import { subjectKindLabels } from "@/lib/rulebook/labels";
import type { Rule } from "@/lib/rulebook/rules/finding";

/** Every rule with its article, source and validity; each can be linked to by its id. */
export function RuleTable({ rules, canListFindings }: { rules: readonly Rule[]; canListFindings: boolean }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">规则</th>
          <th scope="col">要求</th>
          <th scope="col">适用于</th>
          <th scope="col">依据</th>
          <th scope="col">有效期</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id} id={rule.id} className="scroll-mt-4 target:bg-primary-tint">
            <td className="whitespace-nowrap font-medium">
              <RuleTitle rule={rule} isLinked={canListFindings && rule.check !== null} />
            </td>
            <td className="text-left">
              <span>
                {rule.article}
                {rule.check === null && <span className="muted">（只作说明：登记的信息不足以自动判断。）</span>}
              </span>
            </td>
            <td data-label="适用于">
              <span>
                {rule.concerns}
                {rule.about === "MEMBER" && <span className="muted">（按{subjectKindLabels.MEMBER}提示）</span>}
              </span>
            </td>
            <td data-label="依据">{rule.source}</td>
            <td data-label="有效期" className="whitespace-nowrap">
              {validity(rule)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RuleTitle({ rule, isLinked }: { rule: Rule; isLinked: boolean }) {
  return isLinked ? <a href={`/rulebook/findings?rule=${rule.id}`}>{rule.title}</a> : rule.title;
}

function validity({ validFrom, validTo }: Rule): string {
  return validTo ? `${validFrom} 至 ${validTo}` : `${validFrom} 起`;
}
