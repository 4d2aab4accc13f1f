import type { BadgeTone } from "@/components/ui/badge";
import type { ImportOutcome, ImportStatus } from "@/generated/prisma/enums";

export const statusTones: Record<ImportStatus, BadgeTone> = {
  JUDGED: "attention",
  WRITING: "info",
  WRITTEN: "good",
  FAILED: "bad",
  CANCELLED: "plain",
  TAKEN_BACK: "plain",
};

export const outcomeTones: Record<ImportOutcome, BadgeTone> = {
  NEW: "good",
  CHANGED: "info",
  UNCHANGED: "plain",
  DUPLICATE: "attention",
  REFUSED: "bad",
};
