"use server";

import { retryDelivery } from "@/lib/deliveries/commands/retry-delivery";
import { sendDeliveriesJob } from "@/lib/deliveries/commands/send-deliveries";
import { chosenDelivery } from "@/lib/deliveries/schema";
import { formAction } from "@/lib/forms/form-action";
import type { FormState } from "@/lib/forms/form-state";
import { wakeJob } from "@/lib/jobs/boss";

const retry = formAction(chosenDelivery, async (actor, input) => {
  await retryDelivery(actor, input);
  wakeJob(sendDeliveriesJob);
  return "/deliveries?retried=1";
});

export async function retryDeliveryAction(state: FormState, form: FormData) {
  return retry(state, form);
}
