import { halfWidth, visibleText } from "@/lib/identifiers/characters";

const DOTS = /[•・‧∙⋅●.．]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const QUOTES = /[“”„"'‘’`´]/g;
const UNSEEN = /[\s\p{Cc}\p{Cf}]|[\uFE00-\uFE0F]/gu;
const HAN = /\p{Script=Han}/u;
const SPACE_AT_HAN = /(?<=[\p{Script=Han}()（）·、，]) | (?=[\p{Script=Han}()（）·、，])/gu;

/**
 * The key under which a name of an enterprise, branch or person is found again: half-width, no spaces, one kind of
 * bracket, dot, dash and quote, Latin letters in upper case. Two spellings of one name have the same key; applying it
 * twice changes nothing.
 */
export function normaliseName(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .normalize("NFKC")
    .replace(UNSEEN, "")
    .replace(/[〔【[［]/g, "(")
    .replace(/[〕】\]］]/g, ")")
    .replace(QUOTES, '"')
    .replace(DASHES, "-")
    .replace(DOTS, "·");
}

/**
 * A name as it is shown: Chinese names without inner spaces and with Chinese brackets, as on the business licence;
 * words of a Latin name keep one space between them.
 */
export function displayName(text: string): string {
  const name = visibleText(halfWidth(visibleText(text)));
  if (!HAN.test(name)) return name;
  return name
    .replace(/[•・‧∙⋅]/g, "·")
    .replace(SPACE_AT_HAN, "")
    .replace(/\(/g, "（")
    .replace(/\)/g, "）");
}
