import "./paper.css";
import { paragraphsOf } from "@/lib/documents/clean-text";
import { headingNumbers } from "@/lib/documents/numerals";
import type { Block, OfficialDocument } from "@/lib/documents/official-document";
import { titleLines } from "@/lib/documents/title-lines";

/** An official document on the screen and on paper, as its Word file has it: for print, or to be kept as PDF. */
export function Paper({ paper }: { paper: OfficialDocument }) {
  return (
    <article className="official-paper">
      {paper.documentNumber && <p className="official-paper-number">{paper.documentNumber}</p>}
      <h1>
        {titleLines(paper.title).map((line) => (
          <span key={line} className="official-paper-title-line">
            {line}
          </span>
        ))}
      </h1>
      {paper.recipients && <p>{paper.recipients}：</p>}
      {Object.entries(numbered(paper.blocks)).map(([position, block]) => (
        <PaperBlock key={position} block={block} />
      ))}
      {paper.signature && (
        <div className="official-paper-signature">
          <p>{paper.signature.name}</p>
          <p>{paper.signature.date}</p>
        </div>
      )}
    </article>
  );
}

const headingTags = { 1: "h2", 2: "h3", 3: "h4" } as const;

/** Headings with their numbers, counted as in the Word file. */
function numbered(blocks: Block[]): Block[] {
  const next = headingNumbers();
  return blocks.map((block) =>
    block.kind === "heading" ? { ...block, text: `${next(block.level)}${block.text}` } : block,
  );
}

function PaperBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading": {
      const Heading = headingTags[block.level];
      return <Heading>{block.text}</Heading>;
    }
    case "paragraph":
      return Object.entries(paragraphsOf(block.text)).map(([position, text]) => (
        <p key={position} className="official-paper-text">
          {text}
        </p>
      ));
    case "table":
      return <PaperTable block={block} />;
  }
}

function PaperTable({ block }: { block: Extract<Block, { kind: "table" }> }) {
  return (
    <table>
      {block.caption && <caption>{block.caption}</caption>}
      <thead>
        <tr>
          {block.columns.map(({ header }) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.entries(block.rows).map(([position, row]) => (
          <tr key={position}>
            {row.map((cell, index) => (
              <td
                key={block.columns[index]?.header}
                className={block.columns[index]?.align === "center" ? "centred" : undefined}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
