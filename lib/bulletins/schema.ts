import { z } from "zod";
import { isDocumentNumber, tidyDocumentNumber } from "@/lib/bulletins/rules/document-number";
import { readQuarter } from "@/lib/calendar";
import { checkbox, optionalText, recordId, requiredText, version } from "@/lib/forms/fields";
import { filterId, filterOf, listParams } from "@/lib/forms/list-params";

const id = recordId("通报");

export const newBulletin = z.object({ planId: recordId("季度计划") });

/** A longer text, its lines kept; may stay empty. */
const longText = (label: string) =>
  optionalText(label, 4_000).transform((text) => (text ?? "").replace(/\r\n?/g, "\n"));

export const editedBulletin = z.object({
  id,
  version,
  title: requiredText("标题", 100),
  documentNumber: optionalText("发文字号", 50)
    .transform((text) => text && tidyDocumentNumber(text))
    .pipe(
      z
        .string()
        .refine(isDocumentNumber, "发文字号应由发文机关代字、年份和序号组成，如 渝互联网党发〔2026〕12号。")
        .nullable(),
    ),
  recipients: optionalText("主送机关", 200).transform((text) => (text ?? "").replace(/[：:]$/, "")),
  opening: requiredText("开头", 4_000),
  goodPractice: longText("好的做法"),
  shortfalls: longText("存在的不足"),
  requirements: longText("工作要求"),
});

export const redraftedBulletin = z.object({ id, version });

export const publishedBulletin = z.object({
  id,
  version,
  /** Asked for until the summary deadline has passed. */
  confirmsEarly: checkbox,
});

export const bulletinList = listParams.extend({
  quarter: z
    .string()
    .max(6)
    .transform((text) => readQuarter(text) ?? undefined)
    .optional()
    .catch(undefined),
  status: filterOf(["DRAFT", "PUBLISHED"]),
  committee: filterId,
});

export type NewBulletin = z.output<typeof newBulletin>;
export type EditedBulletin = z.output<typeof editedBulletin>;
export type RedraftedBulletin = z.output<typeof redraftedBulletin>;
export type PublishedBulletin = z.output<typeof publishedBulletin>;
export type BulletinList = z.output<typeof bulletinList>;
