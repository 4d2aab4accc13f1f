import { Badge } from "@/components/ui/badge";
import { isPassed, isQuorate, quorumRule } from "@/lib/rulebook/rules/quorum";

type Votes = { entitledCount: number | null; presentCount: number | null; forCount: number | null };

/** The votes of a resolution and what the rulebook says of them; nothing where no vote was taken. */
export function VoteVerdict({ votes }: { votes: Votes }) {
  const { entitledCount, presentCount, forCount } = votes;
  if (entitledCount === null || presentCount === null || forCount === null) return null;
  const hasQuorum = isQuorate(entitledCount, presentCount);
  const hasPassed = hasQuorum && isPassed(entitledCount, forCount);
  return (
    <p>
      应到 {entitledCount} 人，实到 {presentCount} 人，赞成 {forCount} 票{" "}
      <Badge tone={hasPassed ? "good" : "bad"}>{hasPassed ? "通过" : hasQuorum ? "未通过" : "到会未过半数"}</Badge>
      {!hasQuorum && (
        <span className="ml-1 text-bad">
          有表决权的到会党员须超过应到人数的半数，本次表决无效，请重新表决；登记有误的请修改。
        </span>
      )}
      {hasQuorum && !hasPassed && <span className="muted ml-1">赞成人数须超过应到有表决权人数的半数。</span>}
      {!hasPassed && (
        <a href={`/rulebook#${quorumRule.id}`} className="ml-2 text-xs underline">
          依据
        </a>
      )}
    </p>
  );
}
