import { randomUUID } from "node:crypto";
import type { FieldItemKind, SentBatch, SentItem } from "@/lib/field/schema";
import type { Cast } from "@/tests/integration/visits/cast";

/** Noon in Shanghai on the cast's day. */
export const now = new Date("2026-11-23T04:00:00Z");

/** A visit as it was typed on the phone: texts, whatever they mean. */
export function typedVisit(cast: Cast, more: Record<string, unknown> = {}) {
  return { enterpriseId: cast.enterpriseId, kind: "VISIT", visitedOn: "2026-11-23", found: "情况平稳", ...more };
}

export function item(cast: Cast, kind: FieldItemKind, payload: unknown, more: Partial<SentItem> = {}): SentItem {
  const userId = cast.instructor.userId ?? "";
  return { id: randomUUID(), userId, kind, recordedAt: now.toISOString(), dayIsDefault: true, payload, ...more };
}

export function batch(items: SentItem[], more: Partial<SentBatch> = {}): SentBatch {
  return { version: 1, sentAt: now.toISOString(), items, ...more };
}
