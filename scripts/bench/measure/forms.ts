import { parseDocument } from "htmlparser2";
import type { Browser } from "@/scripts/bench/measure/browser";

type Element = { name?: string; attribs?: Record<string, string>; children?: Element[]; data?: string };

/** The fields of the page's own form as a browser would send them: what is filled in, chosen and ticked. */
export function fieldsOf(html: string): FormData {
  const form = new FormData();
  const main = find(parseDocument(html) as unknown as Element, ({ attribs }) => attribs?.id === "main");
  for (const element of every(main ?? {}, ["input", "textarea", "select"])) {
    const { name, type, value = "" } = element.attribs ?? {};
    if (!name) continue;
    if ((type === "checkbox" || type === "radio") && element.attribs?.checked === undefined) continue;
    form.append(
      name,
      element.name === "select" ? chosen(element) : element.name === "textarea" ? words(element) : value,
    );
  }
  return form;
}

/** Opens a form, changes one field and sends it; returns how long sending took, in milliseconds. Anything but saved throws. */
export async function saveForm(browser: Browser, path: string, field: string, value: string): Promise<number> {
  const form = fieldsOf(await browser.page(path));
  form.set(field, value);
  const started = performance.now();
  const answer = await browser.request(path, { method: "POST", body: form });
  const took = performance.now() - started;
  if (answer.status !== 303)
    throw new Error(`${path} was not saved: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
  return took;
}

function chosen(select: Element): string {
  const options = every(select, ["option"]);
  return (options.find(({ attribs }) => attribs?.selected !== undefined) ?? options[0])?.attribs?.value ?? "";
}

function words(element: Element): string {
  return (element.children ?? []).map(({ data = "" }) => data).join("");
}

function every(element: Element, names: string[]): Element[] {
  return (element.children ?? []).flatMap((child) => [
    ...(names.includes(child.name ?? "") ? [child] : []),
    ...every(child, names),
  ]);
}

function find(element: Element, fits: (element: Element) => boolean): Element | null {
  if (fits(element)) return element;
  for (const child of element.children ?? []) {
    const found = find(child, fits);
    if (found) return found;
  }
  return null;
}
