import type { Judgement, RuleId } from "@/lib/rulebook/rules/finding";

/** What a rule would say of something not registered yet; nothing when it has nothing to ask. */
export function RuleHint({ rule, judgement }: { rule: RuleId; judgement: Judgement }) {
  if (judgement.outcome !== "BREACHED" && judgement.outcome !== "DUE") return null;
  return (
    <p>
      {judgement.text}
      <a href={`/rulebook#${rule}`} className="ml-2 text-xs underline">
        依据
      </a>
    </p>
  );
}
