import { z } from "zod";
import { recordId } from "@/lib/forms/fields";
import { listParams } from "@/lib/forms/list-params";

export const deliveryStates = ["FAILED", "WAITING", "SENT"] as const;

export type DeliveryState = (typeof deliveryStates)[number];

/** The list opens on what needs a hand. */
export const deliveryList = listParams.pick({ page: true }).extend({
  state: z.enum(deliveryStates).catch("FAILED").default("FAILED"),
});

export const chosenDelivery = z.object({ id: recordId("消息") });

export type DeliveryList = z.output<typeof deliveryList>;
