import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TableRows } from "@/components/ui/table-rows";

const shown = (cell: Parameters<typeof TableRows>[0]["rows"][number][number]) =>
  renderToStaticMarkup(
    <table>
      <TableRows columns={[{ label: `标"签` }]} rows={[[cell]]} />
    </table>,
  );

const attack = `"><script>alert('x')</script>&`;
const harmless = "&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;";

test.each([
  ["a text", attack, harmless],
  ["a linked text", { text: attack, href: "/a" }, `<a href="/a">${harmless}</a>`],
  ["an address", { text: "名", href: attack }, `<a href="${harmless}">名</a>`],
  ["a remark", { text: "名", note: attack }, `<span class="muted">${harmless}</span>`],
  ["a badge", { text: null, badge: { tone: "bad" as const, text: attack } }, `text-bad">${harmless}</span>`],
])("nothing typed by anybody becomes markup: %s", (_name, cell, expected) => {
  const markup = shown(cell);
  expect(markup).toContain(expected);
  expect(markup).not.toContain("<script>");
});

test("an empty cell is empty, so that a card leaves it out; zero is a figure", () => {
  expect(shown(null)).toContain(`<td data-label="标&quot;签"></td>`);
  expect(shown(0)).toContain(">0</td>");
});
