/** A picture drawn on the server, with the words that a person who cannot see it hears. */
export function Picture(props: { svg: string; label: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own renderer's markup, figures and labels only, no typed text
  return <div role="img" aria-label={props.label} dangerouslySetInnerHTML={{ __html: props.svg }} />;
}
