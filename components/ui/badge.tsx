const tones = {
  good: "text-good",
  attention: "text-attention",
  bad: "text-bad",
  info: "text-info",
  plain: "text-ink-2",
};

export type BadgeTone = keyof typeof tones;

/** The look of a state; the colour only repeats what the word says. */
export function badgeClass(tone: BadgeTone): string {
  return `badge ${tones[tone]}`;
}

/** A state in a word. */
export function Badge(props: { tone: BadgeTone; children: React.ReactNode }) {
  return <span className={badgeClass(props.tone)}>{props.children}</span>;
}
