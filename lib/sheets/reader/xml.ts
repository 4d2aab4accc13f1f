import { Parser } from "htmlparser2";
import { Refused } from "./refuse.ts";

/** What is told of an XML part as it passes; element and attribute names come without their prefix. */
export type XmlListener = {
  open(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Reads an XML part piece by piece. Refuses a document type (no entity is ever defined) and a part cut short. */
export async function* readXml(pieces: AsyncIterable<string>, listener: XmlListener): AsyncGenerator<void> {
  let depth = 0;
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++;
        elements++;
        listener.open(local(name), attributes);
      },
      ontext: (text) => listener.text?.(text),
      onclosetag(name) {
        depth--;
        listener.close?.(local(name));
      },
      onprocessinginstruction(name, data) {
        if (name.startsWith("!")) throw new Refused("UNSAFE", data.slice(0, 100));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for await (const piece of pieces) {
    parser.write(piece);
    yield;
  }
  if (depth !== 0 || elements === 0) throw new Refused("DAMAGED", "XML cut short");
  parser.end();
}

/** Reads a small XML part to its end. */
export async function readWholeXml(pieces: AsyncIterable<string>, listener: XmlListener): Promise<void> {
  for await (const _ of readXml(pieces, listener)) {
    // Only the listener's work counts.
  }
}

/** The value of an attribute whatever its prefix. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  if (name in attributes) return attributes[name];
  const key = Object.keys(attributes).find((candidate) => local(candidate) === name);
  return key === undefined ? undefined : attributes[key];
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
