import type { BadgeTone } from "@/components/ui/badge";
import type { Outcome } from "@/lib/rulebook/rules/finding";

export const outcomeTones: Record<Outcome, BadgeTone> = {
  BREACHED: "bad",
  DUE: "attention",
  FULFILLED: "good",
  NOT_APPLICABLE: "plain",
};
