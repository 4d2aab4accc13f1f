"use server";

import { linkHolder } from "@/lib/auth/session";
import { formAction } from "@/lib/forms/form-action";
import type { FormState, ShownOnce } from "@/lib/forms/form-state";
import { guestLinkDays } from "@/lib/guest-links/guest-link";
import { linkPurposeLabels } from "@/lib/guest-links/labels";
import { moveRequest } from "@/lib/requests/commands/move-request";
import { raiseRequest } from "@/lib/requests/commands/raise-request";
import { askSatisfaction, rateByLink, recordSatisfaction } from "@/lib/requests/commands/satisfaction";
import { askedLink, movedRequest, newRequest, ratedRequest, recordedSatisfaction } from "@/lib/requests/schema";

const pageOf = ({ id }: { id: string }) => `/requests/${id}`;

const raise = formAction(newRequest, async (actor, input) => pageOf(await raiseRequest(actor, input)));
const move = formAction(movedRequest, async (actor, input) => pageOf(await moveRequest(actor, input)));
const note = formAction(recordedSatisfaction, async (actor, input) => pageOf(await recordSatisfaction(actor, input)));

/** The link stands in the answer to the one who made it, in no address and no log. */
const ask = formAction(askedLink, async (actor, input): Promise<string | ShownOnce> => {
  const { token } = await askSatisfaction(actor, input);
  if (!token) return pageOf(input);
  return {
    title: `${linkPurposeLabels.REQUEST_SATISFACTION}链接（只显示这一次）`,
    text: new URL(`/rate?token=${token}`, process.env.NEXTAUTH_URL).href,
    note: `请发给企业联系人。${guestLinkDays} 天内有效，只能用一次，只能看到这一项诉求和答复。`,
    href: pageOf(input),
  };
});

const rate = formAction(
  ratedRequest,
  async (guest, input) => {
    await rateByLink(guest, input);
    return "/rate?done=1";
  },
  linkHolder,
);

export async function raiseRequestAction(state: FormState, form: FormData) {
  return raise(state, form);
}

export async function moveRequestAction(state: FormState, form: FormData) {
  return move(state, form);
}

export async function recordSatisfactionAction(state: FormState, form: FormData) {
  return note(state, form);
}

export async function askSatisfactionAction(state: FormState, form: FormData) {
  return ask(state, form);
}

export async function rateRequestAction(state: FormState, form: FormData) {
  return rate(state, form);
}
