import { z } from "zod";
import { loggedShift } from "@/lib/duty/schema";
import { newRequest } from "@/lib/requests/schema";
import { sentVisit } from "@/lib/visits/schema";

export const fieldItemKinds = ["VISIT", "DUTY_LOG", "REQUEST"] as const;

const instant = z.iso.datetime({ offset: true });

/** What a phone sends: an envelope every release understands. What is inside is read item by item. */
export const sentBatch = z.object({
  version: z.int().min(1),
  /** By the phone's clock, as the items' own times are: the difference to the server's tells how far it is off. */
  sentAt: instant,
  items: z
    .array(
      z.object({
        id: z.uuid(),
        userId: z.uuid(),
        kind: z.string().max(40),
        recordedAt: instant,
        dayIsDefault: z.boolean(),
        payload: z.unknown(),
      }),
    )
    .min(1)
    .max(50),
});

/** What lies inside an item, by its kind: the same fields as the forms send, as they were typed. */
export const itemSchemas = { VISIT: sentVisit, DUTY_LOG: loggedShift, REQUEST: newRequest } as const;

export type FieldItemKind = (typeof fieldItemKinds)[number];
export type SentBatch = z.output<typeof sentBatch>;
export type SentItem = SentBatch["items"][number];

/** What became of an item. `RETRY` is the portal's fault: it stays on the phone and goes again by itself. */
export type ItemAnswer = { id: string; result: "SAVED" | "REFUSED" | "RETRY"; message: string };
