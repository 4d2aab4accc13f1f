import { z } from "zod";
import { type Day, isDay } from "@/lib/calendar";

const text = (max: number) =>
  z
    .string()
    .max(max)
    .catch("")
    .default("")
    .transform((value) => value.normalize("NFKC").trim());
const day = z.string().max(10).refine(isDay).optional().catch(undefined);

/** Where the next page begins: the instant and id of the last entry shown. */
const cursor = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z_[0-9a-f-]{36}$/)
  .refine((value) => !Number.isNaN(Date.parse(value.slice(0, 24))) && z.uuid().safeParse(value.slice(25)).success)
  .transform((value) => ({ at: new Date(value.slice(0, 24)), id: value.slice(25) }))
  .optional()
  .catch(undefined);

export const auditList = z.object({
  from: day,
  to: day,
  actor: text(40),
  group: z
    .string()
    .regex(/^[a-zA-Z]{1,40}$/)
    .optional()
    .catch(undefined),
  subjectType: z
    .string()
    .regex(/^[a-zA-Z]{1,40}$/)
    .optional()
    .catch(undefined),
  subject: text(100),
  refused: z.literal("1").optional().catch(undefined),
  before: cursor,
});

export type AuditList = z.output<typeof auditList>;
export type AuditCursor = { at: Date; id: string };

/** A cursor as it stands in an address. */
export function writeCursor({ at, id }: AuditCursor): string {
  return `${at.toISOString()}_${id}`;
}

/** The instant a day begins in Shanghai, which has no summer time. */
export function startOfDay(on: Day): Date {
  return new Date(`${on}T00:00:00+08:00`);
}
