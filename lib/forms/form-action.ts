import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { type Actor, withKey } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { isRecordId } from "@/lib/db/record-id";
import { DomainError, StaleError } from "@/lib/errors";
import { emptyFormState, type FormState, requestKeyField, type ShownOnce } from "@/lib/forms/form-state";
import { log } from "@/lib/log";

/**
 * The one door for writes from pages: proves the caller and the origin, parses, runs the command, goes on.
 * `run` returns the path to go to, or what to show once. A refusal comes back with everything that was typed.
 * `prove` says who is asking; only the password pages have a proof of their own.
 */
export function formAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (actor: Actor, input: z.output<Schema>) => Promise<string | ShownOnce>,
  prove: () => Promise<Actor> = requireActor,
): (state: FormState, form: FormData) => Promise<FormState> {
  return async (state, form) => {
    await refuseForeignOrigin();
    const actor = withRequestKey(await prove(), form);
    const values = readForm(form);
    const parsed = schema.safeParse(values);
    const again = { ...emptyFormState, values: withoutPasswords(values), round: state.round + 1 };
    if (!parsed.success) {
      const fieldErrors = firstErrors(parsed.error);
      return { ...again, fieldErrors, message: whatToMend(fieldErrors, values) };
    }
    let next: string | ShownOnce;
    try {
      next = await run(actor, parsed.data);
    } catch (error) {
      if (error instanceof StaleError) {
        const rebased = { ...again.values, version: String(error.version) };
        return { ...again, values: rebased, theirs: error.theirs, message: error.message };
      }
      if (error instanceof DomainError) return { ...again, message: error.message };
      log.error({ error, requestId: actor.requestId }, "action failed");
      return {
        ...again,
        message: `系统出错，内容没有保存。您填写的内容仍在，请稍后再试；如仍出错，请把编号 ${actor.requestId ?? "-"} 告诉管理员。`,
      };
    }
    if (typeof next !== "string") return { ...emptyFormState, shown: next };
    redirect(next);
  };
}

/** A form posts from this portal's own pages; a missing or foreign origin is not one of them. */
export async function refuseForeignOrigin(): Promise<void> {
  const sent = await headers();
  const origin = sent.get("origin");
  const host = sent.get("x-forwarded-host") ?? sent.get("host");
  const isOwn = origin !== null && origin !== "null" && URL.canParse(origin) && new URL(origin).host === host;
  if (!isOwn || sent.get("sec-fetch-site") === "cross-site") {
    throw new DomainError("FORBIDDEN", "请求不是从本平台页面发出的。请回到平台重新操作。");
  }
}

/** The actor with the key the form was opened with: the same form never acts twice. */
export function withRequestKey(actor: Actor, form: FormData): Actor {
  const key = form.get(requestKeyField);
  return typeof key === "string" && isRecordId(key) ? withKey(actor, key) : actor;
}

/** Text fields as they came; a name ending in `[]` collects a list. Framework fields stay out. */
function readForm(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = Object.create(null);
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$") || name === requestKeyField) continue;
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    if (name.endsWith("[]")) values[name.slice(0, -2)] = texts;
    else values[name] = texts.at(-1) ?? "";
  }
  return { ...values };
}

/** Passwords are typed anew after a refusal; they never travel back. */
function withoutPasswords(values: Record<string, string | string[]>) {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
}

/** Errors stand beside their fields; one that belongs to no field of the form is said at the top. */
function whatToMend(fieldErrors: Record<string, string>, values: Record<string, unknown>): string {
  const unplaced = Object.entries(fieldErrors).filter(([name]) => !(name in values));
  return unplaced.length > 0 ? unplaced.map(([, message]) => message).join(" ") : "有内容需要修改，请看标红的项目。";
}

function firstErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[String(issue.path[0] ?? "")] ??= issue.message;
  return errors;
}
