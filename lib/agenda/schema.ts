import { z } from "zod";
import { recordId, requiredText } from "@/lib/forms/fields";

export const newFeed = z.object({ name: requiredText("用途", 30) });
export const chosenFeed = z.object({ id: recordId("日历订阅") });

export type NewFeed = z.output<typeof newFeed>;
export type ChosenFeed = z.output<typeof chosenFeed>;
