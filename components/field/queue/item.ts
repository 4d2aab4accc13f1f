import type { FieldItemKind } from "@/lib/field/schema";

/** Waiting for a network, on its way, arrived, or refused with a reason and to be put right. */
export type ItemState = "WAITING" | "SENDING" | "SENT" | "REFUSED";

/** Everything as it was typed: the server reads it. */
export type Payload = Record<string, unknown>;

/** What is written down: its id is made here, and is the record's own. */
export type NewItem = {
  id: string;
  userId: string;
  kind: FieldItemKind;
  /** What it is about, for the list. */
  title: string;
  recordedAt: string;
  /** True while the day is the one the phone filled in. */
  dayIsDefault: boolean;
  payload: Payload;
};

export type QueueItem = NewItem & {
  state: ItemState;
  /** Why it was refused, or what the server said besides. */
  message: string;
  /** How often it left without an answer: then nobody knows whether it has arrived. */
  lost: number;
  /** When the answer came. */
  sentAt: string | null;
};

export type Queue = readonly QueueItem[];
