const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g;
/** Controls and characters that cannot be seen: zero-width spaces, direction marks, byte order mark, variation selectors. */
const INVISIBLE = /[\p{Cc}\p{Cf}]|[\uFE00-\uFE0F]/gu;
/** Most text is tidy; asking once is quicker than replacing four times. */
const UNTIDY = /[\s\p{Cc}\p{Cf}]|[\uFE00-\uFE0F]/u;
const SPACES = /\s+/gu;

/** Full-width letters and digits as half-width ones; Chinese characters and punctuation stay as they are. */
export function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Text as typed, without what cannot be seen: every run of white space is one space, none at the ends. */
export function visibleText(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text.replace(SPACES, " ").replace(INVISIBLE, "").replace(SPACES, " ").trim();
}

/** A code or number as typed: half-width, upper case, without spaces, quotes and dashes. */
export function bareCode(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\p{Cc}\p{Cf}'‘’"“”`´\u2010-\u2015\u2212_-]/gu, "")
    .toUpperCase();
}
