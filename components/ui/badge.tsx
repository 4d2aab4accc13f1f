const tones = {
  good: "text-good",
  attention: "text-attention",
  bad: "text-bad",
  info: "text-info",
  plain: "text-ink-2",
};

/** A state in a word; the colour only repeats what the word says. */
export function Badge(props: { tone: keyof typeof tones; children: React.ReactNode }) {
  return <span className={`badge ${tones[props.tone]}`}>{props.children}</span>;
}
