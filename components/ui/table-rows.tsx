import { type BadgeTone, badgeClass } from "@/components/ui/badge";

/** What a cell may show: words, perhaps as a link, a remark in grey after them, a state as a badge. */
export type TableCell =
  | string
  | number
  | null
  | {
      text: string | number | null;
      href?: string;
      note?: string | null;
      badge?: { tone: BadgeTone; text: string } | null;
      /** Colours the whole cell; the words say the same. */
      tone?: BadgeTone;
    };

/** A column: its name for cards on a phone (the first one needs none), and how its cells are set. */
export type TableColumn = {
  label?: string;
  look?: "number" | "nowrap";
  /** Names the row for who hears the table read out. */
  isHeader?: true;
};

/**
 * The body of a long table, written as one piece of markup. Fifty rows of elements cost more than everything else of a
 * page together; as one string they cost next to nothing. Every text goes through `escapeText`, and nothing else is markup.
 */
export function TableRows(props: { columns: TableColumn[]; rows: TableCell[][] }) {
  const tags = props.columns.map(tagsOf);
  const body = props.rows.map(
    (cells) => `<tr>${cells.map((cell, index) => cellMarkup(cell, tags[index] ?? plain)).join("")}</tr>`,
  );
  // biome-ignore lint/security/noDangerouslySetInnerHtml: every text is escaped above
  return <tbody dangerouslySetInnerHTML={{ __html: body.join("") }} />;
}

const looks = { number: "number", nowrap: "whitespace-nowrap" };

const plain = { name: "td", attributes: "", look: "" };

function tagsOf({ label, look, isHeader }: TableColumn): typeof plain {
  const named = label ? ` data-label="${escapeText(label)}"` : "";
  return {
    name: isHeader ? "th" : "td",
    attributes: `${isHeader ? ' scope="row"' : ""}${named}`,
    look: look ? looks[look] : "",
  };
}

function cellMarkup(cell: TableCell, { name, attributes, look }: typeof plain): string {
  const tone = cell !== null && typeof cell === "object" && cell.tone ? `tone-${cell.tone}` : "";
  const classes = [look, tone].filter(Boolean).join(" ");
  return `<${name}${attributes}${classes && ` class="${classes}"`}>${inside(cell)}</${name}>`;
}

function inside(cell: TableCell): string {
  if (cell === null) return "";
  if (typeof cell !== "object") return escapeText(String(cell));
  const { text, href, note, badge } = cell;
  const words = text === null ? "" : escapeText(String(text));
  const linked = href ? `<a href="${escapeText(href)}">${words}</a>` : words;
  const remark = note ? `<span class="muted">${escapeText(note)}</span>` : "";
  const state = badge ? ` <span class="${badgeClass(badge.tone)}">${escapeText(badge.text)}</span>` : "";
  // Several parts stay together on a card, where words stand left and right.
  return remark || state ? `<span>${linked}${remark}${state}</span>` : linked;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escapeText(text: string): string {
  return /[&<>"']/.test(text) ? text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? "") : text;
}
