import { z } from "zod";
import { choice, recordId, requiredText, version } from "@/lib/forms/fields";
import { filterOf, listParams } from "@/lib/forms/list-params";

export const suggestionKinds = ["SUGGESTION", "COMPLAINT"] as const;

/** The page a suggestion was written on: a path of this portal, without its question. */
export const pagePath = z
  .string()
  .max(300)
  .regex(/^\/(?![/\\])[^\s?#\\]*$/)
  .catch("/")
  .default("/");

export const newSuggestion = z.object({
  kind: choice("类型", suggestionKinds),
  text: requiredText("内容", 2_000),
  page: pagePath,
});

export const answeredSuggestion = z.object({
  id: recordId("意见"),
  version,
  answer: requiredText("答复", 2_000),
});

export const suggestionList = listParams.extend({
  kind: filterOf(suggestionKinds),
  state: filterOf(["open", "answered"]),
});

export type NewSuggestion = z.output<typeof newSuggestion>;
export type AnsweredSuggestion = z.output<typeof answeredSuggestion>;
export type SuggestionList = z.output<typeof suggestionList>;
