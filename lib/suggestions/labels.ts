import type { SuggestionKind } from "@/generated/prisma/enums";

export const suggestionKindLabels: Record<SuggestionKind, string> = { SUGGESTION: "建议", COMPLAINT: "投诉" };
