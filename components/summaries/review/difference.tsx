import { differenceOf } from "@/lib/summaries/rules/difference";

/** One text against an earlier one. What was added is underlined and marked 增, what was removed struck out and marked 删. */
export function Difference(props: { before: string; after: string }) {
  if (props.before === props.after) {
    return props.after === "" ? (
      <p className="muted">（没有写）</p>
    ) : (
      <p className="whitespace-pre-wrap break-words">{props.after}</p>
    );
  }
  return (
    <p className="whitespace-pre-wrap break-words">
      {differenceOf(props.before, props.after).map((piece, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of two fixed texts have no other name
        if (piece.state === "KEPT") return <span key={index}>{piece.text}</span>;
        const isAdded = piece.state === "ADDED";
        const Mark = isAdded ? "ins" : "del";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Mark key={index} className={isAdded ? "text-good underline" : "text-bad line-through"}>
            <span className="text-xs font-medium no-underline">〔{isAdded ? "增" : "删"}〕</span>
            {piece.text}
          </Mark>
        );
      })}
    </p>
  );
}
