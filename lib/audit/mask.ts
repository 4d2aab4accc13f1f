import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { maskText } from "@/lib/log";

/** Fields whose values never enter the trail, whoever hands them over. */
const secret = /password|token|secret|idnumber|phone|cipher|hash$/i;
/** Codes that may look like an ID number and are none. */
const codes = new Set(["creditCode"]);

/** A copy for the trail: ID numbers, phones and secrets masked, wherever they stand. */
export function maskFacts(value: Prisma.InputJsonValue): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value, maskField)) as Prisma.InputJsonValue;
}

function maskField(this: unknown, key: string, value: unknown): unknown {
  if (value === null || codes.has(key)) return value;
  if (typeof value === "string") return secret.test(key) ? "（已隐去）" : maskText(value);
  if (typeof value === "number" && secret.test(key)) return "（已隐去）";
  return value;
}
