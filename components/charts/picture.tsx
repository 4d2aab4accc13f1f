/**
 * A picture drawn on the server, with the words that a person who cannot see it hears. Without a label it is an ornament
 * beside words that say the same.
 */
export function Picture(props: { svg: string; label?: string }) {
  const said = props.label ? { role: "img", "aria-label": props.label } : { "aria-hidden": true };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own renderers' markup: figures and labels, and texts that the renderer has escaped
  return <div {...said} dangerouslySetInnerHTML={{ __html: props.svg }} />;
}
