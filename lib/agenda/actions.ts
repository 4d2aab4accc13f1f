"use server";

import { createFeed, revokeFeed } from "@/lib/agenda/commands";
import { chosenFeed, newFeed } from "@/lib/agenda/schema";
import { formAction } from "@/lib/forms/form-action";
import type { FormState, ShownOnce } from "@/lib/forms/form-state";

const feedPage = "/calendar/feed";

/** The address stands in the answer to its owner, in no page and no log. */
function addressOnce(token: string | null): string | ShownOnce {
  if (!token) return feedPage;
  return {
    title: "日历订阅地址（只显示这一次）",
    text: new URL(`/api/calendar/${token}`, process.env.NEXTAUTH_URL).href,
    note: "请把地址粘贴到日历软件的“订阅日历”或“从网址添加”中。拿到地址的人不用登录就能看到您的日程，请不要转发；泄露时在本页停用。",
    href: feedPage,
  };
}

const create = formAction(newFeed, async (actor, input) => addressOnce((await createFeed(actor, input)).token));
const revoke = formAction(chosenFeed, async (actor, input) => {
  await revokeFeed(actor, input);
  return feedPage;
});

export async function createFeedAction(state: FormState, form: FormData) {
  return create(state, form);
}

export async function revokeFeedAction(state: FormState, form: FormData) {
  return revoke(state, form);
}
