import { paragraphsOf } from "@/lib/documents/clean-text";
import { headingNumbers } from "@/lib/documents/numerals";
import type { Block } from "@/lib/documents/official-document";

/** A plan's text as it lies on paper, in the same order and numbering as its Word file. */
export function PlanPaper(props: { title: string; blocks: Block[]; signature: { name: string; date: string } }) {
  const next = headingNumbers();
  const lines = props.blocks.flatMap((block) => {
    if (block.kind === "table") return [];
    if (block.kind === "paragraph") return paragraphsOf(block.text).map((text) => ({ level: 0, text }));
    return [{ level: block.level, text: `${next(block.level)}${block.text}` }];
  });
  return (
    <article className="paper">
      <h2>{props.title}</h2>
      {lines.map(({ level, text }, index) => {
        const key = `${index} ${text}`;
        if (level === 1) return <h3 key={key}>{text}</h3>;
        if (level === 2) return <h4 key={key}>{text}</h4>;
        return <p key={key}>{text}</p>;
      })}
      <p className="paper-sign">{props.signature.name}</p>
      <p className="paper-sign">{props.signature.date}</p>
    </article>
  );
}
