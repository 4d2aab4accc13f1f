/** A picture drawn on the server, with the words that a person who cannot see it hears. */
export function Picture(props: { svg: string; label: string }) {
  // Our own renderer's markup: figures and labels of this page, no text that anybody typed.
  return <div role="img" aria-label={props.label} dangerouslySetInnerHTML={{ __html: props.svg }} />;
}
