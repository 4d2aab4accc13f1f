import { standardReasons } from "@/lib/summaries/labels";
import { type Reasons, type SentBackSummary, sections } from "@/lib/summaries/schema";

/** A standard reason as a form posts it. */
export const reasonCode = (section: string, index: number) => `${section}.${index}`;

/** The ticked standard reasons by section, and the reviewer's own words under 其他. Unknown codes say nothing. */
export function reasonsOf({ reasons, words }: Pick<SentBackSummary, "reasons" | "words">): Reasons {
  const ticked = new Set(reasons);
  const said: Reasons = {};
  for (const section of sections) {
    const texts = standardReasons[section].filter((_text, index) => ticked.has(reasonCode(section, index)));
    if (section === "other" && words.trim()) texts.push(words.trim());
    if (texts.length > 0) said[section] = texts.join("；");
  }
  return said;
}
