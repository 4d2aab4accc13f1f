import { Badge } from "@/components/ui/badge";
import { type AccountState, accountStateLabels } from "@/lib/accounts/labels";

const tones = { ACTIVE: "good", WAITING: "info", LOCKED: "attention", DISABLED: "bad" } as const;

export function AccountStateBadge({ state }: { state: AccountState }) {
  return <Badge tone={tones[state]}>{accountStateLabels[state]}</Badge>;
}
